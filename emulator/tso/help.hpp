// emulator/tso/help.hpp - the HELP command: a page for each command and each RACDCERT function, from the tables by
// which the commands work.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/tso/command.hpp"

namespace ringside::tso {

/// The titles of all pages: "ADDUSER", "RACDCERT GENCERT", in the order of the table.
std::vector<std::string_view> help_pages();

/// Processes HELP: the list of commands, a page, or the parts of a page that FUNCTION, SYNTAX or OPERANDS(...) select.
/// An unknown topic ends with 12.
void show_help(racf::Session& session, const parser::Command& command, host::CommandResult& result);

}  // namespace ringside::tso
