// emulator/racf/planned_key.hpp - which key a command will ask for, told before its turn has come.
#pragma once

#include <optional>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// The key of a GENCERT that makes one, or of a REKEY, if it is of a kind whose making is worth a thread: all but NIST
/// P-256. A guess: the command itself may be refused, or the certificate that REKEY starts from may change before.
std::optional<crypto::KeySpec> planned_key(Session& session, const parser::Command& command);

}  // namespace ringside::racf
