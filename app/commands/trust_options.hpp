// app/commands/trust_options.hpp - the operands and options that the subcommands trust and doctor share.
#pragma once

#include <string>
#include <vector>

#include "app/command.hpp"
#include "app/program.hpp"
#include "base/json.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::app {

struct TrustArguments {
  std::vector<std::string> endpoints;
  std::string tls = "both";
  bool mutual = false;
  bool verify_host = false;
  std::string at;
};

/// --tls, --mutual, --verify-host and --at.
std::vector<Option> trust_options(TrustArguments& arguments);

/// Reads endpoints written as [SYSTEM:]OWNER/RING. Returns every ring that holds certificates if `texts` is empty.
/// Throws UsageError for a text that names no endpoint.
std::vector<harness::Endpoint> endpoints_of(Program& program, const std::vector<std::string>& texts);

/// The options of handshakes between this number of endpoints. A single endpoint is checked against itself.
harness::TrustOptions options_of(Program& program, const TrustArguments& arguments, std::size_t endpoints);

/// If no endpoint was typed, adds a remark on each ring that holds no certificate. Returns the number of those rings.
std::size_t remark_on_empty_rings(Program& program, const TrustArguments& arguments, std::vector<std::string>& remarks);

/// The counts of these links for the summary of --json. A link counts once for each version of TLS.
base::Json link_counts(const harness::TrustReport& report, std::size_t empty_rings);

/// Prints the result and the summary with these counts with --json, else the lines.
void show(Program& program, const char* subcommand, const base::Json& result, const base::Json& counts,
          const std::vector<std::string>& lines);

}  // namespace ringside::app
