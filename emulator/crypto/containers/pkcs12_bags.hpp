// emulator/crypto/containers/pkcs12_bags.hpp - everything that stands in a PKCS#12, for key stores that hold many
// entries.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/secret.hpp"
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
  bool trusted = false;      ///< Java's attribute for trusted certificates
  bool leads = false;        ///< the first of its safe
  std::string protection{};  ///< of a shrouded key, as Pkcs12Safe's
  std::string attributes{};  ///< as openssl prints them, each on its line; empty if the bag has none
};

/// The detail of a wrong password where nothing but the MAC could tell.
inline constexpr const char* pkcs12_mac_problem = "the MAC of the PKCS#12 does not fit the password";

/// The bags in the order of the file. Without a password the MAC is not checked and encrypted safes are left out, as
/// Java does. Keys stay encrypted and cost nothing here. Bounds as read_package.
Result<std::vector<Pkcs12Bag>> read_pkcs12_bags(base::ByteView bytes, const std::optional<base::Secret>& password);

}  // namespace ringside::crypto
