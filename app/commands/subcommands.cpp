// app/commands/subcommands.cpp - the table of subcommands.
#include "app/commands/subcommands.hpp"

#include <utility>

#include "app/lab_file.hpp"

namespace ringside::app {
namespace {

/// Gives the options back as they were typed, since the prompt runs one command after another.
class TypedOptions {
 public:
  explicit TypedOptions(Program& program) : program_(program), typed_(program.options) {}
  ~TypedOptions() { program_.options = typed_; }
  TypedOptions(const TypedOptions&) = delete;
  TypedOptions& operator=(const TypedOptions&) = delete;

 private:
  Program& program_;
  GlobalOptions typed_;
};

/// Lets the command make a lab only if it may, and leave none behind if it is refused.
void guard_lab(Command& command, Program& program) {
  for (Command& each : command.subcommands) guard_lab(each, program);
  if (!command.run) return;
  command.run = [&program, run = std::move(command.run), makes = command.makes_lab] {
    const TypedOptions typed(program);
    program.makes_lab = makes;
    if (!makes && !program.options.lab.empty()) require_lab_file(program.options.lab);
    try {
      run();
    } catch (...) {
      program.forget_new_lab();
      throw;
    }
  };
}

}  // namespace

#define RINGSIDE_SUBCOMMAND(function) Command function(Program& program);
#include "app/commands/subcommands.inc"
#undef RINGSIDE_SUBCOMMAND

std::vector<Command> subcommands(Program& program) {
  std::vector<Command> commands = {
#define RINGSIDE_SUBCOMMAND(function) function(program),
#include "app/commands/subcommands.inc"
#undef RINGSIDE_SUBCOMMAND
  };
  for (Command& command : commands) guard_lab(command, program);
  return commands;
}

}  // namespace ringside::app
