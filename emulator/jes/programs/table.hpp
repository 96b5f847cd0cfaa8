// emulator/jes/programs/table.hpp - the programs that EXEC PGM= can start.
#pragma once

#include <string>
#include <string_view>

#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

struct Program {
  std::string_view name;
  void (*run)(const ProgramInput& input, ProgramOutput& output);
};

/// The program of this name; nullptr if it is not emulated.
const Program* find_program(std::string_view name);

/// "BPXBATCH, IDCAMS ...", for a remark about a program that is not emulated.
std::string program_names();

}  // namespace ringside::jes
