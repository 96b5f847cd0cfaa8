// server/services/workflows/step_run.cpp - runs the template of a step without a terminal.
#include "server/services/workflows/step_run.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/host/process.hpp"
#include "emulator/tso/exec/exec_command.hpp"
#include "emulator/tso/execute.hpp"
#include "harness/workflow/shell_step.hpp"

namespace ringside::services {
namespace {

constexpr std::size_t lines_shown = 3;

std::string last_lines(const std::string& text) {
  std::vector<std::string> lines = base::lines(text);
  if (lines.size() > lines_shown) lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(lines_shown));
  for (std::string& line : lines) line = base::printable(line);
  return base::join(lines, " / ");
}

StepRun submit(const harness::StepUser& user, const harness::RunUnit& unit) {
  StepRun run;
  racf::Session session = user.session();
  std::vector<std::string> ends;
  for (const jes::JobResult& job : jes::submit(session, unit.jcl, user.submission)) {
    run.job = job.id;
    run.end.code = std::max(run.end.code, job.condition_code());
    run.end.completed =
        run.end.completed && (job.status == jes::JobStatus::completed || job.status == jes::JobStatus::scanned);
    if (!unit.output_prefix.empty())
      for (const jes::SpoolFile& file : job.spool) run.end.output += base::join(file.lines, "\n") + "\n";
    ends.push_back(fmt::format("{} {} ended: {}", job.name, job.id, job.status_text()));
  }
  run.shown = base::join(ends, " / ");
  return run;
}

void take(const host::CommandResult& result, StepRun& run) {
  run.end.code = std::max(run.end.code, result.return_code);
  for (const std::string& line : result.shown()) run.end.output += line + "\n";
}

StepRun issue(const harness::StepUser& user, const harness::RunUnit& unit) {
  StepRun run;
  racf::Session session = user.session();
  for (const parser::CommandText& command : unit.script.commands) {
    const tso::InputKind kind = tso::kind_of(command);
    if (kind == tso::InputKind::end) break;
    if (kind == tso::InputKind::command) take(tso::execute(session, command), run);
    jes::run_submitted(session, user.submission);
  }
  run.shown = last_lines(run.end.output);
  return run;
}

StepRun run_exec(const harness::StepUser& user, const harness::RunUnit& unit) {
  StepRun run;
  racf::Session session = user.session();
  host::CommandResult result;
  tso::run_exec(session, {.name = "EXEC", .source = unit.exec}, "", "TSO", result);
  jes::run_submitted(session, user.submission);
  take(result, run);
  run.shown = last_lines(run.end.output);
  return run;
}

StepRun run_script(const harness::StepUser& user, const harness::RunUnit& unit) {
  StepRun run;
  host::TextStreams streams;
  run.end.code = harness::run_shell_step(user, unit.shell, streams);
  run.end.output = streams.output();
  run.shown = last_lines(streams.output() + streams.errors());
  return run;
}

}  // namespace

StepRun run_step(const harness::StepUser& user, const harness::RunUnit& unit) {
  if (!unit.exec.empty()) return run_exec(user, unit);
  if (!unit.shell.empty()) return run_script(user, unit);
  return unit.script.commands.empty() ? submit(user, unit) : issue(user, unit);
}

}  // namespace ringside::services
