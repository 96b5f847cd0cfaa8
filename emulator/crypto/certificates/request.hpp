// emulator/crypto/certificates/request.hpp - PKCS#10 certificate requests.
#pragma once

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

struct Request {
  DistinguishedName subject;
  PublicKey key;
  Extensions extensions;  ///< of the extensionRequest attribute
};

/// A request in DER or in PEM (BEGIN CERTIFICATE REQUEST or BEGIN NEW CERTIFICATE REQUEST, text before it skipped),
/// whose own signature must verify.
Result<Request> read_request(base::ByteView bytes);

/// DER of a version 1 request for `key`, signed with it.
[[nodiscard]] base::Bytes make_request(const DistinguishedName& subject, const PrivateKey& key,
                                       const Extensions& extensions, const base::Randomness& randomness,
                                       SignatureForm form = SignatureForm::usual);

}  // namespace ringside::crypto
