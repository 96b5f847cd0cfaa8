// emulator/racf/racdcert/planned_key.hpp - the key that a command makes, before the command runs.
#pragma once

#include <optional>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf::racdcert {

/// Returns the kind of key that a GENCERT or REKEY makes, by the same rule as the command itself (key_to_make()).
/// nullopt if the command makes no key, refuses its key operands, or makes a NIST P-256 key, which is faster than a
/// thread. For a REKEY the old key must be in the database already.
std::optional<crypto::KeySpec> planned_key(Session& session, const parser::Command& command);

}  // namespace ringside::racf::racdcert
