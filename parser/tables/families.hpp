// parser/tables/families.hpp - the command tables by family; command_table.cpp puts them together.
#pragma once

#include <span>

#include "parser/tso/command_table.hpp"

namespace ringside::parser::tables {

std::span<const CommandSpec> racdcert_commands();
std::span<const CommandSpec> user_commands();
std::span<const CommandSpec> resource_commands();
std::span<const CommandSpec> data_set_commands();
std::span<const CommandSpec> option_commands();
std::span<const CommandSpec> tso_commands();

}  // namespace ringside::parser::tables
