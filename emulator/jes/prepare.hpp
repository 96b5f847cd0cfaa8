// emulator/jes/prepare.hpp - a parsed job made ready to run, or the JCL errors for which it does not run.
#pragma once

#include <string>
#include <vector>

#include "emulator/jes/condition.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

/// What the JOB statement asks for.
struct JobCard {
  std::string name;
  std::string user;
  std::string job_class = "A";
  Condition condition;
  std::string restart;              ///< first step that runs, STEP or STEP.PROCSTEP; empty for the first of the job
  bool scan_only = false;           ///< TYPRUN=SCAN
  bool all_statements = true;       ///< MSGLEVEL: JESJCL holds more than the JOB statement
  bool expanded_statements = true;  ///< MSGLEVEL: and what procedures and symbols became
  bool all_messages = true;         ///< MSGLEVEL: JESYSMSG holds allocation messages of a job that ends well too
};

struct PreparedJob {
  parser::Job job;  ///< with the names of steps in its conditions qualified, and its errors
  JobCard card;
  std::vector<Condition> conditions;     ///< one per step
  std::vector<std::string> diagnostics;  ///< remarks that stop nothing
};

/// `submitter` is the user of a job without USER=.
PreparedJob prepare(parser::Job job, const std::string& submitter);

/// Whether the DD is one of the load and procedure libraries that a lab does not hold (STEPLIB, SYSPROC ...).
bool is_library_dd(const std::string& name);

/// The values of an operand: its parts, or its text alone.
std::vector<std::string> values_of(const parser::JclOperand& operand);

}  // namespace ringside::jes
