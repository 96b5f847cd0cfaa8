// harness/report/figures.hpp - pictures on a page, each with a description in words.
#pragma once

#include <string>
#include <vector>

#include "harness/report/html.hpp"
#include "harness/report/picture.hpp"

namespace ringside::harness::report {

/// Draws pictures with Graphviz. A picture that cannot be drawn becomes its words and the reason. `id` is the prefix of
/// the figures' ids.
Html figures_html(const std::vector<Picture>& pictures, const std::string& id);

}  // namespace ringside::harness::report
