// parser/scripts/rexx_tokens.hpp - splits a REXX exec into tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/lexical/diagnostic.hpp"
#include "parser/scripts/script_builder.hpp"

namespace ringside::parser {

/// A token of REXX. Abuttal and blank are operators, so `blank` tells whether there is a blank before the token.
struct RexxToken {
  enum class Kind { string, symbol, concatenate, assign, other, end_of_clause };
  Kind kind = Kind::other;
  std::string text;
  Position where;
  bool blank = false;
};

/// The tokens of all clauses, with an end_of_clause after each; symbols in upper case. Strings and comments without an
/// end, and hexadecimal and binary strings, become errors of the builder.
std::vector<RexxToken> split_rexx(std::string_view text, ScriptBuilder& builder);

}  // namespace ringside::parser
