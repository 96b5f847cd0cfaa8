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
/// `libraries`, then from the libraries of the system. A job with JCL errors gives a result with these errors. A
/// base::Fault inside a step ends only its job. Jobs that the jobs submit (SUBMIT in a step) follow.
std::vector<JobResult> submit(racf::Session& submitter, std::string_view stream, const Libraries& libraries = {});

/// Runs the jobs that SUBMIT has passed to JES in this session, and those that they submit.
std::vector<JobResult> run_submitted(racf::Session& session, const Libraries& libraries = {});

}  // namespace ringside::jes
