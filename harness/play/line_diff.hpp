// harness/play/line_diff.hpp - the difference of two texts, line by line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ringside::harness {

/// Returns the lines that differ: "-" marks lines of `before`, "+" lines of `after`. Each block begins with the number
/// of its first line in `before`: "@ 12". Returns nothing if the texts are equal.
std::vector<std::string> line_diff(std::string_view before, std::string_view after);

}  // namespace ringside::harness
