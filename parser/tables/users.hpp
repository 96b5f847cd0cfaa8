// parser/tables/users.hpp - the tables of the commands on users, groups and connections.
#pragma once

#include <span>

#include "parser/tso/command_table.hpp"

namespace ringside::parser::tables {

std::span<const CommandSpec> user_commands();

}  // namespace ringside::parser::tables
