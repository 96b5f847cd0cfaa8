// emulator/jes/programs/tmp.hpp - IKJEFT01, IKJEFT1A and IKJEFT1B as steps.
#pragma once

#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

/// Runs the commands of PARM and SYSTSIN; what they print goes to SYSTSPRT.
void run_tmp(const ProgramInput& input, ProgramOutput& output);

}  // namespace ringside::jes
