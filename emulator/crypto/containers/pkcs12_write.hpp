// emulator/crypto/containers/pkcs12_write.hpp - the one writer of PKCS#12 files (RFC 7292). RACF, openssl and keytool
// plan safes and bags; the DER, the encryption and the MAC are made here.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/containers/password_based.hpp"
#include "emulator/crypto/containers/pkcs12_bags.hpp"

namespace ringside::crypto {

/// A bag with its attributes. Attributes that are not set are left out.
struct Pkcs12Item {
  Pkcs12BagKind kind = Pkcs12BagKind::certificate;
  base::Bytes content;                         ///< as in Pkcs12Bag
  std::optional<base::Bytes> friendly_name{};  ///< content octets of a BMPString
  std::optional<base::Bytes> local_key_id{};
  bool trusted = false;  ///< has Java's attribute for trusted certificates
};

struct Pkcs12SafePlan {
  std::vector<Pkcs12Item> items;
  std::optional<PbeParameters> encryption;  ///< nullopt: in clear
};

struct Pkcs12MacPlan {
  std::string_view digest;  ///< sha1, sha224, sha256, sha384 or sha512
  base::Bytes salt;
  std::uint64_t iterations = 1;
};

struct Pkcs12Plan {
  std::vector<Pkcs12SafePlan> safes;
  std::optional<Pkcs12MacPlan> mac;  ///< nullopt: the file has no MAC
};

/// Returns the DER of the file. Encrypts and authenticates under one password. Throws base::Fault for an unknown
/// digest.
base::Bytes write_pkcs12(const Pkcs12Plan& plan, const base::Secret& password);

}  // namespace ringside::crypto
