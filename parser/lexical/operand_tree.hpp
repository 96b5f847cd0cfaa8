// parser/lexical/operand_tree.hpp - the generic shape of TSO operands: words, quoted strings and parentheses. No
// keyword is known here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "parser/lexical/diagnostic.hpp"

namespace ringside::parser {

struct Operand {
  enum class Kind { word, quoted, group };
  Kind kind = Kind::word;
  std::string text;            ///< word as written; quoted without its quotes, doubled ones made single
  std::size_t offset = 0;      ///< of its first character in the command text
  std::size_t end = 0;         ///< past its last character, quotes and parentheses included
  bool closed = true;          ///< a quoted string or group that ran to the end of the command is not
  bool glued = false;          ///< no separator before it (the '(' in "DSN('x')", the word in "')IP(")
  std::vector<Operand> items;  ///< of a group
};

struct OperandTree {
  std::string command;  ///< the first word, as written
  std::size_t command_offset = 0;
  std::vector<Operand> operands;
  int assumed_parentheses = 0;                   ///< right parentheses missing at the end
  std::vector<std::size_t> surplus_parentheses;  ///< offsets of right parentheses that close nothing
  bool semicolon = false;                        ///< operands after ';' were dropped
};

/// Parses one joined command. Separators are blanks, commas, tabs and comments; an unclosed comment runs to the end.
/// Fails only on the bounds of base/limits.hpp (length, depth, number of operands), before the grammar runs.
tl::expected<OperandTree, Diagnostic> parse_operand_tree(std::string_view command);

}  // namespace ringside::parser
