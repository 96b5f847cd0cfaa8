// harness/doctor/doctor.hpp - what does not work in a lab, why, and the commands that mend it, tried before they are
// told.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "harness/doctor/remedy.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// Commands in order that mend a link, with all that stands behind its first reason.
struct Plan {
  std::vector<Remedy> remedies;
  bool holds = false;     ///< they were tried: afterwards the link holds
  std::string trouble{};  ///< why they were not tried to the end: a refused command, something to be done by hand
};

/// A link that is refused.
struct Complaint {
  Link link;
  std::string datalib;      ///< what R_datalib answers where it gives nothing: "8/8/84, the ring does not exist"
  std::vector<Plan> plans;  ///< one, or one for each choice; none if nothing mends it or it is mended already
  std::vector<std::string> advice;
  bool mended_above = false;  ///< the commands of the complaints before it mend this one as well
};

struct Diagnosis {
  TrustReport report;
  std::vector<Complaint> complaints;  ///< a link once, under the first version that refuses it
};

/// Asks for these links of `endpoints` (client and server as places in it; every pair if there are none). Each
/// complaint's commands are tried in the lab after those of the complaints before it; then all is as it was. The error
/// is a sentence, as of check_trust.
tl::expected<Diagnosis, std::string> diagnose(lab::Lab& lab, std::vector<Endpoint> endpoints,
                                              const TrustOptions& options,
                                              const std::vector<std::pair<std::size_t, std::size_t>>& links = {});

/// The diagnosis as text; commands begin with the system on which to run them.
std::vector<std::string> diagnosis_lines(const Diagnosis& diagnosis);

}  // namespace ringside::harness
