// harness/steps/shell_commands.hpp - commands in the shell of a system: the steps 'sh', 'script', 'keytool', 'openssl',
// 'start_agent' and 'stop_agent' are made of them.
#pragma once

#include <string>
#include <vector>

#include "harness/scenario/scenario.hpp"
#include "harness/steps/command_expectation.hpp"

namespace ringside::harness {

/// Runs commands in order. The working directory and exported variables of each user of each system are kept until the
/// scenario's end.
class ShellCommands final : public Action {
 public:
  struct Command {
    std::string text;
    std::string input;  ///< what is typed when something asks
    CommandExpectation expect;
  };
  std::string source;  ///< the file that holds them; empty if they are written in the scenario
  std::vector<Command> commands;

  [[nodiscard]] std::string title(ScenarioLab& lab) const override;
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;
};

}  // namespace ringside::harness
