// parser/jcl/operands.hpp - parses the operand field of a JCL statement, after its continuations are joined.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "parser/jcl/jcl.hpp"
#include "parser/lexical/diagnostic.hpp"

namespace ringside::parser {

/// An error in an operand field: the message of the converter, the cause for people, and the place.
struct JclFieldError {
  Message message;
  std::string text;
  std::size_t offset = 0;
};

/// The end of the operand field in a record: the first blank outside apostrophes.
struct JclFieldEnd {
  std::size_t length = 0;
  bool in_apostrophes = false;  ///< the record ends inside apostrophes
};
/// `in_apostrophes`: the field begins inside apostrophes, which an earlier record opened.
JclFieldEnd end_of_jcl_field(std::string_view text, bool in_apostrophes);

/// Parses a whole operand field.
tl::expected<std::vector<JclOperand>, JclFieldError> parse_jcl_operands(std::string_view field);

}  // namespace ringside::parser
