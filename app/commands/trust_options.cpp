// app/commands/trust_options.cpp - the operands and options that the subcommands trust and doctor share.
#include "app/commands/trust_options.hpp"

#include <ostream>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/doctor/remedy.hpp"

namespace ringside::app {
namespace {

std::vector<crypto::TlsVersion> versions_of(const std::string& tls) {
  if (tls == "1.2") return {crypto::TlsVersion::tls12};
  if (tls == "1.3") return {crypto::TlsVersion::tls13};
  return {crypto::TlsVersion::tls12, crypto::TlsVersion::tls13};
}

}  // namespace

std::vector<Option> trust_options(TrustArguments& arguments) {
  return {{"--tls", &arguments.tls, "versions to try: 1.2, 1.3 or both (default)", {.choices = {"1.2", "1.3", "both"}}},
          {"--mutual", &arguments.mutual, "servers require a client certificate"},
          {"--verify-host", &arguments.verify_host,
           "the certificate of a server must name its host, given by lab new or lab set --host, else its system"},
          {"--at",
           &arguments.at,
           "check the certificates as of that moment; the clock of the lab does not change",
           {.type = "DATE"}}};
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
  options.with_itself = endpoints == 1;  // a single server is checked against itself
  options.user = base::upper(program.options.user);
  options.lab_file = program.options.lab;
  if (!arguments.at.empty()) options.at = moment_option("--at", arguments.at, program.lab());
  return options;
}

std::size_t remark_on_empty_rings(Program& program, const TrustArguments& arguments,
                                  std::vector<std::string>& remarks) {
  if (!arguments.endpoints.empty()) return 0;
  const auto empty = harness::empty_rings(program.lab());
  for (const harness::Endpoint& ring : empty) {
    const std::string name = harness::full_name(ring);
    const std::string command = harness::ringside_command(program.options.lab, {"doctor", name});
    remarks.push_back(fmt::format("ring {} holds no certificate, so no link of it was tried; '{}' says what it lacks",
                                  name, command));
  }
  return empty.size();
}

base::Json link_counts(const harness::TrustReport& report, std::size_t empty_rings) {
  return {{"endpoints", report.endpoints.size()},
          {"links", report.links.size()},
          {"trusted", report.links.size() - report.refused()},
          {"refused", report.refused()},
          {"empty_rings", empty_rings}};
}

void show(Program& program, const char* subcommand, const base::Json& result, const base::Json& counts,
          const std::vector<std::string>& lines) {
  if (program.options.json) return program.print_json(subcommand, base::Json::array({result}), counts);
  for (const std::string& line : lines) program.out() << line << '\n';
}

}  // namespace ringside::app
