// emulator/racf/planned_key.hpp - which key a command will ask for, told from its text alone.
#pragma once

#include <optional>

#include "emulator/crypto/key.hpp"
#include "parser/command.hpp"

namespace ringside::racf {

/// The key of a GENCERT that makes one, if it is of a kind whose making is worth a thread: RSA and DSA. Nothing is
/// checked: the command itself may be refused.
std::optional<crypto::KeySpec> planned_key(const parser::Command& command);

}  // namespace ringside::racf
