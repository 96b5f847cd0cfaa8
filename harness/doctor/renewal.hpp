// harness/doctor/renewal.hpp - the commands that renew a certificate, whose key and issuer may be on any system of the
// lab.
#pragma once

#include "harness/doctor/lab_certificates.hpp"
#include "harness/doctor/remedy.hpp"

namespace ringside::harness {

/// How to renew `certificate`, which is on a ring of `system`. The first remedy keeps the key (GENREQ and GENCERT), so
/// labels and rings do not change. The second, where possible, makes a new key (REKEY and ROLLOVER). Both replace
/// copies on rings of other systems. If `at` is later than the lab's clock, the new certificate is valid then too.
Cure renewal_of(lab::Lab& lab, const crypto::Certificate& certificate, const std::string& system,
                const std::string& user, base::Instant at = {});

}  // namespace ringside::harness
