// emulator/jes/programs/irxjcl.hpp - IRXJCL: a REXX exec as a job step.
#pragma once

#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

/// Runs the exec that PARM names, from SYSEXEC, with the rest of PARM as its argument, without TSO (TSO/E REXX
/// Reference, "Using IRXJCL to run an exec in MVS batch").
void run_irxjcl(const ProgramInput& input, ProgramOutput& output);

}  // namespace ringside::jes
