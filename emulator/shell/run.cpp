// emulator/shell/run.cpp - runs a script line by line.
#include "emulator/shell/run.hpp"

#include <string>

namespace ringside::shell {

int run_script(std::string_view script, host::Process& process) {
  process.streams.error("sh: " + std::string(script.substr(0, script.find('\n'))) + ": command not found\n");
  return 127;
}

}  // namespace ringside::shell
