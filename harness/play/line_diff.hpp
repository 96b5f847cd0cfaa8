// harness/play/line_diff.hpp - how one text differs from another, line by line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ringside::harness {

/// The lines of both that differ, "-" before those of `before` and "+" before those of `after`, each block under the
/// number of its first line in `before`: "@ 12". Nothing if they are the same.
std::vector<std::string> line_diff(std::string_view before, std::string_view after);

}  // namespace ringside::harness
