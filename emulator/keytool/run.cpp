// emulator/keytool/run.cpp - finds the command of the arguments and runs it.
#include "emulator/keytool/run.hpp"

namespace ringside::keytool {

int run(const std::vector<std::string>& arguments, host::Process& process) {
  const std::string option = arguments.empty() ? "" : arguments.front();
  process.streams.out("Illegal option:  " + option + "\n");
  return 1;
}

}  // namespace ringside::keytool
