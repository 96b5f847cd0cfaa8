// parser/lexical/operand_tree.hpp - the operands of a TSO command as words, quoted strings and parentheses, before
// keywords are looked up.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "parser/lexical/diagnostic.hpp"

namespace ringside::parser {

struct Operand {
  enum class Kind { word, quoted, group };
  Kind kind = Kind::word;
  std::string text;            ///< a word as written; a quoted string without its quotes, doubled quotes made single
  std::size_t offset = 0;      ///< of the first character, in the command text
  std::size_t end = 0;         ///< past the last character, with quotes and parentheses
  bool closed = true;          ///< false for a quoted string or group without its end
  bool glued = false;          ///< no separator before it (the '(' in "DSN('x')", the word in "')IP(")
  std::vector<Operand> items;  ///< of a group
};

struct OperandTree {
  std::string command;  ///< the first word, as written
  std::size_t command_offset = 0;
  std::vector<Operand> operands;
  int assumed_parentheses = 0;                   ///< number of right parentheses missing at the end
  std::vector<std::size_t> surplus_parentheses;  ///< offsets of right parentheses that close nothing
  bool semicolon = false;                        ///< operands after ';' were dropped
};

/// Parses one command whose continuations are joined. Separators are blanks, commas, tabs and comments. A comment
/// without its end extends to the end of the command. The only errors are exceeded limits of base/limits.hpp (length,
/// depth, number of operands).
tl::expected<OperandTree, Diagnostic> parse_operand_tree(std::string_view command);

/// LIBRARY(MEMBER), which is a word and a group of one word without a blank between them, as one word. Returns nullopt
/// if the operands do not begin with that.
std::optional<Operand> library_with_member(std::span<const Operand> operands);

}  // namespace ringside::parser
