// parser/scripts/step_condition.hpp - whether a step of a workflow is performed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "parser/scripts/velocity.hpp"

namespace ringside::parser {

enum class StepFate { performed, skipped, not_ready };

/// How a step ended, for the conditions of later ones: ${STEP.returnCode} is four digits, ${STEP.stepState} is
/// "Complete", "Skipped", "Failed" or "Not Ready".
struct StepOutcome {
  std::string return_code;
  std::string state;
};
using StepOutcomes = std::map<std::string, StepOutcome>;  ///< by the names of the steps

/// <condition> of a step (z/OSMF Programming Guide, "Making a step conditional"). While `expression` is false the step
/// is not ready; else it takes the target state, or that of the first further expression that is true.
struct StepCondition {
  struct Target {
    std::string expression;
    std::string state;  ///< "ready" or "skipped"
  };
  std::string expression;
  std::string state = "ready";
  std::vector<Target> further;

  /// Whether it asks for outcomes of steps, so that it can be decided only when they have run.
  [[nodiscard]] bool depends_on_steps() const;
};

/// What becomes of the step. Returns a sentence if an expression cannot be read.
tl::expected<StepFate, std::string> fate_of(const StepCondition& condition, const TemplateVariables& variables,
                                            const StepOutcomes& outcomes);

}  // namespace ringside::parser
