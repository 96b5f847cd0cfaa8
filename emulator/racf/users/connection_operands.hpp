// emulator/racf/users/connection_operands.hpp - the operands that connect a user to a group.
#pragma once

#include <string>

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Returns the group that `keyword` (DFLTGRP, SUPGROUP, GROUP) names, or the issuer's default group if it is not given.
/// Returns an empty text if the issuer is not defined.
std::string group_operand(Context& context, const parser::Keyword& operands, const std::string& keyword);

/// Stores AUTHORITY and UACC, if given, in the connection.
void apply_connection_operands(const parser::Keyword& operands, database::Connection& connection);

}  // namespace ringside::racf
