// app/workflow/shell_step.hpp - runs the shell script of a workflow's step on the z/OS UNIX files of the lab.
#pragma once

#include <string>
#include <vector>

#include "app/program.hpp"
#include "emulator/hosttools/shell/tso_runner.hpp"

namespace ringside::app {

/// Runs TSO commands as the program's user, on its system.
shell::TsoRunner tso_runner(Program& program);

/// Why nothing of a script would run there, one line each; empty if it would run.
std::vector<std::string> shell_problems(Program& program, const std::string& script);

/// What a script printed, and its exit status.
struct ShellOutcome {
  int status = 0;
  std::string output, errors;
};

/// Runs a script as the program's user, in the home directory. Prints its output at once, unless --json is given.
ShellOutcome run_shell_step(Program& program, const std::string& script);

}  // namespace ringside::app
