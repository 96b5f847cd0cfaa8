// harness/steps/reopen.hpp - the step 'reopen': closes the lab and opens it again.
#pragma once

#include <string>

#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

/// Closes the lab's file and opens it again. What was only in memory is lost.
class ReopenLab final : public Action {
 public:
  [[nodiscard]] std::string title(ScenarioLab& lab) const override;
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;
};

}  // namespace ringside::harness
