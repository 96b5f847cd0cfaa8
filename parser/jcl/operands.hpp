// parser/jcl/operands.hpp - the operand field of a JCL statement, after its continuations are joined.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "parser/jcl/jcl.hpp"
#include "parser/lexical/diagnostic.hpp"

namespace ringside::parser {

/// What is wrong with an operand field, as the converter says it and for a person, and where in the field.
struct JclFieldError {
  Message message;
  std::string text;
  std::size_t offset = 0;
};

/// How far an operand field goes in a record: to its first blank outside apostrophes.
struct JclFieldEnd {
  std::size_t length = 0;
  bool in_apostrophes = false;  ///< the text ended before the closing one
};
JclFieldEnd end_of_jcl_field(std::string_view text, bool in_apostrophes);

tl::expected<std::vector<JclOperand>, JclFieldError> parse_jcl_operands(std::string_view field);

}  // namespace ringside::parser
