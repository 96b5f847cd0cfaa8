// harness/scenario/step_reader.hpp - reads one step of a scenario file.
#pragma once

#include "harness/scenario/reading.hpp"
#include "harness/scenario/scenario.hpp"

namespace ringside::harness {

/// Reads what every step has; the kind of step reads the rest.
Step read_step(Reading& reading, const YAML::Node& node);

}  // namespace ringside::harness
