// parser/scripts/properties.hpp - files of workflow variables, which z/OSMF reads as Java properties.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "parser/lexical/diagnostic.hpp"

namespace ringside::parser {

/// Reads NAME=VALUE lines (also NAME:VALUE), comments (# and !), lines that go on behind a backslash, and the escapes
/// of java.util.Properties. Of a name that comes twice the last value counts. An error names its line.
tl::expected<std::map<std::string, std::string>, Diagnostic> read_properties(std::string_view text);

}  // namespace ringside::parser
