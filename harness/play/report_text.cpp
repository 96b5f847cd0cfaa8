// harness/play/report_text.cpp - played scenarios as text.
#include "harness/play/report_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/play/differences.hpp"
#include "harness/play/transcript.hpp"
#include "harness/trust/timeline_text.hpp"
#include "harness/trust/trust_text.hpp"

namespace ringside::harness {
namespace {

std::string place(const std::string& file, parser::Position where) {
  if (where.line == 0) return file;
  return fmt::format("{}:{}:{}", file, where.line, where.column);
}

Lines failure_lines(const Failure& failure, const std::string& file) {
  Lines lines = {fmt::format("{}: {}", place(file, failure.where), base::printable(failure.what)),
                 "    expected: " + base::printable(failure.expected),
                 "    came:     " + base::printable(failure.came)};
  for (const std::string& line : failure.around) append(lines, {base::printable(line)}, "    | ");
  return lines;
}

// Outcomes that need attention are in capitals.
std::string verdict(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed:
    case Outcome::skipped:
      return std::string(to_string(outcome));
    case Outcome::hung:
    case Outcome::broken:
      return base::upper(to_string(outcome));
    case Outcome::failed:
    case Outcome::mistaken:
      break;
  }
  return "FAILED";
}

Lines mistake_lines(const parser::Diagnostic& mistake, const std::string& file) {
  Lines lines = {fmt::format("{}: {}", place(file, mistake.where), base::printable(mistake.text))};
  for (const std::string& line : parser::shown_line(mistake)) lines.push_back("  " + line);
  return lines;
}

Lines interruption_lines(const Interruption& end, const std::string& file) {
  return {fmt::format("{}: step {}{}{}", place(file, end.where), end.step, end.title.empty() ? "" : ", ",
                      base::printable(end.title)),
          "    " + base::printable(end.why)};
}

// A scenario that passed says that a real system would not do all of it.
Lines difference_lines(const ScenarioReport& report) {
  Lines lines;
  if (const std::string line = differences_line(report); !line.empty()) lines.push_back("but " + line + ":");
  for (const StepReport& step : report.steps)
    for (const std::string& remark : differences_of(step))
      append_wrapped(lines, fmt::format("step {}, {}: {}", step.number, step.title, remark), 2);
  return lines;
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
  for (const host::CommandResult& command : step.commands) append(lines, command_lines(command), "      ");
  for (const jes::JobResult& job : step.jobs) append(lines, job_lines(job), "      ");
  append(lines, step.notes, "      ");
  if (step.trust) append(lines, trust_lines(*step.trust), "      ");
  if (step.timeline) append(lines, timeline_lines(*step.timeline), "      ");
  for (const Failure& failure : step.failures) append(lines, failure_lines(failure, file), "   !! ");
  lines.emplace_back();
  return lines;
}

Lines failure_lines(const StepReport& step, const std::string& file) {
  Lines lines;
  if (step.failures.empty()) return lines;
  lines.push_back(fmt::format("step {}, {}", step.number, base::printable(step.title)));
  for (const Failure& failure : step.failures) append(lines, failure_lines(failure, file), "  ");
  return lines;
}

Lines verdict_lines(const ScenarioReport& report) {
  Lines lines;
  const std::string title = report.name.empty() ? std::string{} : "  " + base::printable(report.name);
  lines.push_back(fmt::format("{} {}{}", verdict(report.outcome()), report.file, title));
  if (report.passed()) append(lines, difference_lines(report), "  ");
  if (!report.skip.empty()) lines.push_back("  because: " + base::printable(report.skip));
  for (const parser::Diagnostic& mistake : report.mistakes) append(lines, mistake_lines(mistake, report.file), "  ");
  if (report.interruption) append(lines, interruption_lines(*report.interruption, report.file), "  ");
  for (const StepReport& step : report.steps) append(lines, failure_lines(step, report.file), "  ");
  return lines;
}

std::string summary_line(const std::vector<Outcome>& outcomes) {
  const auto count = [&](Outcome outcome) { return std::count(outcomes.begin(), outcomes.end(), outcome); };
  const auto all = static_cast<std::ptrdiff_t>(outcomes.size());
  const auto skipped = count(Outcome::skipped);
  const auto passed = count(Outcome::passed);
  std::string line =
      fmt::format("{} scenario{}: {} passed, {} failed", all, all == 1 ? "" : "s", passed, all - passed - skipped);
  if (const auto hung = count(Outcome::hung); hung > 0) line += fmt::format(" ({} hung)", hung);
  if (skipped > 0) line += fmt::format(", {} skipped", skipped);
  return line;
}

}  // namespace ringside::harness
