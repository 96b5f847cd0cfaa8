// harness/doctor/renewal.hpp - the commands that renew a certificate, wherever in the lab its key and issuer are.
#pragma once

#include "harness/doctor/lab_certificates.hpp"
#include "harness/doctor/remedy.hpp"

namespace ringside::harness {

/// How to renew `certificate`, which stands on a ring of `system`. First with its key, by GENREQ and GENCERT, so that
/// labels and rings stay; then, as another remedy, with a new key by REKEY and ROLLOVER where that can be said. Copies
/// on other systems' rings are replaced with it.
Cure renewal_of(lab::Lab& lab, const crypto::Certificate& certificate, const std::string& system,
                const std::string& user);

}  // namespace ringside::harness
