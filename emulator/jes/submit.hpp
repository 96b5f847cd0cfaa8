// emulator/jes/submit.hpp - runs the jobs of a job stream; returns their steps and spool.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emulator/database/spool/jobs.hpp"
#include "emulator/jes/job_result.hpp"
#include "emulator/jes/libraries.hpp"
#include "emulator/racf/session.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

/// How a job stream came to JES.
struct Submission {
  Libraries libraries{};           ///< for procedures that are not in the job
  parser::SymbolValues symbols{};  ///< JCL symbols that have a value before the first statement
  std::string job_class = "A";     ///< of jobs without CLASS=
  /// Whether USER= of another user needs that user's permission: READ to USER.SUBMIT in class SURROGAT (Security
  /// Administrator's Guide, "Surrogate job submission").
  bool checks_surrogates = false;
  std::string user_correlator{};  ///< of the first job of the stream
};

/// Runs the jobs of a stream one after another on the submitter's system; each gets the system's next job number. The
/// submitter is the value of &SYSUID and the user of jobs without USER=. Procedures that are not in the job come from
/// `libraries`, then from the libraries of the system. A job with JCL errors gives a result with these errors. A
/// base::Fault inside a step ends only its job. Jobs that the jobs submit (SUBMIT in a step) follow. The lab keeps each
/// job with its output; one with TYPRUN=HOLD waits there and does not run.
std::vector<JobResult> submit(racf::Session& submitter, std::string_view stream, const Libraries& libraries = {});
std::vector<JobResult> submit(racf::Session& submitter, std::string_view stream, const Submission& submission);

/// Runs a job that waits, as its submitter and under its number, and the jobs that it submits. `on` is any session on
/// the job's system.
std::vector<JobResult> release(racf::Session& on, const database::JobRecord& job);

/// Runs the jobs that SUBMIT has passed to JES in this session, and those that they submit.
std::vector<JobResult> run_submitted(racf::Session& session, const Libraries& libraries = {});
std::vector<JobResult> run_submitted(racf::Session& session, const Submission& submission);

}  // namespace ringside::jes
