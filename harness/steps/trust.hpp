// harness/steps/trust.hpp - the step 'trust': a handshake for every ordered pair of servers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "harness/scenario/scenario.hpp"
#include "harness/steps/trust_expectation.hpp"
#include "harness/trust/endpoint.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// Makes the handshakes, and compares verdicts and changes with what is expected.
class CheckTrust final : public Action {
 public:
  std::vector<Endpoint> endpoints;  ///< empty: every ring with members
  bool every_system = false;        ///< each z/OS system must have an endpoint
  TrustOptions options;
  std::optional<base::Instant> until;  ///< also look for changes up to this moment
  bool none_may_end = false;           ///< no certificate of the endpoints may end before `until`
  TrustExpectation expect;

  [[nodiscard]] std::string title(ScenarioLab& lab) const override;
  void play(ScenarioLab& lab, const Step& step, StepReport& report) const override;
};

}  // namespace ringside::harness
