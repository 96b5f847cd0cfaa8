// emulator/jes/step.hpp - one step of a job: allocation, program, condition code.
#pragma once

#include <string>
#include <vector>

#include "emulator/jes/job_log.hpp"
#include "emulator/jes/job_result.hpp"
#include "emulator/jes/spool_names.hpp"
#include "emulator/racf/session.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

struct StepRun {
  StepResult result;
  std::vector<SpoolFile> output;
};

/// Runs the step as one transaction: either all of its changes are kept or none. Catches base::Fault, which undoes the
/// step.
StepRun run_step(racf::Session& session, const std::string& job, const parser::StepStatement& step, JobLog& log,
                 SpoolNames& spool);

/// The step's name in messages: STEP, or PROCSTEP STEP in a procedure.
std::string name_in_messages(const parser::StepStatement& step);

/// The result of a step before it runs: its name and program.
StepResult step_of(const parser::StepStatement& step);

}  // namespace ringside::jes
