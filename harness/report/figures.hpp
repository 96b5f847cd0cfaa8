// harness/report/figures.hpp - pictures on a page, each with the same in words.
#pragma once

#include <string>
#include <vector>

#include "harness/report/html.hpp"
#include "harness/report/picture.hpp"

namespace ringside::harness::report {

/// Draws them through Graphviz; what cannot be drawn is told in words, and why. `id` begins the figures' ids.
Html figures_html(const std::vector<Picture>& pictures, const std::string& id);

}  // namespace ringside::harness::report
