// connectors/pkcs11/operation.hpp - a signature or a verification under way: a key, a scheme, and the data so far.
#pragma once

#include <optional>

#include <tl/expected.hpp>

#include "connectors/pkcs11/mechanisms.hpp"
#include "connectors/pkcs11/object.hpp"
#include "emulator/crypto/running_digest.hpp"

namespace ringside::connectors::pkcs11 {

class Operation {
 public:
  /// Starts with a key of the kind that the operation needs. Fails with CKR_MECHANISM_INVALID,
  /// CKR_KEY_TYPE_INCONSISTENT or CKR_MECHANISM_PARAM_INVALID.
  static tl::expected<Operation, CK_RV> start(const Object& key, const CK_MECHANISM& asked);

  /// Takes a part of the data. Fails with CKR_DATA_LEN_RANGE if the mechanism takes less.
  CK_RV add(base::ByteView part);
  /// Whether parts have been added, so that the operation ends by Final.
  [[nodiscard]] bool has_parts() const { return has_parts_; }

  [[nodiscard]] std::size_t signature_octets() const;
  /// The signature of all parts. Fails with CKR_DATA_LEN_RANGE or CKR_DATA_INVALID.
  [[nodiscard]] tl::expected<base::Bytes, CK_RV> sign();
  /// CKR_OK, CKR_SIGNATURE_LEN_RANGE or CKR_SIGNATURE_INVALID.
  [[nodiscard]] CK_RV verify(base::ByteView signature);

 private:
  Operation(const Object& key, crypto::SignatureScheme scheme, std::string_view digest);
  [[nodiscard]] std::size_t most_octets() const;
  [[nodiscard]] bool has_right_length() const;
  base::Bytes value();

  const Object* key_;
  crypto::SignatureScheme scheme_;
  std::optional<crypto::RunningDigest> digest_;
  base::Bytes octets_;  // where the mechanism makes no digest
  bool has_parts_ = false;
};

}  // namespace ringside::connectors::pkcs11
