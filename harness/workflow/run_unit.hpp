// harness/workflow/run_unit.hpp - one thing that runs: a job stream, commands, an exec or a shell script.
#pragma once

#include <optional>
#include <string>

#include "parser/scripts/script.hpp"
#include "parser/scripts/step_condition.hpp"
#include "parser/scripts/workflow.hpp"

namespace ringside::harness {

/// A job stream, the commands of a script, an exec, or a shell script with other commands. One of them is set.
struct RunUnit {
  std::string step;                                               ///< name of the workflow step
  std::string jcl;                                                ///< empty for a script
  parser::Script script;                                          ///< of a shell procedure
  int most_code = 0;                                              ///< a higher return code ends the workflow
  std::optional<parser::StepCondition> condition = std::nullopt;  ///< of a workflow step that waits for others
  std::string exec{};                                             ///< source of a REXX exec
  std::string shell{};          ///< of a workflow step that does more than issue TSO commands
  std::string output_prefix{};  ///< as in parser::WorkflowStep
  std::string output_file{};
  std::optional<parser::WorkflowStep> late{};  ///< set if the step has to be filled and read when it is its turn
};

/// What runs for a step of a workflow.
RunUnit read_step(const parser::WorkflowStep& step);

}  // namespace ringside::harness
