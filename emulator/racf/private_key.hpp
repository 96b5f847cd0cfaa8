// emulator/racf/private_key.hpp - the private key of a certificate, wherever it is kept.
#pragma once

#include <optional>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/context.hpp"

namespace ringside::racf {

/// The key in the RACF database, or the one that ICSF holds under the certificate's PKDS label; nothing if neither is
/// there. Throws base::Fault if the stored key is damaged.
std::optional<crypto::PrivateKey> private_key_of(Session& session, const database::CertificateRecord& record);

/// The same, for RACF to sign with: nothing for a key of a kind that RACF does not have (issue --algorithm ed25519)
/// too.
std::optional<crypto::PrivateKey> signing_key_of(Session& session, const database::CertificateRecord& record);

}  // namespace ringside::racf
