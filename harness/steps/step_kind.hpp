// harness/steps/step_kind.hpp - the kinds of steps that a scenario can have, one file each in this folder.
//
// A new kind is a new file here, which defines its keys, its reader and its player, and a line in step_table.inc.
#pragma once

#include <memory>
#include <span>

#include "harness/play/result.hpp"
#include "harness/play/scenario_lab.hpp"
#include "harness/scenario/forms.hpp"
#include "harness/scenario/reading.hpp"
#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

/// The groups of keys of a step, in the order of the JSON Schema.
enum class Topic { commands, shell, agent, files, data_sets, lab, checks };

/// What 'expect' may hold after a step.
enum class Expects {
  state,  ///< rings and certificates
  copy,   ///< also that nothing is copied
  own,    ///< keys of the kind's own, which its reader reads
};

struct StepKind {
  FormKey key;  ///< in a step; its presence selects the kind
  Topic topic = Topic::commands;
  bool is_on_a_system = false;  ///< whether the step must say on which system it runs
  Expects expects = Expects::state;
  std::shared_ptr<const Action> (*read)(Reading& reading, Mapping& step) = nullptr;
  std::span<const Form> forms{};         ///< of the key's value
  std::span<const Form> expect_forms{};  ///< of 'expect', if it is the kind's own
};

#define STEP_KIND(name) extern const StepKind name##_step;
#include "harness/steps/step_table.inc"
#undef STEP_KIND

/// Every kind, in the order of step_table.inc.
std::span<const StepKind* const> step_kinds();

}  // namespace ringside::harness
