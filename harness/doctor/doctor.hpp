// harness/doctor/doctor.hpp - finds what does not work in a lab, why, and the commands that repair it. Each command is
// tried in the lab first.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "harness/doctor/remedy.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// Commands that repair a link, in order, including further reasons that the first fix reveals.
struct Plan {
  std::vector<Remedy> remedies;
  bool holds = false;     ///< after the commands were tried, the link is trusted
  std::string trouble{};  ///< why not all were tried: a refused command, or a manual step
};

/// A link that is refused.
struct Complaint {
  Link link;
  std::string datalib;      ///< R_datalib's codes if it returns nothing: "8/8/84, the ring does not exist"
  std::vector<Plan> plans;  ///< one, or one for each choice; none if there is no repair or none is needed any more
  std::vector<std::string> advice;
  bool mended_above = false;  ///< the commands of earlier complaints repair this one too
};

struct Diagnosis {
  TrustReport report;
  std::vector<Complaint> complaints;  ///< each link once, under the first version of TLS that refuses it
  std::size_t empty_rings = 0;        ///< rings of the lab without certificates, if all rings were asked for
  [[nodiscard]] bool well() const { return complaints.empty() && !report.links.empty() && empty_rings == 0; }
};

/// Examines these links of `endpoints` (client and server are indexes; every pair if there are none). Tries each
/// complaint's commands in the lab after those of earlier complaints, and restores the lab at the end. If a complaint
/// has several plans, only plan number `choice` is kept and tried, or the last one if there are fewer; 0 keeps all and
/// tries none for the complaints after it. The error is a sentence, as for check_trust.
tl::expected<Diagnosis, std::string> diagnose(lab::Lab& lab, std::vector<Endpoint> endpoints,
                                              const TrustOptions& options,
                                              const std::vector<std::pair<std::size_t, std::size_t>>& links = {},
                                              std::size_t choice = 0);

}  // namespace ringside::harness
