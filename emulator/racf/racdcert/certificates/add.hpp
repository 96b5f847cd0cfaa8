// emulator/racf/racdcert/certificates/add.hpp - the way of ADD, which IMPORT takes as well.
#pragma once

#include "emulator/crypto/containers/package.hpp"
#include "emulator/racf/racdcert/generate/key_location.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// Certificates that arrive, with the place where the private key is to be kept.
struct Arrival {
  crypto::Package package;
  KeyHome home;
};

/// The home of the private key: ICSF with PKDS, PCICC or ICSF, else the RACF database. RSD207I for two of them;
/// icsf_home refuses labels.
Result<KeyHome> home_operand(Context& context, const Request& request);

/// Adds the end entity for the request's owner and its issuers to CERTAUTH, or renews, or adds a missing key (Command
/// Language Reference, RACDCERT ADD). Authority is the caller's matter. IRRD109I, RSD202I, RSD204I.
Result<void> add_package(Context& context, const Request& request, const Arrival& arrival);

}  // namespace ringside::racf::racdcert
