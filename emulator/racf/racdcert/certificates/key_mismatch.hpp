// emulator/racf/racdcert/certificates/key_mismatch.hpp - remarks on a certificate whose public key is not the
// expected one.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert {

/// For a certificate that is refused because its profile is defined: prints both public keys if they differ.
void remark_defined_key(Context& context, const database::CertificateRecord& defined,
                        const crypto::Certificate& certificate);

/// For a certificate that is added without its private key: prints both public keys if the owner has a certificate of
/// the same label or subject with another key. The usual cause is a certificate that was made from an older request.
void remark_missing_key(Context& context, const Owner& owner, const std::optional<std::string>& with_label,
                        const crypto::Certificate& certificate);

}  // namespace ringside::racf::racdcert
