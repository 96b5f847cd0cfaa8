// emulator/hosttools/openssl/run.hpp - one openssl command line, from arguments to exit status.
#pragma once

#include <string>
#include <vector>

#include "emulator/host/process.hpp"

namespace ringside::openssl {

/// The release that is emulated. They differ in the PEM form of keys, the rule of the .srl file, the version of
/// certificates and in texts.
enum class Personality { v1_0, v1_1, v3_0 };

/// Runs openssl with `arguments` (without the program's name). Returns the exit status of the real tool.
int run(const std::vector<std::string>& arguments, host::Process& process, Personality personality = Personality::v3_0);

}  // namespace ringside::openssl
