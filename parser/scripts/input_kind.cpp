// parser/scripts/input_kind.cpp - tells whether a file is JCL, a shell procedure, a REXX exec or a workflow.
#include "parser/scripts/input_kind.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace ringside::parser {
namespace {

constexpr std::array<std::string_view, 4> names = {"JCL", "a shell procedure", "a REXX exec", "a z/OSMF workflow"};

constexpr std::size_t looked_at = 64 * 1024;  // of a large file only the beginning is read

bool begins_with_word(std::string_view line, std::string_view word) {
  return line.starts_with(word) &&
         (line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t');
}

bool is_job_statement(const std::string& line) {
  const auto blank = line.find(' ');
  return line.starts_with("//") && blank != std::string::npos &&
         begins_with_word(base::trim(line.substr(blank)), "JOB");
}

std::vector<std::string> lines_with_text(std::string_view text) {
  std::vector<std::string> kept;
  for (const std::string& line : base::lines(text.substr(0, looked_at)))
    if (std::string trimmed = base::trim(base::replace_all(line, "\t", " ")); !trimmed.empty())
      kept.push_back(std::move(trimmed));
  return kept;
}

/// The first line after leading comments of REXX, in upper case. A comment may have several lines.
std::string first_after_comments(std::string_view text) {
  std::size_t at = 0;
  for (;;) {
    at = text.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos || text.substr(at, 2) != "/*") break;
    const std::size_t close = text.find("*/", at + 2);
    if (close == std::string_view::npos) return {};
    at = close + 2;
  }
  return at == std::string_view::npos ? std::string{} : base::upper(text.substr(at, text.find('\n', at) - at));
}

}  // namespace

InputGuess guess_input(std::string_view text) {
  if (text.starts_with("\uFEFF")) text.remove_prefix(3);
  const auto lines = lines_with_text(text);
  if (lines.empty()) return {InputKind::jcl, false, "it is empty"};
  const std::string first = base::upper(lines.front());
  if (first.starts_with("<")) return {InputKind::workflow, true, "its first line is XML"};
  if (first.starts_with("#!"))
    return {first.find("REXX") == std::string::npos ? InputKind::shell : InputKind::rexx, true, "its #! line"};
  if (first.starts_with("//")) return {InputKind::jcl, true, "its first line is a JCL statement"};
  if (first.starts_with("/*") && first.find("REXX") != std::string::npos)
    return {InputKind::rexx, true, "its first comment says REXX"};
  if (std::any_of(lines.begin(), lines.end(), is_job_statement))
    return {InputKind::jcl, true, "it has a JOB statement"};
  const bool tsocmd =
      std::any_of(lines.begin(), lines.end(), [](const std::string& line) { return begins_with_word(line, "tsocmd"); });
  if (tsocmd) return {InputKind::shell, true, "it has a line of tsocmd"};
  const std::string rest = first_after_comments(text.substr(0, looked_at));
  if (rest.starts_with('"') || rest.starts_with('\'') || begins_with_word(rest, "ADDRESS"))
    return {InputKind::rexx, true, "it begins with a quoted command"};
  const bool jcl =
      std::any_of(lines.begin(), lines.end(), [](const std::string& line) { return line.starts_with("//"); });
  return {InputKind::jcl, jcl, jcl ? "it has JCL statements" : "nothing in it shows what else it is"};
}

std::string_view name_of(InputKind kind) {
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace ringside::parser
