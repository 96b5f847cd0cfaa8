// emulator/racf/racdcert/certificates/key_mismatch.hpp - a certificate whose key is not the one that is expected: which
// two keys.
#pragma once

#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert {

/// For a certificate that is refused because its profile is defined: the two public keys, if they differ.
void remark_defined_key(Context& context, const database::CertificateRecord& defined,
                        const crypto::Certificate& certificate);

/// For a certificate that comes without its private key: where the owner has one of that label or subject with another
/// key, the two public keys. Whoever signed a request of an older key is told so.
void remark_foreign_key(Context& context, const Request& request, const crypto::Certificate& certificate);

}  // namespace ringside::racf::racdcert
