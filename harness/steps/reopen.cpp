// harness/steps/reopen.cpp - the step 'reopen': closes the lab and opens it again.
#include "harness/steps/reopen.hpp"

#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

std::shared_ptr<const Action> read_reopen(Reading& reading, Mapping& step) {
  if (!step.flag("reopen", false)) reading.yaml.complain(step.at("reopen"), "'reopen' is true, or left out");
  return std::make_shared<ReopenLab>();
}

}  // namespace

std::string ReopenLab::title(ScenarioLab& /*lab*/) const {
  return "the lab is closed and opened again";
}

void ReopenLab::play(ScenarioLab& lab, const Step& /*step*/, StepReport& /*report*/) const {
  lab.reopen();
}

constinit const StepKind reopen_step{
    .key = {"reopen", "flag", "Closes the lab and opens it again, as after a power failure."},
    .topic = Topic::lab,
    .read = read_reopen,
};

}  // namespace ringside::harness
