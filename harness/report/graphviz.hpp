// harness/report/graphviz.hpp - runs Graphviz's program dot.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace ringside::harness::report {

/// Draws the graphs as SVG elements for a page, in one call of dot. They have no ids and no version of Graphviz. The
/// error is a sentence: dot is missing, fails, or takes too long.
tl::expected<std::vector<std::string>, std::string> draw_svg(const std::vector<std::string>& graphs);

/// The content of a file with one element of draw_svg().
std::string svg_file(const std::string& element);

}  // namespace ringside::harness::report
