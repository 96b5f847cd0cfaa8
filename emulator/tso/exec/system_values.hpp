// emulator/tso/exec/system_values.hpp - SYSVAR and MVSVAR: what an exec asks about session and system.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/session.hpp"

namespace ringside::tso {

/// SYSVAR: the value of a variable of the session, empty for one that has none here. Returns nullopt if TSO/E has no
/// such variable.
std::optional<std::string> session_variable(const racf::Session& session, const std::string& name);

/// MVSVAR: the same for variables of the system; SYMDEF takes the name of a system symbol.
std::optional<std::string> system_variable(const racf::Session& session, const std::string& name,
                                           const std::string& symbol);

}  // namespace ringside::tso
