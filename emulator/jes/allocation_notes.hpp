// emulator/jes/allocation_notes.hpp - the lines of JESYSMSG about the DD statements of one step.
//
// All data sets of a lab are managed by SMS, so their lines are SMS's (IGD), not those of allocation (IEF).
#pragma once

#include <string>
#include <vector>

#include "emulator/jes/allocation.hpp"
#include "emulator/jes/spool_names.hpp"

namespace ringside::jes {

/// What the step has allocated: one message for each DD. Numbers the SYSOUT data sets. `step` is the step's name in
/// messages. The result is empty if the step has no DD.
std::vector<std::string> allocation_notes(const std::string& job, const std::string& step,
                                          const std::vector<AllocatedDd>& dds, SpoolNames& spool);

/// What became of each DD at the end of the step.
std::vector<std::string> release_notes(const std::vector<AllocatedDd>& dds, bool normal_end, SpoolNames& spool);

}  // namespace ringside::jes
