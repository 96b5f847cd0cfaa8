// parser/lexical/secret_range.hpp - parts of a text that must not be shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::parser {

/// A part of the text of a command that must not be shown.
struct SecretRange {
  std::size_t begin;
  std::size_t end;
};

/// The ranges in order; those that touch or overlap become one, and empty ones are left out.
std::vector<SecretRange> merged(std::vector<SecretRange> ranges);

/// Returns the text with asterisks in place of the ranges, which are in order and do not overlap.
std::string masked(std::string_view text, const std::vector<SecretRange>& ranges);

}  // namespace ringside::parser
