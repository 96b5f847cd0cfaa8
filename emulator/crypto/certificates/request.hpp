// emulator/crypto/certificates/request.hpp - PKCS#10 certificate requests.
#pragma once

#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "emulator/crypto/certificates/extensions.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/keys/sign.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

struct Request {
  DistinguishedName subject;
  PublicKey key;
  Extensions extensions;  ///< of the extensionRequest attribute
};

/// Reads a request in DER or PEM (BEGIN CERTIFICATE REQUEST or BEGIN NEW CERTIFICATE REQUEST; text before it is
/// skipped). The signature of the request must verify with its own key, else ProblemKind::bad_signature.
Result<Request> read_request(base::ByteView bytes);

/// An attribute of a request with one value, which is a whole DER element.
struct RequestAttribute {
  std::string_view oid;
  base::Bytes value;
};

/// The one maker of requests: the DER of a version 1 request for `key`, signed with it. `subject` is the DER of a Name.
[[nodiscard]] base::Bytes sign_request(base::ByteView subject, const std::vector<RequestAttribute>& attributes,
                                       const PrivateKey& key, const SignatureAlgorithm& algorithm,
                                       const base::Randomness& randomness);

/// The request that RACF makes: the extensions are its only attribute, left out if there are none.
[[nodiscard]] base::Bytes make_request(const DistinguishedName& subject, const PrivateKey& key,
                                       const Extensions& extensions, const base::Randomness& randomness,
                                       SignatureForm form = SignatureForm::usual);

}  // namespace ringside::crypto
