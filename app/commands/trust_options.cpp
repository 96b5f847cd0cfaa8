// app/commands/trust_options.cpp - the rings and options of the commands that shake hands.
#include "app/commands/trust_options.hpp"

#include <ostream>

#include <CLI/CLI.hpp>

#include "base/text.hpp"

namespace ringside::app {
namespace {

std::vector<crypto::TlsVersion> versions_of(const std::string& tls) {
  if (tls == "1.2") return {crypto::TlsVersion::tls12};
  if (tls == "1.3") return {crypto::TlsVersion::tls13};
  return {crypto::TlsVersion::tls12, crypto::TlsVersion::tls13};
}

}  // namespace

void add_trust_options(CLI::App& command, TrustArguments& arguments) {
  command.add_option("--tls", arguments.tls, "1.2, 1.3 or both (default)")
      ->check(CLI::IsMember({"1.2", "1.3", "both"}));
  command.add_flag("--mutual", arguments.mutual, "servers insist on a client certificate");
  command.add_flag("--verify-host", arguments.verify_host, "a server's certificate must name its system");
  command.add_option("--at", arguments.at, "judge the certificates at that moment; the lab's clock stays")
      ->type_name("DATE");
}

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

harness::TrustOptions options_of(Program& program, const TrustArguments& arguments, std::size_t endpoints) {
  harness::TrustOptions options;
  options.versions = versions_of(arguments.tls);
  options.mutual = arguments.mutual;
  options.verify_host = arguments.verify_host;
  options.with_itself = endpoints == 1;  // a lone server can at least be asked whether it trusts itself
  options.user = base::upper(program.options.user);
  if (!arguments.at.empty()) options.at = moment_option("--at", arguments.at, program.lab().zone());
  return options;
}

void show(Program& program, const base::Json& json, const std::vector<std::string>& lines) {
  if (program.options.json)
    program.out() << base::Json::array({json}).text() << '\n';
  else
    for (const std::string& line : lines) program.out() << line << '\n';
}

}  // namespace ringside::app
