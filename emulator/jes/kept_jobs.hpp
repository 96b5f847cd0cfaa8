// emulator/jes/kept_jobs.hpp - jobs and their spool in the lab, after they have run or while they wait.
//
// A lab keeps the last ended jobs of each system, within database::JobBounds. The job stream is kept as file 1 of the
// job; passwords on its JCL statements are masked once the job has run.
#pragma once

#include <string>

#include "emulator/database/spool/jobs.hpp"
#include "emulator/jes/job_result.hpp"
#include "emulator/lab/lab.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

/// Where a job came from.
struct JobSource {
  std::string submitter;
  std::string stream;              ///< the records of this job
  parser::SymbolValues symbols{};  ///< given at submission
  std::string correlator{};        ///< the part of the job correlator that the submitter chose
};

/// Stores the job, and drops the oldest ended ones where there are too many; a remark on the job tells which. If the
/// job cannot be stored, a remark says why.
void keep_job(lab::Lab& lab, JobResult& result, const JobSource& source, database::JobBounds bounds = {});

/// The symbols of a stored job.
parser::SymbolValues symbols_of(const database::JobRecord& job);

}  // namespace ringside::jes
