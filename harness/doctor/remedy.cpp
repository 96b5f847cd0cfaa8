// harness/doctor/remedy.cpp - remedies as text.
#include "harness/doctor/remedy.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::harness {

bool Remedy::by_commands() const {
  return !lines.empty() && std::none_of(lines.begin(), lines.end(),
                                        [](const RemedyLine& line) { return line.kind == RemedyLine::Kind::by_hand; });
}

std::string to_text(const RemedyLine& line) {
  if (line.kind != RemedyLine::Kind::transfer) return base::printable(line.text);
  return fmt::format("ringside transfer {} --from {} --to {}", line.text, line.system, line.to);
}

std::vector<std::string> remedy_lines(const Remedy& remedy) {
  std::vector<std::string> lines;
  for (const RemedyLine& line : remedy.lines) lines.push_back(fmt::format("{:<8}  {}", line.system, to_text(line)));
  return lines;
}

}  // namespace ringside::harness
