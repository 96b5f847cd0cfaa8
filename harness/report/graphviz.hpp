// harness/report/graphviz.hpp - Graphviz, called as the program dot.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace ringside::harness::report {

/// Draws the graphs as SVG, all in one call: elements to stand in a page, without ids and without the version of
/// Graphviz. The error is a sentence: there is no dot, it fails, or it takes too long.
tl::expected<std::vector<std::string>, std::string> draw_svg(const std::vector<std::string>& graphs);

/// An element of draw_svg as a file of its own.
std::string svg_file(const std::string& element);

}  // namespace ringside::harness::report
