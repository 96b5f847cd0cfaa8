// harness/report/parts.hpp - pieces of a page that every part of a report uses.
#pragma once

#include <string>
#include <vector>

#include "harness/report/html.hpp"

namespace ringside::harness::report {

/// Section with a heading of this level (2 to 6). Those of level 2 are landmarks to a screen reader, named by it.
Html section(int level, const std::string& id, const Html& heading, const Html& content,
             const std::string& css_class = {});

/// A place that scrolls by itself where the window is narrow, reachable by keyboard.
Html scrolling(const std::string& name, const Html& content);

/// What is only read on demand.
Html folded(const Html& summary, const Html& content);

/// Lines as they stand.
Html preformatted(const std::vector<std::string>& lines);

/// Column heads of a table.
Html head_row(const std::vector<Html>& cells);
Html cell(const Html& content, const std::string& css_class = {});
Html row_head(const Html& content);

/// "1 link", "2 links".
std::string counted(std::size_t number, const std::string& what);

}  // namespace ringside::harness::report
