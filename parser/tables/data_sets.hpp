// parser/tables/data_sets.hpp - the tables of the commands on data set profiles.
#pragma once

#include <span>

#include "parser/tso/command_table.hpp"

namespace ringside::parser::tables {

std::span<const CommandSpec> data_set_commands();

}  // namespace ringside::parser::tables
