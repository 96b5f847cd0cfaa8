// harness/workflow/shell_step.hpp - runs a shell script on the z/OS UNIX files of a lab.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/shell/tso_runner.hpp"
#include "emulator/jes/submit.hpp"
#include "harness/workflow/step_user.hpp"

namespace ringside::harness {

/// Runs TSO commands, each in a session that `session` makes for it, and the jobs that they submit.
shell::TsoRunner tso_runner(std::function<racf::Session()> session, jes::Submission submission = {});

/// Why nothing of a script would run there, one line each; empty if it would run.
std::vector<std::string> shell_problems(const StepUser& user, const std::string& script);

/// Runs a script as the user, in the home directory. Returns its exit status.
int run_shell_step(const StepUser& user, const std::string& script, host::Streams& streams);

}  // namespace ringside::harness
