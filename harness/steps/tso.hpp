// harness/steps/tso.hpp - the step 'tso': TSO commands.
#pragma once

#include <string>
#include <vector>

#include "harness/scenario/scenario.hpp"
#include "harness/steps/command_expectation.hpp"

namespace ringside::harness {

/// Executes commands in order. A refused command does not stop the others.
class TsoCommands final : public Action {
 public:
  struct Command {
    std::string text;
    CommandExpectation expect;
  };
  std::vector<Command> commands;

  [[nodiscard]] std::string title(ScenarioLab& lab) const override;
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;
};

}  // namespace ringside::harness
