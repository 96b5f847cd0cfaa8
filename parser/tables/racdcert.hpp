// parser/tables/racdcert.hpp - the table of RACDCERT.
#pragma once

#include <span>

#include "parser/tso/command_table.hpp"

namespace ringside::parser::tables {

std::span<const CommandSpec> racdcert_commands();

}  // namespace ringside::parser::tables
