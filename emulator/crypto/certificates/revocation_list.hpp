// emulator/crypto/certificates/revocation_list.hpp - checks of certificate revocation lists.
#pragma once

#include "base/bytes.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::crypto {

/// Whether `der` is one well-formed certificate revocation list and nothing more.
bool is_revocation_list(base::ByteView der);

/// Whether `key` signed the list. Returns false if it is not well-formed.
bool revocation_list_is_signed_by(base::ByteView der, const PublicKey& key);

}  // namespace ringside::crypto
