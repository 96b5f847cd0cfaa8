// harness/play/transcript.cpp - commands and jobs as reports show them.
#include "harness/play/transcript.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/wrap.hpp"
#include "harness/trust/trust_text.hpp"

namespace ringside::harness {
namespace {

constexpr std::size_t brief_length = 72;
constexpr std::size_t hang = 6;  // the width of "rc 0  "

}  // namespace

std::string with_single_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  return base::trim_right(result);
}

std::string one_line(const std::string& command) {
  return base::printable(with_single_blanks(command));
}

std::string brief(const std::string& command) {
  const std::string text = one_line(command);
  return text.size() <= brief_length ? text : text.substr(0, brief_length - 3) + "...";
}

std::string shown(const host::OutputLine& line) {
  return base::printable(line.id.empty() ? line.text : line.id + " " + line.text);
}

void append(Lines& lines, const Lines& more, const std::string& indent) {
  for (const std::string& line : more) lines.push_back(base::trim_right(indent + line));
}

Lines command_lines(const host::CommandResult& command) {
  Lines lines =
      base::wrapped(fmt::format("rc {:<2} {}", command.return_code, one_line(command.command)), report_width, hang + 2);
  for (const host::OutputLine& line : command.lines) append(lines, {shown(line)}, std::string(hang, ' '));
  for (const std::string& text : command.diagnostics)
    for (const std::string& line : base::lines(text))
      append(lines, {base::printable(line)}, std::string(hang, ' ') + "remark: ");
  return lines;
}

namespace {

// The condition code of a step is that of its last command, so refusals before it are easily missed.
std::string refusals_inside(const jes::StepResult& step) {
  const auto refused = std::count_if(step.commands.begin(), step.commands.end(),
                                     [](const auto& command) { return command.return_code >= 8; });
  if (refused == 0) return {};
  return fmt::format(", with {} refusal{} inside", refused, refused == 1 ? "" : "s");
}

}  // namespace

Lines job_lines(const jes::JobResult& job) {
  Lines lines;
  for (const jes::StepResult& step : job.steps) {
    for (const host::CommandResult& command : step.commands) append(lines, command_lines(command), "");
    for (const std::string& text : step.diagnostics) append(lines, base::lines(text), "remark: ");
    lines.push_back(fmt::format("step {}: {}{}", step.name, step.status(), refusals_inside(step)));
  }
  for (const std::string& text : job.diagnostics) append(lines, base::lines(text), "remark: ");
  lines.push_back(fmt::format("job {} ({}): {}", job.name, job.id, job.status_text()));
  return lines;
}

Lines shortened(Lines lines) {
  if (lines.size() <= most_lines_around) return lines;
  const auto half = static_cast<std::ptrdiff_t>(most_lines_around / 2);
  const std::size_t left_out = lines.size() - most_lines_around;
  lines.erase(lines.begin() + half, lines.end() - half);
  lines.insert(lines.begin() + half, fmt::format("... {} lines ...", left_out));
  return lines;
}

void add_transcript(Failures& failures, std::size_t from, const Lines& transcript) {
  const Lines kept = shortened(transcript);
  for (std::size_t at = from; at < failures.size(); ++at)
    if (failures[at].around.empty()) failures[at].around = kept;
}

}  // namespace ringside::harness
