// harness/report/parts.hpp - pieces of a page that every part of a report uses.
#pragma once

#include <string>
#include <vector>

#include "harness/report/html.hpp"

namespace ringside::harness::report {

/// A section with a heading of this level (2 to 6). Sections of level 2 are landmarks for screen readers, named by
/// their heading.
Html section(int level, const std::string& id, const Html& heading, const Html& content,
             const std::string& css_class = {});

/// An area with its own scroll bar in narrow windows, which the keyboard can reach.
Html scrolling(const std::string& name, const Html& content);

/// Content that is folded until the reader opens it.
Html folded(const Html& summary, const Html& content);

/// Lines with their blanks and line ends.
Html preformatted(const std::vector<std::string>& lines);

/// Column heads of a table.
Html head_row(const std::vector<Html>& cells);
Html cell(const Html& content, const std::string& css_class = {});
Html row_head(const Html& content);

/// "1 link", "2 links".
std::string counted(std::size_t number, const std::string& what);

}  // namespace ringside::harness::report
