// harness/steps/presence_checks.hpp - whether the rings that belong into a trust matrix are in it.
#pragma once

#include <vector>

#include "harness/play/failure.hpp"
#include "harness/play/scenario_lab.hpp"
#include "harness/trust/endpoint.hpp"

namespace ringside::harness {

/// Keeps the rings among the endpoints of a trust check at `where`, so that later checks miss one that is gone.
void remember_rings(ScenarioLab& lab, const std::vector<Endpoint>& endpoints, parser::Position where);

/// Adds a failure at `where` for each ring that holds no certificate, for each ring of an earlier trust check that is
/// gone and, with `every_system`, for each z/OS system that has no endpoint. `endpoints` are all rings with members.
void check_presence(ScenarioLab& lab, const std::vector<Endpoint>& endpoints, bool every_system, parser::Position where,
                    Failures& failures);

}  // namespace ringside::harness
