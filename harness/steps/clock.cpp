// harness/steps/clock.cpp - the step 'clock': sets the lab's clock.
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

class MoveClock final : public Action {
 public:
  base::Instant to{};

  [[nodiscard]] std::string title(ScenarioLab& lab) const override { return "the clock moves to " + moment(lab); }
  void play(ScenarioLab& lab, const Step& /*step*/, StepReport& report) const override {
    lab.lab().set_clock(to);
    report.notes.push_back("it is now " + moment(lab));
  }

 private:
  [[nodiscard]] std::string moment(ScenarioLab& lab) const { return base::listing_time(to, lab.lab().zone()); }
};

std::shared_ptr<const Action> read_clock(Reading& reading, Mapping& step) {
  auto action = std::make_shared<MoveClock>();
  action->to = moment_at(reading, step, "clock").value_or(reading.now);
  reading.now = action->to;
  return action;
}

}  // namespace

constinit const StepKind clock_step{
    .key = {"clock", "moment", "Moves the lab's clock, forward or back."},
    .topic = Topic::lab,
    .read = read_clock,
};

}  // namespace ringside::harness
