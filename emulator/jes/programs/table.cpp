// emulator/jes/programs/table.cpp - the table of programs, and two small programs.
#include "emulator/jes/programs/table.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "emulator/jes/programs/bpxbatch.hpp"
#include "emulator/jes/programs/idcams.hpp"
#include "emulator/jes/programs/iebgener.hpp"
#include "emulator/tso/tmp.hpp"

namespace ringside::jes {
namespace {

/// Does nothing: jobs run it for the effect of their DD statements.
void run_iefbr14(const ProgramInput& /*input*/, ProgramOutput& /*output*/) {}

void run_tmp(const ProgramInput& input, ProgramOutput& output) {
  const tso::TmpProgram program = tso::tmp_program(input.program).value_or(tso::TmpProgram::ikjeft01);
  StepResult& step = output.step;
  Print print{"SYSTSPRT", {}};
  step.condition_code = tso::run_tmp(input.session, {program, input.parm, input.records("SYSTSIN")},
                                     {step.commands, print.lines, step.diagnostics});
  for (const host::CommandResult& command : step.commands)
    output.log.insert(output.log.end(), command.console.begin(), command.console.end());
  output.prints.push_back(std::move(print));
}

constexpr std::array programs = {
    Program{"BPXBATCH", run_bpxbatch}, Program{"BPXBATSL", run_bpxbatch}, Program{"IDCAMS", run_idcams},
    Program{"IEBGENER", run_iebgener}, Program{"ICEGENER", run_iebgener}, Program{"IEFBR14", run_iefbr14},
    Program{"IKJEFT01", run_tmp},      Program{"IKJEFT1A", run_tmp},      Program{"IKJEFT1B", run_tmp},
};

}  // namespace

const Program* find_program(std::string_view name) {
  const auto* found =
      std::find_if(programs.begin(), programs.end(), [&](const Program& program) { return program.name == name; });
  return found == programs.end() ? nullptr : found;
}

std::string program_names() {
  std::vector<std::string> names;
  for (const Program& program : programs) names.emplace_back(program.name);
  return base::join(names, ", ");
}

}  // namespace ringside::jes
