// emulator/keytool/run.hpp - one keytool command line, from arguments to exit status.
#pragma once

#include <string>
#include <vector>

#include "emulator/host/process.hpp"

namespace ringside::keytool {

/// Runs keytool with `arguments` (without the program's name) as the JDK 17 does. Returns the exit status: 0 or 1.
int run(const std::vector<std::string>& arguments, host::Process& process);

}  // namespace ringside::keytool
