// emulator/jes/submit.hpp - runs the jobs of a job stream; returns their steps and spool.
#pragma once

#include <string_view>
#include <vector>

#include "emulator/jes/job_result.hpp"
#include "emulator/jes/libraries.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::jes {

/// Runs the jobs of a stream one after another on the submitter's system; each gets the system's next job number. The
/// submitter is the value of &SYSUID and the user of jobs without USER=. Procedures that are not in the job come from
/// the libraries. A job with JCL errors gives a result with these errors. A base::Fault inside a step ends only its
/// job.
std::vector<JobResult> submit(racf::Session& submitter, std::string_view stream, const Libraries& libraries = {});

}  // namespace ringside::jes
