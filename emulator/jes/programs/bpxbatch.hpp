// emulator/jes/programs/bpxbatch.hpp - BPXBATCH: a shell command or a script of the lab's files as a job step.
#pragma once

#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

void run_bpxbatch(const ProgramInput& input, ProgramOutput& output);

}  // namespace ringside::jes
