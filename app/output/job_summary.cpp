// app/output/job_summary.cpp - the exit status and the summary of a job.
#include "app/output/job_summary.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/program.hpp"
#include "base/text.hpp"

namespace ringside::app {
namespace {

/// The last message number of each refused command, with its count: "IRRD122I, IRRD107I (3)".
std::string refusals(const jes::StepResult& step) {
  std::vector<std::pair<std::string, int>> counted;
  int refused = 0;
  for (const host::CommandResult& command : step.commands) {
    if (command.return_code < refused_from) continue;
    ++refused;
    const auto last = std::find_if(command.lines.rbegin(), command.lines.rend(),
                                   [](const host::OutputLine& line) { return !line.id.empty(); });
    const std::string id = last == command.lines.rend() ? "no message" : last->id;
    const auto found = std::find_if(counted.begin(), counted.end(), [&](const auto& each) { return each.first == id; });
    if (found == counted.end())
      counted.emplace_back(id, 1);
    else
      ++found->second;
  }
  if (refused == 0) return {};
  std::vector<std::string> texts;
  for (const auto& [id, times] : counted) texts.push_back(times == 1 ? id : fmt::format("{} ({})", id, times));
  return fmt::format(", {} of {} commands refused: {}", refused, step.commands.size(), base::join(texts, ", "));
}

}  // namespace

int exit_status(const jes::JobResult& job) {
  switch (job.status) {
    case jes::JobStatus::completed:
    case jes::JobStatus::scanned:
    case jes::JobStatus::held:
      return job.condition_code();
    case jes::JobStatus::jcl_error:
    case jes::JobStatus::security_error:
      return exit_jcl_error;
    case jes::JobStatus::abended:
      return exit_abend;
    case jes::JobStatus::fault:
      break;
  }
  return exit_fault;
}

void print_remarks(std::ostream& error, const std::vector<std::string>& remarks, const std::string& indent) {
  for (const std::string& remark : remarks)
    for (const std::string& line : base::lines(remark)) error << indent << line << '\n';
}

void print_summary(std::ostream& error, const jes::JobResult& job) {
  print_remarks(error, job.diagnostics, "  ");
  for (const jes::StepResult& step : job.steps) {
    fmt::print(error, "  step {} {}: {}{}\n", step.name.empty() ? "(no name)" : step.name, step.program, step.status(),
               refusals(step));
    print_remarks(error, step.diagnostics, "    ");
    for (const host::CommandResult& command : step.commands) {
      if (command.diagnostics.empty()) continue;
      fmt::print(error, "    {}\n", base::printable(command.command));
      print_remarks(error, command.diagnostics, "      ");
    }
  }
  const char* state = job.status == jes::JobStatus::held ? "waits" : "ended";
  fmt::print(error, "{} {} {}: {}\n", job.name, job.id, state, job.status_text());
}

}  // namespace ringside::app
