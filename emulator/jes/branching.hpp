// emulator/jes/branching.hpp - IF/THEN/ELSE at run time: which side of its conditions a step stands on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/jes/condition.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

/// What an expression says after the steps so far. A test of a step that did not run is false.
bool holds(const parser::IfExpression& expression, const std::vector<EarlierStep>& earlier);

/// Whether ABEND or ABENDCC stands in it: only then its steps may run after an abend.
bool asks_for_abends(const parser::IfExpression& expression);

class Branching {
 public:
  explicit Branching(const std::vector<parser::IfStatement>& conditions)
      : conditions_(conditions), decided_(conditions.size()) {}

  /// The IF whose other side was taken; nothing if the step may run. A condition is decided once, at its first step.
  std::optional<std::size_t> kept_out_by(const parser::StepStatement& step, const std::vector<EarlierStep>& earlier);
  /// Whether one of the conditions around the step asks for abends.
  [[nodiscard]] bool may_follow_abend(const parser::StepStatement& step) const;

 private:
  const std::vector<parser::IfStatement>& conditions_;
  std::vector<std::optional<bool>> decided_;
};

}  // namespace ringside::jes
