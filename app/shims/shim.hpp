// app/shims/shim.hpp - the programs that answer from the lab while `ringside with` runs: this program under other
// names.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/shims/with_options.hpp"

namespace ringside::app {

struct Shim {
  const char* name;
  /// Runs a command line of that program, without its name, and sets program.status.
  void (*run)(Program& program, const WithOptions& options, const std::vector<std::string>& words);
};

/// tsocmd, tso, submit, opercmd, keytool, openssl, zowe.
std::span<const Shim> shims();

/// The shim as which the program was started, by the last part of `started_as` (argv[0]); nullptr if `ringside with`
/// does not run.
const Shim* shim_started_as(const std::string& started_as);

/// Runs a shim with the options of the environment. Throws as subcommands do.
void run_shim(Program& program, const Shim& shim, const std::vector<std::string>& words);

}  // namespace ringside::app
