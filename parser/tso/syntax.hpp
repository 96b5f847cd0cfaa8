// parser/tso/syntax.hpp - the syntax of operands as HELP writes it, from the keyword tables.
#pragma once

#include <string>

#include "parser/tso/command_table.hpp"

namespace ringside::parser {

/// The values of a subfield: "'text'", "name ...", "YES | NO", "number 0-99". Empty for a keyword without a subfield.
std::string values_syntax(const SubfieldSpec& subfield);

/// A keyword with its subfield: "LABEL('text')", "PKDS[(word | *)]", "SUBJECTSDN(CN('text') T('text'))".
std::string keyword_syntax(const KeywordSpec& keyword);

/// A positional operand, in lower case: "userid ...", in brackets if it may be left out.
std::string positional_syntax(const KeywordSpec& positional);

}  // namespace ringside::parser
