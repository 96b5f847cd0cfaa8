// emulator/racf/private_key.hpp - the private key of a certificate, wherever it is kept.
#pragma once

#include <optional>

#include "emulator/crypto/key.hpp"
#include "emulator/racf/context.hpp"

namespace ringside::racf {

/// The key in the RACF database, or the one that ICSF holds under the certificate's PKDS label; nothing if neither is
/// there. Throws base::Fault if the stored key is damaged.
std::optional<crypto::PrivateKey> private_key_of(Session& session, const database::CertificateRecord& record);

}  // namespace ringside::racf
