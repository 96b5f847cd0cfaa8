// twin/unload/certificates.hpp - certificates and key rings as records of an unload.
#pragma once

#include "twin/unload/output.hpp"

namespace ringside::twin {

/// Records 0500, 0560, 0561 and 1560 of class DIGTCERT.
///
/// The words for keys that no source shows are those of the ones that it does: PKCSDER for a key in RACF's database,
/// PCICCTKN for one that ICSF holds, ICSFTOKN if it does so in modulus-exponent form. A twin's certificate has the
/// words of its site. One whose names the site did not tell has no record 1560.
void write_certificates(Output& output);
/// Records 0500 and 0562 of class DIGTRING, members in the order of connection.
void write_rings(Output& output);

}  // namespace ringside::twin
