// emulator/openssl/run.cpp - finds the subcommand of the arguments and runs it.
#include "emulator/openssl/run.hpp"

namespace ringside::openssl {

int run(const std::vector<std::string>& arguments, host::Process& process, Personality /*personality*/) {
  const std::string command = arguments.empty() ? "" : arguments.front();
  process.streams.error("Invalid command '" + command + "'; type \"help\" for a list.\n");
  return 1;
}

}  // namespace ringside::openssl
