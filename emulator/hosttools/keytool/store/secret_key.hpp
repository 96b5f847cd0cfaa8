// emulator/hosttools/keytool/store/secret_key.hpp - secret keys: their algorithms, and their two forms in key
// stores.
#pragma once

#include "emulator/crypto/containers/pbe_budget.hpp"
#include "emulator/hosttools/keytool/store/key_store.hpp"

namespace ringside::keytool {

struct SecretKey {
  std::string algorithm;  ///< Java's name of it
  base::Bytes octets;
};

/// Builds the PrivateKeyInfo that the secret bag of a PKCS#12 protects, and reads it. Returns nullopt for an algorithm
/// without an object identifier.
std::optional<base::Bytes> secret_key_info(const SecretKey& key);
std::optional<SecretKey> read_secret_key_info(base::ByteView info);

/// Builds the serialized SealedObject with a serialized SecretKeySpec of a JCEKS (Java Object Serialization
/// Specification 6), and reads it. Returns nullopt if the password is wrong; throws Refusal for a key of another class.
base::Bytes seal_secret_key(const SecretKey& key, const Protection& protection);
std::optional<SecretKey> open_sealed_secret_key(base::ByteView object, const base::Secret& password,
                                                crypto::PbeBudget& budget);

}  // namespace ringside::keytool
