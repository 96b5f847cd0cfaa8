// parser/lexical/diagnostic.cpp - own messages for wrong texts, and diagnostics as text.
#include "parser/lexical/diagnostic.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::parser {

Message own_message(OwnMessage id, const std::vector<std::string>& inserts) {
  return {base::own_messages().number(id), base::own_messages().text(id, inserts)};
}

std::string describe(Position where) {
  if (where.line == 0) return {};
  return where.column == 0 ? fmt::format("line {}", where.line)
                           : fmt::format("line {}, column {}", where.line, where.column);
}

std::string describe(const Diagnostic& diagnostic) {
  const std::string place = describe(diagnostic.where);
  std::string text = place.empty() ? diagnostic.text : place + ": " + diagnostic.text;
  if (diagnostic.line.empty()) return text;
  text += "\n    " + base::printable(diagnostic.line);
  if (diagnostic.where.column > 0)
    text += "\n    " + std::string(static_cast<std::size_t>(diagnostic.where.column - 1), ' ') + "^";
  return text;
}

}  // namespace ringside::parser
