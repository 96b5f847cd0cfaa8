// connectors/pkcs11/object.hpp - the objects of a token: certificates and the keys that belong to them.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "connectors/pkcs11/cryptoki.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"

namespace ringside::connectors::pkcs11 {

using Attributes = std::map<CK_ATTRIBUTE_TYPE, base::Bytes>;

struct Object {
  Attributes attributes;                          ///< never the numbers of a private key
  std::optional<crypto::PublicKey> public_key{};  ///< of a key
  std::optional<crypto::PrivateKey> private_key{};

  /// CKO_CERTIFICATE, CKO_PUBLIC_KEY or CKO_PRIVATE_KEY.
  [[nodiscard]] CK_OBJECT_CLASS kind() const;
  /// CKK_RSA or CKK_EC; nullopt for certificates.
  [[nodiscard]] std::optional<CK_KEY_TYPE> key_type() const;
};

/// Returns the certificate of an entry, and the public and the private key if the caller has the private key. Keys that
/// are neither RSA nor ECC are left out. All objects of an entry have the same CKA_ID, the SHA-1 of the public key's
/// bits, by which NSS and libp11 find what belongs together, and the RACF label as CKA_LABEL.
std::vector<Object> objects_of(const racf::datalib::Entry& entry);

}  // namespace ringside::connectors::pkcs11
