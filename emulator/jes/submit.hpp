// emulator/jes/submit.hpp - a job stream in, jobs with their steps and spool out.
#pragma once

#include <string_view>
#include <vector>

#include "emulator/jes/job_result.hpp"
#include "emulator/jes/libraries.hpp"
#include "emulator/racf/context.hpp"

namespace ringside::jes {

/// Runs the jobs of a stream one after another on the submitter's system; each gets the system's next job number. The
/// submitter is the value of &SYSUID and the user of a job without USER=; procedures that a job does not bring along
/// come from the libraries. A wrong job is a result with its errors; a
/// fault of ours inside a step ends that job only.
std::vector<JobResult> submit(racf::Session& submitter, std::string_view stream, const Libraries& libraries = {});

}  // namespace ringside::jes
