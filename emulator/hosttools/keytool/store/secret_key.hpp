// emulator/hosttools/keytool/store/secret_key.hpp - secret keys: their algorithms, and the two forms in which stores
// hold them.
#pragma once

#include "emulator/hosttools/keytool/store/key_store.hpp"

namespace ringside::keytool {

struct SecretKey {
  std::string algorithm;  ///< Java's name of it
  base::Bytes octets;
};

/// A PrivateKeyInfo around the octets, as a PKCS#12's secret bag holds it under its protection; and back. Nothing for
/// an algorithm without an object identifier.
std::optional<base::Bytes> secret_key_info(const SecretKey& key);
std::optional<SecretKey> read_secret_key_info(base::ByteView info);

/// A serialized SealedObject around a serialized SecretKeySpec (Java Object Serialization Specification 6), as JCEKS
/// holds it; and back. Nothing if the password is wrong; throws Refusal for a key of another class.
base::Bytes seal_secret_key(const SecretKey& key, const Protection& protection);
std::optional<SecretKey> open_sealed_secret_key(base::ByteView object, const base::Secret& password,
                                                crypto::PbeBudget& budget);

}  // namespace ringside::keytool
