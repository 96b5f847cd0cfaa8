// emulator/jes/step.hpp - one step of a job: allocation, program, condition code. The step is the unit of durability.
#pragma once

#include <string>
#include <vector>

#include "emulator/jes/job_log.hpp"
#include "emulator/jes/job_result.hpp"
#include "emulator/racf/context.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

struct StepRun {
  StepResult result;
  std::vector<SpoolFile> output;
};

/// Runs the step as one transaction: what it changed is there when its output is, or neither is. A fault of ours is
/// caught here and undoes the step.
StepRun run_step(racf::Session& session, const std::string& job, const parser::StepStatement& step, JobLog& log);

/// As messages name a step: STEP, and in a procedure PROCSTEP STEP.
std::string name_in_messages(const parser::StepStatement& step);

/// The step as it stands in the result before anything ran.
StepResult step_of(const parser::StepStatement& step);

}  // namespace ringside::jes
