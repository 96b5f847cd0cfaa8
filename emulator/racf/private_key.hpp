// emulator/racf/private_key.hpp - the private key of a certificate, wherever it is kept.
#pragma once

#include <optional>

#include "emulator/crypto/key.hpp"
#include "emulator/database/security_database.hpp"

namespace ringside::racf {

/// The key in the RACF database, or the one that ICSF holds under the certificate's PKDS label; nothing if neither is
/// there. Throws base::Fault if the stored key is damaged.
std::optional<crypto::PrivateKey> private_key_of(const database::SecurityDatabase& database,
                                                 const database::CertificateRecord& record);

}  // namespace ringside::racf
