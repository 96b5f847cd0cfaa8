// parser/tables/tso.hpp - the tables of TSO's own commands.
#pragma once

#include <span>

#include "parser/tso/command_table.hpp"

namespace ringside::parser::tables {

std::span<const CommandSpec> tso_commands();

}  // namespace ringside::parser::tables
