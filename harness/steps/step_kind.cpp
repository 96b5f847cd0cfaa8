// harness/steps/step_kind.cpp - the table of the kinds of steps.
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {

std::span<const StepKind* const> step_kinds() {
#define STEP_KIND(name) &name##_step,
  static constexpr const StepKind* kinds[] = {
#include "harness/steps/step_table.inc"
  };
#undef STEP_KIND
  return kinds;
}

}  // namespace ringside::harness
