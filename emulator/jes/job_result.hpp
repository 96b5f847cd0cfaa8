// emulator/jes/job_result.hpp - the result of a job: its steps, its spool, its status.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/host/command_result.hpp"

namespace ringside::jes {

enum class StepOutcome {
  executed,
  bypassed,  ///< by a COND test
  flushed,   ///< not executed, because the job had failed before
  abended,
  jcl_error,  ///< a data set could not be allocated
  fault,      ///< base::Fault; the step was undone
};

/// What a step gives back. The program that runs in the step fills it.
struct StepResult {
  std::string name;
  std::string program;
  StepOutcome outcome = StepOutcome::executed;
  int condition_code = 0;                     ///< of an executed step
  std::string abend;                          ///< "S806"
  std::vector<host::CommandResult> commands;  ///< TSO commands that ran in it
  std::vector<std::string> diagnostics;       ///< Ringside's own remarks

  /// "CC 0004", "BYPASSED", "ABEND S806" ...
  [[nodiscard]] std::string status() const;
};

/// One data set of the job's output.
struct SpoolFile {
  std::string dd;    ///< JESMSGLG, JESJCL, JESYSMSG, SYSTSPRT ...
  std::string step;  ///< JES2 for the first three
  std::vector<std::string> lines;
  int number = 0;  ///< as in its name, from 101; 0 for the files of JES2
};

enum class JobStatus {
  completed,
  scanned,  ///< TYPRUN=SCAN: read, not run
  held,     ///< TYPRUN=HOLD: waits until it is released
  jcl_error,
  security_error,  ///< the user of the job may not run it
  abended,
  fault,
};

/// What a job gives back.
struct JobResult {
  std::string name;
  std::string id;    ///< JOB00001
  std::string user;  ///< who issues its commands
  std::string system;
  std::string job_class = "A";
  std::optional<base::Instant> started{};  ///< nullopt if it has not run
  JobStatus status = JobStatus::completed;
  std::string abend;  ///< of the first step that abended
  std::vector<StepResult> steps;
  std::vector<SpoolFile> spool;
  std::vector<std::string> diagnostics;

  /// Returns the highest condition code of the executed steps, 0 if none was executed.
  [[nodiscard]] int condition_code() const;
  /// As z/OSMF and Zowe show it: "CC 0004", "JCL ERROR", "ABEND S806".
  [[nodiscard]] std::string status_text() const;
};

}  // namespace ringside::jes
