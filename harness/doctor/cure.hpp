// harness/doctor/cure.hpp - from the reason for which a link is refused to the commands that mend it.
#pragma once

#include "emulator/lab/lab.hpp"
#include "harness/doctor/remedy.hpp"
#include "harness/trust/station.hpp"
#include "harness/trust/trust.hpp"

namespace ringside::harness {

/// What mends a refused link as the lab is now. One reason at a time: behind it there may be
/// another. Empty for a link that holds.
Cure cure_of(lab::Lab& lab, const TrustReport& report, const Link& link);

/// One side of a link and all that a cure needs to know of it.
struct Patient {
  lab::Lab& lab;
  const TrustOptions& options;
  const Endpoint& endpoint;
  Station& station;
};

/// Why a ring gives its server no identity. cure_identity.cpp
Cure cure_identity(Patient& patient, Reason reason);
/// Why `judge` refuses the certificate that `shown` shows. cure_verification.cpp
Cure cure_verification(Patient& judge, Patient& shown, Reason reason);

}  // namespace ringside::harness
