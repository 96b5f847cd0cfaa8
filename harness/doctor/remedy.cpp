// harness/doctor/remedy.cpp - remedies as text.
#include "harness/doctor/remedy.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::harness {
namespace {

/// A word of a shell command, in quotes if the shell would change it.
std::string in_shell(const std::string& word) {
  constexpr std::string_view plain = "_./:+,=@%-";
  const bool is_plain = !word.empty() && std::all_of(word.begin(), word.end(), [&](unsigned char c) {
    return (std::isalnum(c) != 0 && c < 0x80U) || plain.find(static_cast<char>(c)) != std::string_view::npos;
  });
  return is_plain ? word : "'" + base::replace_all(base::printable(word), "'", "'\\''") + "'";
}

}  // namespace

bool Remedy::by_commands() const {
  return !lines.empty() && std::none_of(lines.begin(), lines.end(),
                                        [](const RemedyLine& line) { return line.kind == RemedyLine::Kind::by_hand; });
}

std::string ringside_command(const std::string& lab_file, const std::vector<std::string>& words) {
  std::string command = "ringside";
  if (!lab_file.empty()) command += " --lab " + in_shell(lab_file);
  for (const std::string& word : words) command += " " + in_shell(word);
  return command;
}

std::string to_text(const RemedyLine& line, const std::string& lab_file) {
  if (line.kind != RemedyLine::Kind::transfer) return base::printable(line.text);
  return ringside_command(lab_file, {"transfer", line.text, "--from", line.system, "--to", line.to});
}

std::vector<std::string> remedy_lines(const Remedy& remedy, const std::string& lab_file) {
  std::vector<std::string> lines;
  for (const RemedyLine& line : remedy.lines)
    lines.push_back(fmt::format("{:<8}  {}", line.system, to_text(line, lab_file)));
  return lines;
}

std::vector<std::string> lines_by_system(const Remedy& remedy, const std::string& lab_file) {
  std::vector<std::string> lines;
  std::string system;
  for (const RemedyLine& line : remedy.lines) {
    const bool is_here = line.kind == RemedyLine::Kind::transfer;  // a command of ringside names its systems
    if (!is_here && std::exchange(system, line.system) != line.system) lines.push_back("on " + line.system + ":");
    if (is_here) system.clear();
    lines.push_back((is_here ? "" : "  ") + to_text(line, lab_file));
  }
  return lines;
}

}  // namespace ringside::harness
