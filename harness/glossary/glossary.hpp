// harness/glossary/glossary.hpp - what messages, codes of R_datalib, TLS errors and verdicts mean, and what mends them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/glossary/entries.hpp"

namespace ringside::harness::glossary {

/// The entry that `text` names, which may hold more than the name: a whole line with a message, a TLS error in the
/// words of another tool, "(8, 8, 84)". nullptr if there is none.
const Entry* find(std::string_view text);

/// Names that `text` may be a misspelling of, or that begin like it; at most five.
std::vector<std::string> near_misses(std::string_view text);

/// An entry as text that people read, in lines of at most `width` columns.
std::vector<std::string> entry_lines(const Entry& entry, std::size_t width);

}  // namespace ringside::harness::glossary
