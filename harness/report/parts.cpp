// harness/report/parts.cpp - pieces of a page that every part of a report uses.
#include "harness/report/parts.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::harness::report {

namespace {

constexpr int chapter_level = 2;

}  // namespace

Html section(int level, const std::string& id, const Html& heading, const Html& content, const std::string& css_class) {
  Attributes attributes = {{"id", id}};
  if (level == chapter_level) attributes.emplace_back("aria-labelledby", id + "-title");
  if (!css_class.empty()) attributes.emplace_back("class", css_class);
  return element("section", attributes,
                 element(fmt::format("h{}", level), {{"id", id + "-title"}}, heading) + content) +
         "\n";
}

Html scrolling(const std::string& name, const Html& content) {
  return element("div", {{"class", "scroll"}, {"role", "group"}, {"aria-label", name}, {"tabindex", "0"}}, content);
}

Html folded(const Html& summary, const Html& content) {
  return element("details", element("summary", summary) + content) + "\n";
}

Html preformatted(const std::vector<std::string>& lines) {
  return element("pre", base::join(lines, "\n"));
}

Html head_row(const std::vector<Html>& cells) {
  Html row;
  for (const Html& one : cells) row += element("th", {{"scope", "col"}}, one);
  return element("thead", element("tr", row));
}

Html cell(const Html& content, const std::string& css_class) {
  return css_class.empty() ? element("td", content) : element("td", {{"class", css_class}}, content);
}

Html row_head(const Html& content) {
  return element("th", {{"scope", "row"}}, content);
}

std::string counted(std::size_t number, const std::string& what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

}  // namespace ringside::harness::report
