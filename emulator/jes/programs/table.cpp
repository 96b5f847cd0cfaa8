// emulator/jes/programs/table.cpp - the table of programs, and the smallest one.
#include "emulator/jes/programs/table.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "emulator/jes/programs/bpxbatch.hpp"
#include "emulator/jes/programs/idcams.hpp"
#include "emulator/jes/programs/iebgener.hpp"
#include "emulator/jes/programs/irxjcl.hpp"
#include "emulator/jes/programs/tmp.hpp"

namespace ringside::jes {
namespace {

/// Does nothing: jobs run it for the effect of their DD statements.
void run_iefbr14(const ProgramInput& /*input*/, ProgramOutput& /*output*/) {}

constexpr std::array programs = {
    Program{"BPXBATCH", run_bpxbatch}, Program{"BPXBATSL", run_bpxbatch}, Program{"IDCAMS", run_idcams},
    Program{"IEBGENER", run_iebgener}, Program{"ICEGENER", run_iebgener}, Program{"IEFBR14", run_iefbr14},
    Program{"IKJEFT01", run_tmp},      Program{"IKJEFT1A", run_tmp},      Program{"IKJEFT1B", run_tmp},
    Program{"IRXJCL", run_irxjcl},
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
