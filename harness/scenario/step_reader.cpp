// harness/scenario/step_reader.cpp - reads one step of a scenario file.
#include "harness/scenario/step_reader.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "harness/steps/step_kind.hpp"

namespace ringside::harness {
namespace {

constexpr const char* default_user = "IBMUSER";

std::string names_of_kinds() {
  std::vector<std::string> names;
  for (const StepKind* kind : step_kinds()) names.emplace_back(kind->key.name);
  return base::join(names, ", ");
}

/// Reads the action into `step` and returns its kind; nullptr if the step has none.
const StepKind* read_action(Reading& reading, Mapping& mapping, Step& step) {
  const StepKind* found = nullptr;
  for (const StepKind* kind : step_kinds()) {
    if (!mapping.has(std::string(kind->key.name))) continue;
    if (found != nullptr)
      reading.yaml.complain(step.where, fmt::format("a step does one thing; '{}' is one too many", kind->key.name));
    if (kind->is_on_a_system && !mapping.has("system")) step.system = system_at(reading, mapping, "system", {});
    step.action = kind->read(reading, mapping);
    found = kind;
  }
  return found;
}

/// Checks the keys of 'expect' for kinds of steps that do not read it themselves.
void read_expect_keys(Reading& reading, const YAML::Node& expect, Expects expects, Step& step) {
  if (!expect.IsDefined() || expects == Expects::own) return;
  Mapping mapping(reading.yaml, expect, form(expects == Expects::copy ? "copy-expect" : "state-expect"));
  if (expects == Expects::copy) step.must_fail = must_fail_at(mapping);
}

}  // namespace

Step read_step(Reading& reading, const YAML::Node& node) {
  Mapping mapping(reading.yaml, node, form("step"));
  Step step;
  if (!mapping.valid()) return step;
  step.where = mapping.where();
  step.title = base::trim(mapping.text("title"));
  step.user = base::upper(mapping.text("user", default_user));
  step.host_user = mapping.text("user", step.host_user);
  if (mapping.has("system")) step.system = system_name(reading, mapping.at("system"));
  const StepKind* kind = read_action(reading, mapping, step);
  const YAML::Node expect = expectations_of(mapping);
  if (kind == nullptr && !expect.IsDefined())
    reading.yaml.complain(step.where, fmt::format("a step needs {} or something to expect", names_of_kinds()));
  read_expect_keys(reading, expect, kind == nullptr ? Expects::state : kind->expects, step);
  step.state = read_state_expectation(reading, expect, step.system);
  return step;
}

}  // namespace ringside::harness
