// harness/scenario/head_reader.hpp - reads the keys of a scenario that stand beside its systems and steps.
#pragma once

#include "harness/scenario/reading.hpp"
#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

/// Reads 'tags', 'importance', 'timeout' and 'skip'.
void read_selection(Reading& reading, Mapping& top, Scenario& scenario);
/// Reads 'racf_level', 'lenient' and the other rules.
void read_rules(Reading& reading, Mapping& top, Scenario& scenario);
/// Reads the value of 'users', and adds a step for each system that defines its users.
void read_users(Reading& reading, const YAML::Node& node, Scenario& scenario);

}  // namespace ringside::harness
