// emulator/hosttools/openssl/run.hpp - one openssl command line, from arguments to exit status.
#pragma once

#include <string>
#include <vector>

#include "emulator/host/process.hpp"

namespace ringside::openssl {

/// Which release is played: what differs is the PEM form of keys, the .srl rule and the certificate's version.
enum class Personality { v1_0, v1_1, v3_0 };

/// Runs openssl with `arguments` (without the program's name). Returns the exit status as the real one does.
int run(const std::vector<std::string>& arguments, host::Process& process, Personality personality = Personality::v3_0);

}  // namespace ringside::openssl
