// emulator/jes/programs/table.cpp - the table of programs, and the two that are small.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/jes/programs/program.hpp"
#include "emulator/tso/tmp.hpp"

namespace ringside::jes {
namespace {

/// Does nothing: jobs run it for what their DD statements do.
ProgramResult run_iefbr14(const ProgramInput& /*input*/) {
  return {};
}

ProgramResult run_tmp(const ProgramInput& input) {
  const tso::TmpProgram program = tso::tmp_program(input.program).value_or(tso::TmpProgram::ikjeft01);
  tso::TmpResult tmp = tso::run_tmp(input.session, program, input.records("SYSTSIN"), input.parm);
  ProgramResult result;
  result.condition_code = tmp.return_code;
  result.commands = std::move(tmp.commands);
  result.diagnostics = std::move(tmp.diagnostics);
  for (const racf::CommandResult& command : result.commands)
    result.log.insert(result.log.end(), command.console.begin(), command.console.end());
  result.prints.push_back({"SYSTSPRT", std::move(tmp.printed)});
  return result;
}

constexpr std::array programs = {
    Program{"BPXBATCH", run_bpxbatch}, Program{"BPXBATSL", run_bpxbatch}, Program{"IDCAMS", run_idcams},
    Program{"IEBGENER", run_iebgener}, Program{"ICEGENER", run_iebgener}, Program{"IEFBR14", run_iefbr14},
    Program{"IKJEFT01", run_tmp},      Program{"IKJEFT1A", run_tmp},      Program{"IKJEFT1B", run_tmp},
};

}  // namespace

std::vector<parser::Record> ProgramInput::records(const std::string& dd) const {
  return allocation.input(dd);
}

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
