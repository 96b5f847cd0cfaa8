// harness/workflow/play_step.hpp - performs a step of a workflow: its condition, its template, the variables that it
// sets.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "harness/workflow/run_unit.hpp"
#include "harness/workflow/step_user.hpp"
#include "parser/scripts/step_condition.hpp"
#include "parser/scripts/velocity.hpp"

namespace ringside::harness {

/// Which value a variable gets that has one and is in the output of a step (z/OSMF Programming Guide, "Start a
/// workflow", resolveConflictByUsing).
enum class ConflictRule {
  output_value,
  existing_value,
  leave,  ///< neither: the workflow stops
};

/// What steps leave for those after them.
struct WorkflowState {
  parser::TemplateVariables variables;
  parser::StepOutcomes outcomes;
  ConflictRule on_conflict = ConflictRule::output_value;
};

/// How a unit ended.
struct UnitEnd {
  int code = 0;
  bool completed = true;  ///< false after a JCL error or abend, which fails a workflow step for any maxRc
  std::string output{};   ///< of a shell script or a job, if the step reads variables from it
};
using UnitRunner = std::function<UnitEnd(const RunUnit&)>;

/// How a step ended.
struct StepEnd {
  std::string state;  ///< Complete, Failed, Skipped, Not Ready
  bool performed = false;
  UnitEnd end{};
  /// Why the workflow stops here: the condition or the template cannot be read, or the variables that the step sets.
  /// Empty otherwise.
  std::string problem{};
};

/// Performs a step by `run`, unless its condition leaves it out, and keeps its outcome and variables in `state`.
StepEnd play_step(const StepUser& user, const RunUnit& unit, WorkflowState& state, const UnitRunner& run);

/// Why the shell script of a step would not run, a line for each cause; empty if it would, or if the step has none.
std::vector<std::string> shell_errors(const StepUser& user, const RunUnit& unit);

}  // namespace ringside::harness
