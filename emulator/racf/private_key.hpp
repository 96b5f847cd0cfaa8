// emulator/racf/private_key.hpp - the private key of a certificate, from the RACF database or from ICSF.
#pragma once

#include <optional>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::racf {

/// Returns the key in the RACF database, else the one that ICSF holds under the certificate's PKDS label; nullopt if
/// neither exists, also if only the site of a twin has the key. Throws base::Fault if the stored key is damaged.
std::optional<crypto::PrivateKey> private_key_of(Session& session, const database::CertificateRecord& record);

/// Returns the same key for RACF to sign with; for a key that only the site of a twin has, the key of its stand-in.
/// Returns nullopt also for a type of key that RACF does not have, which `issue --algorithm ed25519` can make.
std::optional<crypto::PrivateKey> signing_key_of(Session& session, const database::CertificateRecord& record);

}  // namespace ringside::racf
