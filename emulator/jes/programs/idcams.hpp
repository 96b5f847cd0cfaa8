// emulator/jes/programs/idcams.hpp - IDCAMS (access method services).
#pragma once

#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

void run_idcams(const ProgramInput& input, ProgramOutput& output);

}  // namespace ringside::jes
