// parser/tso/value_check.hpp - whether a value is written as its keyword's table row says.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "parser/lexical/operand_tree.hpp"
#include "parser/tso/command_table.hpp"

namespace ringside::parser {

/// The value as a handler gets it (folded, a data set name without its quotes), or the cause of refusal for a person.
tl::expected<std::string, std::string> check_value(const SubfieldSpec& subfield, const Operand& operand,
                                                   std::span<const std::string> site_classes);

/// The words of a list that `word` may mean: the one it equals, else all that it abbreviates.
std::vector<std::string_view> meanings(std::span<const std::string_view> words, std::string_view word);

}  // namespace ringside::parser
