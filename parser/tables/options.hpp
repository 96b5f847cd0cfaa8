// parser/tables/options.hpp - the tables of SETROPTS and RVARY.
#pragma once

#include <span>

#include "parser/tso/command_table.hpp"

namespace ringside::parser::tables {

std::span<const CommandSpec> option_commands();

}  // namespace ringside::parser::tables
