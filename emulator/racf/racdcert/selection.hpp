// emulator/racf/racdcert/selection.hpp - finds the certificates that LABEL, SERIALNUMBER and ISSUERSDN select.
#pragma once

#include <string>
#include <vector>

#include "emulator/racf/racdcert/operands.hpp"
#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert {

/// Returns every certificate of `owner` that fits the selection, in the order of creation.
std::vector<database::CertificateRecord> matching(const database::SecurityDatabase& database, const Owner& owner,
                                                  const Selection& selection);

/// Returns the certificate of `owner` that fits the selection. An empty selection means the owner's only certificate.
/// IRRD107I if none fits, RSD205I if several do.
Result<Stored> select_certificate(Context& context, const Owner& owner, const Selection& selection);

}  // namespace ringside::racf::racdcert
