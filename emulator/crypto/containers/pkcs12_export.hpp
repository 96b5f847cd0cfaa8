// emulator/crypto/containers/pkcs12_plan.hpp - a PKCS#12 part by part, as `openssl pkcs12` makes and shows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/containers/pkcs12_bags.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

enum class Pkcs12Scheme { clear, triple_des, aes_128, aes_256 };

/// By OpenSSL's name ("AES-256-CBC", "PBE-SHA1-3DES", "NONE"), in any case; nothing for others.
std::optional<Pkcs12Scheme> pkcs12_scheme(std::string_view name);

struct Pkcs12Plan {
  struct Named {
    Certificate certificate;
    std::string friendly_name{};
  };
  std::vector<Named> certificates;  ///< the first is the key's, if there is a key
  std::optional<PrivateKey> key;
  Pkcs12Scheme certificate_scheme = Pkcs12Scheme::aes_256, key_scheme = Pkcs12Scheme::aes_256;
  std::string mac_digest = "sha256";  ///< sha1, sha256, sha384 or sha512; empty: no MAC
  std::size_t salt_bytes = 8;
  int iterations = 2'048, mac_iterations = 2'048;
};
base::Bytes make_pkcs12(const Pkcs12Plan& plan, const base::Secret& password, const base::Randomness& randomness);

/// A PKCS#12 as `openssl pkcs12 -info` tells of it.
struct Pkcs12Safe {
  std::string protection;  ///< "PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256"; empty: in clear
  std::vector<Pkcs12Bag> bags;
};
struct Pkcs12Outline {
  std::string mac;  ///< two lines; empty if there is none
  std::vector<Pkcs12Safe> safes;
};
/// The words for the MAC alone, which -info says before the password is tried; empty if there is none to speak of.
std::string pkcs12_mac_text(base::ByteView bytes);
Result<Pkcs12Outline> read_pkcs12_outline(base::ByteView bytes, const base::Secret& password);

/// The private key of a bag, within the bounds of read_package.
Result<PrivateKey> key_of_bag(const Pkcs12Bag& bag, const base::Secret& password);

}  // namespace ringside::crypto
