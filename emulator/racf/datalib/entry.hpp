// emulator/racf/datalib/entry.hpp - one certificate as R_datalib returns it, and what a query asks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/datalib/codes.hpp"

namespace ringside::racf::datalib {

/// The type of a private key in the result: 1 PKCS#8 in clear, 2 and 3 RSA in the PKDS, 6 ECC in clear, 7 ECC in the
/// PKDS, 9 RSA, 11 ECC and 12 DSA in the TKDS.
enum class KeyType {
  none = 0,
  clear = 1,
  icsf = 2,
  pcicc = 3,
  ecc_clear = 6,
  ecc_pkds = 7,
  rsa_token = 9,
  ecc_token = 11,
  dsa_token = 12
};

/// One certificate of a ring.
struct Entry {
  std::uint32_t usage = usage_personal;
  bool is_default = false;
  base::Bytes certificate{};                        ///< DER
  std::optional<crypto::PrivateKey> private_key{};  ///< that the caller can use, directly or through ICSF
  KeyType key_type = KeyType::none;
  int key_bits = 0;
  std::string key_label{};  ///< in the PKDS; of a key in the TKDS, the handle of 44 characters
  std::string label{};
  std::string owner{};      ///< user ID, irrcerta or irrsitec
  base::Bytes subject{};    ///< DER
  std::string record_id{};  ///< name of the DIGTCERT profile
  std::uint32_t status = status_trust;
};

/// The certificates that a query asks for: at most one of label, default flag and subject.
struct Selection {
  std::optional<std::string> label{};
  bool default_only = false;
  std::optional<base::Bytes> subject{};  ///< DER
  std::uint32_t status = status_any;     ///< version 1 only; a sum of status codes
};

/// Returns why a query cannot be; nullopt if it can. 8/8/24 for a version other than 0 and 1, 8/8/4 for more than one
/// choice, 8/8/56 for a status that is not known, 8/8/32 for the length of the label.
std::optional<Failure> check(const Selection& selection, int version);

/// Returns whether a query asks for the certificate. Version 0 never asks for one with status NOTRUST.
bool fits(const Entry& entry, const Selection& selection, int version);

}  // namespace ringside::racf::datalib
