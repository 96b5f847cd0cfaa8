// harness/steps/job.hpp - the steps 'submit' and 'jcl': jobs, and how they must end.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/scenario/scenario.hpp"
#include "harness/steps/command_expectation.hpp"

namespace ringside::harness {

/// The end of a job or step as z/OSMF shows it: "CC 0008", "JCL ERROR", "ABEND S806"; of a step also "BYPASSED".
using ConditionCode = std::string;

struct JobStepExpectation {
  std::string name;
  Placed<ConditionCode> cc;
};

/// What a job must show.
struct JobExpectation {
  Placed<ConditionCode> cc;
  /// If set, the job must end with 8 or higher, an abend or an error, and `cc` does not count.
  std::optional<parser::Position> must_fail;
  std::vector<JobStepExpectation> steps;
  std::optional<Placed<std::vector<CommandExpectation>>> commands;  ///< every command of all steps, in order
  std::vector<Placed<std::string>> remarks;                         ///< on the job, its steps or their commands
  OutputExpectation output;                                         ///< of the whole spool
};

/// Submits the jobs of a text.
class SubmitJob final : public Action {
 public:
  std::string source;  ///< the file's name, or "inline job"
  std::string text;
  JobExpectation expect;

  [[nodiscard]] std::string title(ScenarioLab& lab) const override;
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;
};

}  // namespace ringside::harness
