// harness/report/html.cpp - HTML made of escaped values only.
#include "harness/report/html.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace ringside::harness::report {
namespace {

// Replaces control characters and octets that are not UTF-8, which browsers show in different ways.
std::string escaped(std::string_view text) {
  std::vector<std::string> lines = base::split(base::well_formed(text), '\n');
  for (std::string& line : lines) line = base::printable(line);
  std::string result = base::replace_all(base::join(lines, "\n"), "&", "&amp;");
  result = base::replace_all(base::replace_all(result, "<", "&lt;"), ">", "&gt;");
  return base::replace_all(base::replace_all(result, "\"", "&quot;"), "'", "&#39;");
}

std::string opening(std::string_view name, const Attributes& attributes) {
  std::string markup = "<" + std::string(name);
  for (const auto& [key, value] : attributes)
    markup.append(" ").append(key).append("=\"").append(escaped(value)).append("\"");
  return markup + ">";
}

}  // namespace

Html::Html(std::string_view text) : markup_(escaped(text)) {}

Html Html::trusted(std::string markup) {
  Html html;
  html.markup_ = std::move(markup);
  return html;
}

Html& Html::operator+=(const Html& more) {
  markup_ += more.markup_;
  return *this;
}

Html element(std::string_view name, const Attributes& attributes, const Html& content) {
  return Html::trusted(opening(name, attributes) + content.markup() + "</" + std::string(name) + ">");
}

Html element(std::string_view name, const Html& content) {
  return element(name, {}, content);
}

Html void_element(std::string_view name, const Attributes& attributes) {
  return Html::trusted(opening(name, attributes));
}

Html shown_only(const Html& content) {
  return element("span", {{"aria-hidden", "true"}}, content);
}

Html read_only(const Html& content) {
  return element("span", {{"class", "read"}}, content);
}

}  // namespace ringside::harness::report
