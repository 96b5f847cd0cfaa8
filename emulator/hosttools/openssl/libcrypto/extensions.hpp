// emulator/hosttools/openssl/libcrypto/extensions.hpp - extensions as DER: made from a configuration, or taken from
// certificates and requests.
#pragma once

#include <string>

#include "base/bytes.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"
#include "emulator/hosttools/openssl/libcrypto/configuration.hpp"

namespace ringside::openssl {

/// What extensions may refer to.
struct ExtensionContext {
  crypto::DistinguishedName subject;
  crypto::PublicKey key;
  const crypto::Certificate* issuer = nullptr;  ///< nullptr: the certificate signs itself
  base::Bytes existing{};                       ///< extensions to start from; a new one replaces one of the same type
  const crypto::PrivateKey* signer = nullptr;   ///< of a certificate that signs itself, perhaps with another key
  base::Bytes serial{};                         ///< of a certificate that signs itself; empty: not known yet
};
/// The DER SEQUENCE OF Extension of a section of `configuration`. The detail of an error names the extension.
crypto::Result<base::Bytes> extensions_of(const Configuration& configuration, const std::string& section,
                                          const ExtensionContext& context);

/// The extensions `context.existing` as openssl 3.0 signs them: a subject key identifier is added, and an authority key
/// identifier unless the certificate's own key signs; identifiers that are empty ("none") are taken out. No extensions
/// stay none.
crypto::Result<base::Bytes> with_key_identifiers(const ExtensionContext& context, bool signed_by_own_key);

/// The DER SEQUENCE OF Extension of a certificate, or of a request. Both return empty octets if there are none.
base::Bytes extensions_in(const crypto::Certificate& certificate);
base::Bytes extensions_in_request(base::ByteView der);

/// The certificate without its extensions, as OpenSSL shows it. Its signature does not verify.
crypto::Certificate without_extensions(const crypto::Certificate& certificate);

}  // namespace ringside::openssl
