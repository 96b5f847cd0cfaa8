// parser/lexical/diagnostic.cpp - own messages for wrong texts, and diagnostics as text.
#include "parser/lexical/diagnostic.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace ringside::parser {

Message own_message(OwnMessage id, const std::vector<std::string>& inserts) {
  return {base::own_messages().number(id), base::own_messages().text(id, inserts)};
}

std::string describe(Position where) {
  if (where.line == 0) return {};
  return where.column == 0 ? fmt::format("line {}", where.line)
                           : fmt::format("line {}, column {}", where.line, where.column);
}

std::vector<std::string> shown_line(const Diagnostic& diagnostic) {
  constexpr std::size_t most_before = 100, most_characters = 160;
  if (diagnostic.line.empty()) return {};
  const auto column = static_cast<std::size_t>(std::max(diagnostic.where.column - 1, 0));
  const std::size_t left_out = column > most_before ? column - most_before : 0;
  std::string_view line = diagnostic.line;
  line.remove_prefix(base::first_characters(line, left_out).size());
  const std::string_view part = base::first_characters(line, most_characters);
  const std::string dots = left_out > 0 ? "..." : "";
  std::vector<std::string> shown{dots + base::printable(part) + (part.size() < line.size() ? "..." : "")};
  if (diagnostic.where.column > 0) shown.push_back(std::string(dots.size() + column - left_out, ' ') + "^");
  return shown;
}

std::string describe(const Diagnostic& diagnostic) {
  const std::string place = describe(diagnostic.where);
  std::string text = place.empty() ? diagnostic.text : place + ": " + diagnostic.text;
  for (const std::string& line : shown_line(diagnostic)) text += "\n    " + line;
  return text;
}

}  // namespace ringside::parser
