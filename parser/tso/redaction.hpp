// parser/tso/redaction.hpp - where the secrets of a command stand, so that nothing that is printed shows them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::parser {

/// A part of a command's text that must not be shown.
struct SecretRange {
  std::size_t begin;
  std::size_t end;
};

/// What stands in the parentheses (or quotes) after a secret keyword of the command, or after a word that may be one
/// misspelt; in order, without overlaps. Comments are searched as well, and so is text with unbalanced quotes.
std::vector<SecretRange> secret_ranges(std::string_view command);

}  // namespace ringside::parser
