// emulator/jes/branching.hpp - IF/THEN/ELSE at run time: whether a step is in the branch that runs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/jes/condition.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

/// The value of an expression after the steps so far. A test of a step that did not run is false.
bool holds(const parser::IfExpression& expression, const std::vector<EarlierStep>& earlier);

/// Whether the expression uses ABEND or ABENDCC. Only then may steps run after an abend.
bool asks_for_abends(const parser::IfExpression& expression);

class Branching {
 public:
  explicit Branching(const std::vector<parser::IfStatement>& conditions)
      : conditions_(conditions), decided_(conditions.size()) {}

  /// The IF that prevents the step from running; nullopt if it may run. Each condition is evaluated once, at its
  /// first step.
  std::optional<std::size_t> kept_out_by(const parser::StepStatement& step, const std::vector<EarlierStep>& earlier);
  /// Whether one of the conditions around the step uses ABEND or ABENDCC.
  [[nodiscard]] bool may_follow_abend(const parser::StepStatement& step) const;

 private:
  const std::vector<parser::IfStatement>& conditions_;
  std::vector<std::optional<bool>> decided_;
};

}  // namespace ringside::jes
