// scenarios/harness/report_text.cpp - played scenarios as text.
#include "scenarios/harness/report_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "scenarios/harness/checks.hpp"
#include "scenarios/harness/trust_text.hpp"
#include "scenarios/harness/wrap.hpp"

namespace ringside::harness {
namespace {

void append(Lines& lines, const Lines& more, const std::string& indent) {
  for (const std::string& line : more) lines.push_back(base::trim_right(indent + line));
}

constexpr std::size_t report_width = 112;
constexpr std::size_t hang = 6;  // the width of "rc 0  "

Lines command_lines(const racf::CommandResult& command) {
  Lines lines =
      wrapped(fmt::format("rc {:<2} {}", command.return_code, one_line(command.command)), report_width, hang + 2);
  for (const racf::Line& line : command.lines) append(lines, {shown(line)}, std::string(hang, ' '));
  for (const std::string& text : command.diagnostics)
    for (const std::string& line : base::lines(text))
      append(lines, {base::printable(line)}, std::string(hang, ' ') + "remark: ");
  return lines;
}

// The condition code of a step is that of its last command; refusals before it are easily overlooked.
std::string refusals_inside(const jes::StepResult& step) {
  const auto refused = std::count_if(step.commands.begin(), step.commands.end(),
                                     [](const auto& command) { return command.return_code >= 8; });
  if (refused == 0) return {};
  return fmt::format(", with {} refusal{} inside", refused, refused == 1 ? "" : "s");
}

Lines job_lines(const jes::JobResult& job) {
  Lines lines;
  for (const jes::StepResult& step : job.steps) {
    for (const racf::CommandResult& command : step.commands) append(lines, command_lines(command), "");
    for (const std::string& text : step.diagnostics) append(lines, base::lines(text), "remark: ");
    lines.push_back(fmt::format("step {}: {}{}", step.name, step.status(), refusals_inside(step)));
  }
  for (const std::string& text : job.diagnostics) append(lines, base::lines(text), "remark: ");
  lines.push_back(fmt::format("job {} ({}): {}", job.name, job.id, job.status_text()));
  return lines;
}

std::string place(const std::string& file, parser::Position where) {
  if (where.line == 0) return file;
  return fmt::format("{}:{}:{}", file, where.line, where.column);
}

Lines failure_lines(const Failure& failure, const std::string& file) {
  return {fmt::format("{}: {}", place(file, failure.where), base::printable(failure.what)),
          "    expected: " + base::printable(failure.expected), "    came:     " + base::printable(failure.came)};
}

}  // namespace

Lines opening_lines(const std::string& name, const std::string& about, const std::string& file) {
  Lines lines = {std::string(base::printable(name)), std::string(name.size(), '='), file};
  append(lines, base::lines(about), "");
  lines.emplace_back();
  return lines;
}

Lines step_lines(const StepReport& step, const std::string& file) {
  const std::string where = step.system.empty() ? std::string{} : step.system + ": ";
  Lines lines = {fmt::format("{:>2}. {}{}", step.number, where, base::printable(step.title))};
  for (const racf::CommandResult& command : step.commands) append(lines, command_lines(command), "      ");
  for (const jes::JobResult& job : step.jobs) append(lines, job_lines(job), "      ");
  append(lines, step.notes, "      ");
  if (step.trust) append(lines, trust_lines(*step.trust), "      ");
  for (const Failure& failure : step.failures) append(lines, failure_lines(failure, file), "   !! ");
  lines.emplace_back();
  return lines;
}

Lines verdict_lines(const ScenarioReport& report) {
  Lines lines;
  const std::string title = report.name.empty() ? std::string{} : "  " + base::printable(report.name);
  lines.push_back(fmt::format("{} {}{}", report.passed() ? "passed" : "FAILED", report.file, title));
  for (const parser::Diagnostic& mistake : report.mistakes) {
    lines.push_back(fmt::format("  {}: {}", place(report.file, mistake.where), base::printable(mistake.text)));
    if (mistake.line.empty()) continue;
    lines.push_back("    " + base::printable(mistake.line));
    lines.push_back("    " + std::string(static_cast<std::size_t>(std::max(mistake.where.column - 1, 0)), ' ') + "^");
  }
  for (const StepReport& step : report.steps) {
    if (step.failures.empty()) continue;
    lines.push_back(fmt::format("  step {}, {}", step.number, base::printable(step.title)));
    for (const Failure& failure : step.failures) append(lines, failure_lines(failure, report.file), "    ");
  }
  return lines;
}

std::string summary_line(const std::vector<ScenarioReport>& reports) {
  const auto passed = std::count_if(reports.begin(), reports.end(), [](const ScenarioReport& r) { return r.passed(); });
  const auto all = static_cast<std::ptrdiff_t>(reports.size());
  return fmt::format("{} scenario{}: {} passed, {} failed", all, all == 1 ? "" : "s", passed, all - passed);
}

}  // namespace ringside::harness
