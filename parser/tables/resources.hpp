// parser/tables/resources.hpp - the tables of the commands on general resource profiles.
#pragma once

#include <span>

#include "parser/tso/command_table.hpp"

namespace ringside::parser::tables {

std::span<const CommandSpec> resource_commands();

}  // namespace ringside::parser::tables
