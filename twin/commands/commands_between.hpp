// twin/commands/commands_between.hpp - the RACF commands that lead from one system to another.
#pragma once

#include "emulator/lab/lab.hpp"
#include "twin/commands/plan.hpp"

namespace ringside::twin {

/// Plans the commands that make the RACF database of the system `from` the one of `to`. They are run on `trial`, which
/// is a copy of the lab with `from`, as they are planned, so that only commands are planned that RACF takes; afterwards
/// `trial` holds what they lead to. Deletions come last.
CommandPlan commands_between(lab::Lab& trial, const database::SystemRecord& from, lab::Lab& target,
                             const database::SystemRecord& to, PlanRequest request);

}  // namespace ringside::twin
