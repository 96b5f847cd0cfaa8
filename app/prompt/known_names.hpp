// app/prompt/known_names.hpp - the names of a lab that complete the operands of TSO commands.
#pragma once

#include <string>
#include <vector>

#include "app/prompt/completion.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::app {

/// The names that the operand may have: labels and rings of its owner (of all owners while none is typed), users,
/// groups, classes, profiles, data sets, tokens, topics of HELP. None for an operand that makes a new name, and no name
/// that a terminal would obey.
std::vector<std::string> known_names(racf::Session& session, const OpenOperand& operand);

}  // namespace ringside::app
