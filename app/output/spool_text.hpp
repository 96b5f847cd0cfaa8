// app/output/spool_text.hpp - the spool of a job as text.
#pragma once

#include <string>

#include "emulator/jes/job_result.hpp"

namespace ringside::app {

/// Every spool file of the job, each below a line with the job's name and id, the step and the DD.
std::string spool_text(const jes::JobResult& job);

}  // namespace ringside::app
