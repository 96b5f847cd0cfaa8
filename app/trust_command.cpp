// app/trust_command.cpp - ringside trust: who trusts whom in a lab, by real handshakes.
#include <memory>

#include <CLI/CLI.hpp>

#include "app/harness_json.hpp"
#include "app/program.hpp"
#include "app/result_json.hpp"
#include "app/trust_pictures.hpp"
#include "scenarios/harness/trust.hpp"
#include "scenarios/harness/trust_text.hpp"

namespace ringside::app {
namespace {

struct TrustArguments {
  std::vector<std::string> endpoints;
  std::string tls = "both";
  bool mutual = false;
  bool verify_host = false;
  PictureArguments pictures;
};

std::vector<harness::Endpoint> endpoints_of(Program& program, const std::vector<std::string>& texts) {
  if (texts.empty()) return harness::all_endpoints(program.lab());
  const bool one_is_meant = !program.options.system.empty() || program.lab().systems().all().size() == 1;
  const std::string default_system = one_is_meant ? program.system().name : std::string{};
  std::vector<harness::Endpoint> endpoints;
  for (const std::string& text : texts) {
    auto endpoint = harness::parse_endpoint(text, default_system);
    if (!endpoint) throw UsageError(endpoint.error());
    endpoints.push_back(*std::move(endpoint));
  }
  return endpoints;
}

std::vector<crypto::TlsVersion> versions_of(const std::string& tls) {
  if (tls == "1.2") return {crypto::TlsVersion::tls12};
  if (tls == "1.3") return {crypto::TlsVersion::tls13};
  return {crypto::TlsVersion::tls12, crypto::TlsVersion::tls13};
}

void trust(Program& program, const TrustArguments& arguments) {
  const auto endpoints = endpoints_of(program, arguments.endpoints);
  harness::TrustOptions options;
  options.versions = versions_of(arguments.tls);
  options.mutual = arguments.mutual;
  options.verify_host = arguments.verify_host;
  options.with_itself = endpoints.size() == 1;  // a lone server can at least be asked whether it trusts itself
  const auto report = harness::check_trust(program.lab(), endpoints, options);
  if (!report) throw UsageError(report.error());
  write_pictures(program, arguments.pictures, *report);
  if (program.options.json)
    program.out() << json_text(nlohmann::ordered_json::array({trust_json(*report)})) << '\n';
  else if (!arguments.pictures.dot)
    for (const std::string& line : harness::trust_lines(*report)) program.out() << line << '\n';
  program.status = report->links.empty() ? exit_failed : 0;
}

}  // namespace

void add_trust_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("trust", "who trusts whom: a real handshake for every pair of key rings");
  command->fallthrough();
  command->footer(
      "Exit status: 0 if handshakes were made, whatever came of them; 1 if no ring holds a certificate.\n"
      "Example: ringside --lab plex.lab trust SYSA:IZUSVR/IZUKeyring.IZUDFLT SYSB:IZUSVR/IZUKeyring.IZUDFLT --mutual");
  auto arguments = std::make_shared<TrustArguments>();
  command->add_option("ENDPOINT", arguments->endpoints,
                      "rings as SYSTEM:OWNER/RING; without any, every ring that holds certificates");
  command->add_option("--tls", arguments->tls, "1.2, 1.3 or both (default)")
      ->check(CLI::IsMember({"1.2", "1.3", "both"}));
  command->add_flag("--mutual", arguments->mutual, "servers insist on a client certificate");
  command->add_flag("--verify-host", arguments->verify_host, "a server's certificate must name its system");
  add_picture_options(*command, arguments->pictures);
  command->callback([&program, arguments] { trust(program, *arguments); });
}

}  // namespace ringside::app
