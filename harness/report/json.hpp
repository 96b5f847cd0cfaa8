// harness/report/json.hpp - played scenarios and trust matrices as JSON.
#pragma once

#include "base/json.hpp"
#include "harness/doctor/doctor.hpp"
#include "harness/play/result.hpp"
#include "harness/trust/trust.hpp"
#include "harness/trust/trust_timeline.hpp"

namespace ringside::harness::report {

/// {"at", "endpoints", "mutual", "verify_host", "links", "remarks"}; links by version, then client, then server.
base::Json trust_json(const TrustReport& report);

/// {"from", "until", "start", "certificates", "moments": [{"at", "begins", "ends", "changes"}]}; "begins" and "ends"
/// are indexes of "certificates".
base::Json timeline_json(const TrustTimeline& timeline);

/// {"needs_choice", "advice", "remedies": [{"what", "lines": [{"kind", "system", "text"}]}]}.
base::Json cure_json(const Cure& cure);

/// {"at", "complaints": [{"client", "server", "reason", ..., "plans": [{"holds",
/// "remedies"}]}], "remarks"}.
base::Json diagnosis_json(const Diagnosis& diagnosis);

/// {"file", "name", "about", "passed", "mistakes", "steps"}; a step has the results of its action, and its failures.
base::Json scenario_json(const ScenarioReport& report);

}  // namespace ringside::harness::report
