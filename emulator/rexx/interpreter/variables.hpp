// emulator/rexx/interpreter/variables.hpp - the variables and the data stack of the exec that runs.
#pragma once

#include <string>
#include <vector>

namespace ringside::rexx {

/// For each name (symbolic: its tail is evaluated) "=" and the value, or "" if the variable has none.
std::vector<std::string> fetch_variables(const std::vector<std::string>& names);
/// Takes name, value, name, value ...
void set_variables(const std::vector<std::string>& names_and_values);

/// Empties the data stack and returns its lines, the one that PULL would read first.
std::vector<std::string> take_stack();
/// `order` is RXQUEUE_FIFO or RXQUEUE_LIFO of Regina.
void add_to_stack(const std::vector<std::string>& lines, unsigned long order);

}  // namespace ringside::rexx
