// emulator/crypto/containers/pkcs12_bags.hpp - reads all bags of a PKCS#12, for key stores that hold many entries and
// for tools that print them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

enum class Pkcs12BagKind {
  shrouded_key,  ///< DER EncryptedPrivateKeyInfo, still encrypted
  clear_key,     ///< DER PrivateKeyInfo
  certificate,   ///< DER certificate
  secret,        ///< DER EncryptedPrivateKeyInfo of a secret key, still encrypted
};

struct Pkcs12Bag {
  Pkcs12BagKind kind = Pkcs12BagKind::certificate;
  base::Bytes content;
  std::optional<std::string> friendly_name;
  std::optional<base::Bytes> local_key_id;
  bool trusted = false;                   ///< has Java's attribute for trusted certificates
  bool leads = false;                     ///< is the first bag of its safe
  base::Bytes algorithm{};                ///< of a shrouded key: DER AlgorithmIdentifier of its encryption
  std::vector<base::Bytes> attributes{};  ///< all attributes, each in DER
};

struct Pkcs12Safe {
  base::Bytes algorithm;  ///< DER AlgorithmIdentifier of its encryption; empty: in clear
  std::vector<Pkcs12Bag> bags;
};

/// The error detail of a password that decrypts the safes but does not fit the MAC.
inline constexpr const char* pkcs12_mac_problem = "the MAC of the PKCS#12 does not fit the password";

/// Reads the safes in the order of the file. Keys stay encrypted and cost nothing here. Without a password the MAC is
/// not checked and encrypted safes have no bags, as in Java. The limits are those of read_package.
Result<std::vector<Pkcs12Safe>> read_pkcs12_safes(base::ByteView bytes, const std::optional<base::Secret>& password);

/// The bags of all safes.
Result<std::vector<Pkcs12Bag>> read_pkcs12_bags(base::ByteView bytes, const std::optional<base::Secret>& password);

/// Decrypts the private key of a bag, within the limits of read_package.
Result<PrivateKey> key_of_bag(const Pkcs12Bag& bag, const base::Secret& password);

}  // namespace ringside::crypto
