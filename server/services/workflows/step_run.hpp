// server/services/workflows/step_run.hpp - runs what a step of a workflow has: a job, commands, an exec, a script.
#pragma once

#include <string>

#include "harness/workflow/play_step.hpp"

namespace ringside::services {

/// How it ended, and what a person wants to know of it.
struct StepRun {
  harness::UnitEnd end{};
  std::string job{};    ///< JOB00001, if one was submitted
  std::string shown{};  ///< the last lines of its output; of a job, how it ended
};

/// Runs it as the user.
StepRun run_step(const harness::StepUser& user, const harness::RunUnit& unit);

}  // namespace ringside::services
