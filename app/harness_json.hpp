// app/harness_json.hpp - played scenarios and trust matrices as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "scenarios/harness/result.hpp"
#include "scenarios/harness/trust.hpp"

namespace ringside::app {

/// {"endpoints", "mutual", "verify_host", "links", "remarks"}; links by version, then client, then server.
nlohmann::ordered_json trust_json(const harness::TrustReport& report);

/// {"file", "name", "about", "passed", "mistakes", "steps"}; a step has what its action gave, and its failures.
nlohmann::ordered_json scenario_json(const harness::ScenarioReport& report);

}  // namespace ringside::app
