// emulator/crypto/containers/holds_keys.hpp - whether a file must not be read by others.
#pragma once

#include "base/bytes.hpp"

namespace ringside::crypto {

/// Whether the octets may hold a private key. They do not if they are a certificate, certificate request, revocation
/// list, public key or PKCS#7 SignedData in DER, or text in which every PEM block and all Base64 is one of these.
/// Everything else may, also octets that are not understood.
bool may_hold_keys(base::ByteView bytes);

}  // namespace ringside::crypto
