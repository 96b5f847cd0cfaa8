// emulator/hosttools/keytool/store/pkcs12_settings.hpp - how a PKCS#12 key store is protected: the JDK's properties
// keystore.pkcs12.* (java.security), and what an existing file keeps.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "emulator/crypto/containers/password_based.hpp"

namespace ringside::keytool {

/// Encryption without its salt and IV.
struct Pkcs12Cipher {
  crypto::PbeScheme scheme = crypto::PbeScheme::aes_256;
  std::string_view prf = crypto::pbe_prf_sha256;  ///< of PBES2: OID of the HMAC
  std::uint64_t iterations = 10'000;

  /// Java's DES takes a salt of 8 octets only.
  [[nodiscard]] std::size_t salt_octets() const { return scheme == crypto::PbeScheme::md5_des ? 8 : 20; }
};
struct Pkcs12Mac {
  std::string_view digest = "sha256";
  std::uint64_t iterations = 10'000;
};

/// What the file that was read uses. The JDK keeps it when it writes the store, whatever the properties say.
struct Pkcs12Habits {
  bool has_certificates = false;
  std::optional<Pkcs12Cipher> certificates;  ///< nullopt: in clear
  std::optional<Pkcs12Mac> mac;              ///< nullopt: none
};
/// Returns nullopt if the file is not in DER or uses algorithms that have no property.
std::optional<Pkcs12Habits> pkcs12_habits(base::ByteView file, bool has_certificates);

class Pkcs12Settings {
 public:
  /// Takes "-J-Dkeystore.pkcs12.NAME=VALUE", or the old spelling "keystore.PKCS12". Ignores other words.
  void take(std::string_view word);

  // Each throws Refusal, with the JDK's texts, if its property has an illegal value.
  [[nodiscard]] Pkcs12Cipher for_keys() const;
  [[nodiscard]] std::optional<Pkcs12Cipher> for_certificates() const;
  [[nodiscard]] std::optional<Pkcs12Mac> mac() const;

 private:
  [[nodiscard]] std::string value_of(const std::string& name) const;
  [[nodiscard]] bool is_legacy() const { return properties_.contains("legacy"); }

  std::map<std::string, std::string> properties_;
};

}  // namespace ringside::keytool
