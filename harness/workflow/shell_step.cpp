// harness/workflow/shell_step.cpp - runs a script with the files, user and security database of the lab.
#include "harness/workflow/shell_step.hpp"

#include <utility>

#include <fmt/format.h>

#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/network/lab_network.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "emulator/racf/users/unix_user.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::harness {
namespace {

/// A process of the user in the home directory, with what it points to.
class ShellProcess {
 public:
  ShellProcess(const StepUser& user, host::Streams& streams) : ShellProcess(user, streams, login_of(user)) {}

  host::Process& process() { return process_; }

 private:
  ShellProcess(const StepUser& user, host::Streams& streams, const racf::UnixLogin& login)
      : files_(user.lab, user.system, login.user),
        network_(user.lab, user.system.name),
        process_{user.lab, user.system, user.user, files_, streams, login.directory, login.variables, &network_} {}

  static racf::UnixLogin login_of(const StepUser& user) {
    racf::Session session = user.session();
    return racf::unix_login(session);
  }

  host::LabFiles files_;
  network::LabNetwork network_;
  host::Process process_;
};

}  // namespace

shell::TsoRunner tso_runner(std::function<racf::Session()> session, jes::Submission submission) {
  return [make = std::move(session), submission = std::move(submission)](const std::string& command) {
    racf::Session session = make();
    host::CommandResult result = tso::execute(session, parser::single_command(command));
    for (const jes::JobResult& job : jes::run_submitted(session, submission))
      result.diagnostics.push_back(fmt::format("{} {} ended: {}", job.name, job.id, job.status_text()));
    return result;
  };
}

std::vector<std::string> shell_problems(const StepUser& user, const std::string& script) {
  host::TextStreams streams;
  return shell::problems_of(script, ShellProcess(user, streams).process());
}

int run_shell_step(const StepUser& user, const std::string& script, host::Streams& streams) {
  ShellProcess at(user, streams);
  return shell::run_script(script, at.process(), openssl::Personality::v3_0,
                           tso_runner([&user] { return user.session(); }, user.submission));
}

}  // namespace ringside::harness
