// parser/tso/value_check.hpp - checks a value by the table row of its keyword.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "parser/lexical/operand_tree.hpp"
#include "parser/tso/command_table.hpp"

namespace ringside::parser {

/// Returns the value for the handler (folded to upper case, a data set name without quotes), or the cause of the error
/// for people. `site_classes` are classes besides the supplied ones.
tl::expected<std::string, std::string> check_value(const SubfieldSpec& subfield, const Operand& operand,
                                                   std::span<const std::string> site_classes);

/// The words of a list that `word` can mean: the word itself, or else all that it abbreviates.
std::vector<std::string_view> meanings(std::span<const std::string_view> words, std::string_view word);

}  // namespace ringside::parser
