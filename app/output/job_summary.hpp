// app/output/job_summary.hpp - the exit status and the summary of a job.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "emulator/jes/job_result.hpp"

namespace ringside::app {

/// The highest condition code; for a JCL error, an abend and a fault the codes of docs/exit-status.md.
int exit_status(const jes::JobResult& job);

/// Prints the lines of remarks.
void print_remarks(std::ostream& error, const std::vector<std::string>& remarks, const std::string& indent);

/// Prints how the steps and the job ended, with all remarks.
void print_summary(std::ostream& error, const jes::JobResult& job);

}  // namespace ringside::app
