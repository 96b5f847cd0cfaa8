// parser/scripts/rexx_tokens.hpp - the tokens of a REXX exec, clause by clause.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/lexical/diagnostic.hpp"
#include "parser/scripts/script_builder.hpp"

namespace ringside::parser {

/// A token of REXX; `blank` tells whether a blank stood before it, since abuttal and blank are operators.
struct RexxToken {
  enum class Kind { string, symbol, concatenate, assign, other, end_of_clause };
  Kind kind = Kind::other;
  std::string text;
  Position where;
  bool blank = false;
};

/// The tokens of all clauses, each clause closed by its end; symbols in upper case. What is not closed, or no plain
/// string, is an error of the builder.
std::vector<RexxToken> split_rexx(std::string_view text, ScriptBuilder& builder);

}  // namespace ringside::parser
