// parser/tso/redaction.hpp - finds and masks the passwords in a command.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/lexical/secret_range.hpp"

namespace ringside::parser {

/// The content of the parentheses or quotes after each secret keyword of the command, or after a word that may be a
/// misspelled one; in order, without overlaps. Comments and text with unbalanced quotes are searched too.
std::vector<SecretRange> secret_ranges(std::string_view command);

/// The command with asterisks in place of the values of secret keywords (PASSWORD, PHRASE), for logs and reports. Works
/// on refused commands too.
std::string redacted(std::string_view command);

}  // namespace ringside::parser
