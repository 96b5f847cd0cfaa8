// emulator/jes/programs/iebgener.hpp - IEBGENER: copies SYSUT1 to SYSUT2 without change.
#pragma once

#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

void run_iebgener(const ProgramInput& input, ProgramOutput& output);

}  // namespace ringside::jes
