// emulator/jes/programs/tmp.cpp - gives the terminal monitor program its files.
#include "emulator/jes/programs/tmp.hpp"

#include "emulator/jes/programs/step_files.hpp"
#include "emulator/tso/tmp.hpp"

namespace ringside::jes {

void run_tmp(const ProgramInput& input, ProgramOutput& output) {
  const tso::TmpProgram program = tso::tmp_program(input.program).value_or(tso::TmpProgram::ikjeft01);
  StepResult& step = output.step;
  Print print{"SYSTSPRT", {}};
  StepFiles files(input);
  const int code = tso::run_tmp(input.session, {program, input.parm, input.records("SYSTSIN")},
                                {step.commands, print.lines, step.diagnostics});
  step.condition_code = condition_code(code);
  for (const host::CommandResult& command : step.commands)
    output.log.insert(output.log.end(), command.console.begin(), command.console.end());
  output.prints.push_back(std::move(print));
  files.give_spool(output);
}

}  // namespace ringside::jes
