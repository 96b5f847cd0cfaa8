// emulator/jes/prepare.hpp - a parsed job made ready to run, or the JCL errors that prevent it.
#pragma once

#include <string>
#include <vector>

#include "emulator/jes/condition.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

/// The operands of the JOB statement.
struct JobCard {
  std::string name;
  std::string user;
  std::string job_class = "A";
  Condition condition;
  std::string restart;              ///< first step to run, STEP or STEP.PROCSTEP; empty: the first step of the job
  bool scan_only = false;           ///< TYPRUN=SCAN
  bool held = false;                ///< TYPRUN=HOLD
  bool all_statements = true;       ///< MSGLEVEL: JESJCL shows all statements, not only JOB
  bool expanded_statements = true;  ///< MSGLEVEL: and those of procedures, with symbols replaced
  bool all_messages = true;  ///< MSGLEVEL: JESYSMSG shows allocation messages also if the job ends without an error
};

struct PreparedJob {
  parser::Job job;  ///< with its errors, and with qualified names of steps in its conditions
  JobCard card;
  std::vector<Condition> conditions;     ///< one per step
  std::vector<std::string> diagnostics;  ///< remarks that stop nothing
};

/// `submitter` becomes the user of a job without USER=, `job_class` the class of one without CLASS=.
PreparedJob prepare(parser::Job job, const std::string& submitter, const std::string& job_class = "A");

/// Whether the DD names load or procedure libraries, which a lab does not have (STEPLIB, SYSPROC ...).
bool is_library_dd(const std::string& name);

/// The values of an operand: its parts, or its text if it is not a list.
std::vector<std::string> values_of(const parser::JclOperand& operand);

}  // namespace ringside::jes
