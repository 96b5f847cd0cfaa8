// app/run_command.cpp - ringside run: submits jobs, prints their spool, and sums up what a person must know.
#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/program.hpp"
#include "app/result_json.hpp"
#include "emulator/base/text.hpp"
#include "emulator/jes/submit.hpp"

namespace ringside::app {
namespace {

constexpr int refused_from = 8;

int exit_status(const jes::JobResult& job) {
  switch (job.status) {
    case jes::JobStatus::completed:
    case jes::JobStatus::scanned:
      return job.condition_code;
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

void print_spool(std::ostream& out, const jes::JobResult& job) {
  for (const jes::SpoolFile& file : job.spool) {
    fmt::print(out, "---- {} {} {} {} ----\n", job.name, job.id, file.step, file.dd);
    for (const std::string& line : file.lines) out << line << '\n';
  }
}

// The message numbers that ended refused commands: "IRRD122I, RSD202I".
std::string refusals(const jes::StepResult& step) {
  std::vector<std::string> ids;
  for (const racf::CommandResult& command : step.commands) {
    if (command.return_code < refused_from) continue;
    const auto last = std::find_if(command.lines.rbegin(), command.lines.rend(),
                                   [](const racf::Line& line) { return !line.id.empty(); });
    ids.push_back(last == command.lines.rend() ? "no message" : last->id);
  }
  if (ids.empty()) return {};
  return fmt::format(", {} of {} commands refused: {}", ids.size(), step.commands.size(), base::join(ids, ", "));
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
    for (const racf::CommandResult& command : step.commands) {
      if (command.diagnostics.empty()) continue;
      fmt::print(error, "    {}\n", base::printable(command.command));
      print_remarks(error, command.diagnostics, "      ");
    }
  }
  fmt::print(error, "{} {} ended: {}\n", job.name, job.id, job.status_text());
}

void run_jobs(Program& program, const std::vector<std::string>& files) {
  std::vector<std::string> streams;  // all of them first: a wrong name must not stop a run half way
  for (const std::string& file : files) streams.push_back(read_input_file(program, file));
  racf::Session session = program.session();
  auto json = nlohmann::ordered_json::array();
  for (const std::string& stream : streams) {
    for (const jes::JobResult& job : jes::submit(session, stream)) {
      if (program.options.json) {
        json.push_back(job_json(job));
      } else {
        print_spool(program.out(), job);
        program.out().flush();
        print_summary(program.error(), job);
      }
      program.status = std::max(program.status, exit_status(job));
    }
  }
  if (program.options.json) program.out() << json_text(json) << '\n';
}

}  // namespace

void add_run_command(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("run", "submit jobs and print their spool");
  command->footer(
      "Exit status: the highest condition code; 16 JCL error, 20 abend, 64 wrong usage, 70 a fault of ringside.\n"
      "Example: ringside --date 2013-05-17 --seed demo run izusec.jcl");
  auto files = std::make_shared<std::vector<std::string>>();
  command->add_option("JOB", *files, "files with JCL; '-' is standard input")->required();
  command->callback([&program, files] { run_jobs(program, *files); });
}

}  // namespace ringside::app
