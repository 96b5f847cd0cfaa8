// base/wrap.cpp - folds long lines of a report.
#include "base/wrap.hpp"

#include "base/text.hpp"

namespace ringside::base {

std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::size_t hang) {
  std::vector<std::string> lines;
  std::string indent;
  while (indent.size() + text.size() > width) {
    const std::size_t room = width > indent.size() ? width - indent.size() : 1;
    const std::size_t first_word = text.find_first_not_of(' ');
    std::size_t cut = text.rfind(' ', room);
    if (cut == std::string_view::npos || cut < first_word) cut = text.find(' ', first_word);
    if (cut == std::string_view::npos) break;
    lines.push_back(trim_right(indent + std::string(text.substr(0, cut))));
    const std::size_t next = text.find_first_not_of(' ', cut);
    text = next == std::string_view::npos ? std::string_view{} : text.substr(next);
    indent = std::string(hang, ' ');
  }
  if (!text.empty() || lines.empty()) lines.push_back(trim_right(indent + std::string(text)));
  return lines;
}

}  // namespace ringside::base
