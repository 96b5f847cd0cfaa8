// app/workflow/shell_step.cpp - runs a script with the files, user and security database of the lab.
#include "app/workflow/shell_step.hpp"

#include <fmt/format.h>

#include "app/commands/tool_host.hpp"
#include "emulator/hosttools/network/lab_network.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "emulator/jes/submit.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::app {
namespace {

/// Keeps what is printed, and passes it on unless --json is given.
class KeptOutput final : public host::Streams {
 public:
  KeptOutput(Program& program, ShellOutcome& outcome)
      : console_(program), outcome_(outcome), shows_(!program.options.json) {}

  void out(std::string_view text) override {
    outcome_.output += text;
    if (shows_) console_.out(text);
  }
  void error(std::string_view text) override {
    outcome_.errors += text;
    if (shows_) console_.error(text);
  }
  // A step of z/OSMF has no input.
  std::optional<std::string> read_line(bool /*hidden*/) override { return std::nullopt; }
  base::Bytes read_rest() override { return {}; }

 private:
  ConsoleStreams console_;
  ShellOutcome& outcome_;
  bool shows_;
};

host::Process process_in(Program& program, Surroundings& around, host::Streams& streams, host::Network& network) {
  return {program.lab(), around.system,    around.user,      *around.files,
          streams,       around.directory, around.variables, &network};
}

}  // namespace

shell::TsoRunner tso_runner(Program& program) {
  return [&program](const std::string& command) {
    racf::Session session = program.session();
    host::CommandResult result = tso::execute(session, parser::single_command(command));
    for (const jes::JobResult& job : jes::run_submitted(session))
      result.diagnostics.push_back(fmt::format("{} {} ended: {}", job.name, job.id, job.status_text()));
    return result;
  };
}

std::vector<std::string> shell_problems(Program& program, const std::string& script) {
  Surroundings around = lab_host(program);
  host::TextStreams streams;
  network::LabNetwork network(program.lab(), around.system.name);
  return shell::problems_of(script, process_in(program, around, streams, network));
}

ShellOutcome run_shell_step(Program& program, const std::string& script) {
  ShellOutcome outcome;
  KeptOutput streams(program, outcome);
  Surroundings around = lab_host(program);
  network::LabNetwork network(program.lab(), around.system.name);
  host::Process process = process_in(program, around, streams, network);
  outcome.status = shell::run_script(script, process, openssl::Personality::v3_0, tso_runner(program));
  return outcome;
}

}  // namespace ringside::app
