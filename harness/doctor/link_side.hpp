// harness/doctor/link_side.hpp - one side of a link, with the data that a cure needs.
#pragma once

#include "emulator/lab/lab.hpp"
#include "harness/trust/station.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

struct LinkSide {
  lab::Lab& lab;
  const TrustOptions& options;
  const Endpoint& endpoint;
  Station& station;
};

}  // namespace ringside::harness
