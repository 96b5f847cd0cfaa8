// app/commands/trust_options.hpp - the rings and options of the commands that shake hands.
#pragma once

#include <string>
#include <vector>

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
void add_trust_options(CLI::App& command, TrustArguments& arguments);

/// The rings as SYSTEM:OWNER/RING; every ring that holds certificates if none is named. UsageError for a wrong one.
std::vector<harness::Endpoint> endpoints_of(Program& program, const std::vector<std::string>& texts);

/// `endpoints` is their number: a lone server is asked whether it trusts itself.
harness::TrustOptions options_of(Program& program, const TrustArguments& arguments, std::size_t endpoints);

/// One value with --json, else the lines.
void show(Program& program, const base::Json& json, const std::vector<std::string>& lines);

}  // namespace ringside::app
