// harness/report/steps.cpp - the steps of a scenario as HTML: commands, jobs with their spool, checks.
#include "harness/report/steps.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/play/transcript.hpp"
#include "harness/report/parts.hpp"
#include "harness/report/trust_part.hpp"
#include "harness/trust/timeline_text.hpp"

namespace ringside::harness::report {
namespace {

std::string place(const ScenarioReport& report, parser::Position where) {
  return where.line == 0 ? report.file : fmt::format("{}:{}:{}", report.file, where.line, where.column);
}

Html failure_html(const ScenarioReport& report, const Failure& failure) {
  Html text =
      element("p", element("strong", failure.what) + Html(" at ") + element("code", place(report, failure.where)));
  text += element("dl", element("dt", "Expected") + element("dd", failure.expected) + element("dt", "Came") +
                            element("dd", failure.came));
  if (!failure.around.empty()) text += folded("Transcript", preformatted(failure.around));
  return element("li", text) + "\n";
}

Html spool_html(const jes::JobResult& job) {
  Html text;
  for (const jes::SpoolFile& file : job.spool)
    text += folded(fmt::format("{} {} ({})", file.step, file.dd, counted(file.lines.size(), "line")),
                   preformatted(file.lines));
  return folded(fmt::format("Spool of {} ({})", job.name, job.id), element("div", {{"class", "spool"}}, text));
}

Html job_html(const jes::JobResult& job) {
  const Html title = fmt::format("Job {} ({}): {}", job.name, job.id, job.status_text());
  return element("p", {{"class", "job"}}, title) + folded("Commands and steps", preformatted(job_lines(job))) +
         spool_html(job);
}

Html commands_html(const StepReport& step) {
  if (step.commands.empty()) return {};
  Lines lines;
  for (const host::CommandResult& command : step.commands) append(lines, command_lines(command), "");
  return folded(counted(step.commands.size(), "command"), preformatted(lines));
}

Html check_html(const StepReport& step, bool is_elsewhere, const std::string& id, int level) {
  const std::string own_id = check_id(id, step);
  if (is_elsewhere)
    return element("p", element("a", {{"href", "#" + own_id + "-links"}}, "The links of this check, explained"));
  const LinkPage page(*step.trust, own_id, check_name(step));
  return element("p", headline(page)) + glance_html(page) +
         folded("Every link of " + page.name, links_html(page, level + 1));
}

Html step_html(const StepReport& step, bool is_shown, const std::string& id, int level) {
  Html text;
  if (!step.failures.empty())
    text += element("p", {{"class", "bad"}},
                    "\u2717 " + counted(step.failures.size(), "failed expectation") + ", told above");
  for (const std::string& note : step.notes) text += element("p", note);
  text += commands_html(step);
  for (const jes::JobResult& job : step.jobs) text += job_html(job);
  if (step.trust) text += check_html(step, is_shown, id, level);
  if (step.timeline) text += element("p", "Links over time:") + preformatted(timeline_lines(*step.timeline));
  return section(level, id + "-step-" + std::to_string(step.number), title_of(step), text, "step");
}

}  // namespace

std::string title_of(const StepReport& step) {
  const std::string where = step.system.empty() ? std::string{} : step.system + ": ";
  return fmt::format("Step {}. {}{}", step.number, where, step.title);
}

std::string check_id(const std::string& id, const StepReport& step) {
  return id + "-check-" + std::to_string(step.number);
}

std::string check_name(const StepReport& step) {
  return "step " + std::to_string(step.number);
}

Html failures_html(const ScenarioReport& report, const std::string& id, int level) {
  Html text;
  for (const StepReport& step : report.steps) {
    if (step.failures.empty()) continue;
    Html items;
    for (const Failure& failure : step.failures) items += failure_html(report, failure);
    text += element("p", element("a", {{"href", fmt::format("#{}-step-{}", id, step.number)}}, title_of(step))) +
            element("ul", {{"class", "failures"}}, items);
  }
  if (text.empty()) return {};
  return section(level, id + "-failures", counted(report.failures(), "failed expectation"), text, "bad");
}

Html steps_html(const ScenarioReport& report, const StepReport* shown, const std::string& id, int level) {
  Html text;
  for (const StepReport& step : report.steps) text += step_html(step, &step == shown, id, level + 1);
  return section(level, id + "-steps", "Step by step", text);
}

}  // namespace ringside::harness::report
