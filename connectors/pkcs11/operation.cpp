// connectors/pkcs11/operation.cpp - collects the data of an operation, and signs or verifies.
#include "connectors/pkcs11/operation.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

// PKCS #1 v1.5 has a frame of eleven octets at least (RFC 8017 9.2).
constexpr std::size_t pkcs1_frame = 11;
// ECDSA cuts longer values off at the length of the order.
constexpr std::size_t ecdsa_octets_most = 1024;

}  // namespace

tl::expected<Operation, CK_RV> Operation::start(const Object& key, const CK_MECHANISM& asked) {
  const Mechanism* const mechanism = find_mechanism(asked.mechanism);
  if (mechanism == nullptr) return tl::make_unexpected(CK_RV{CKR_MECHANISM_INVALID});
  if (key.key_type() != mechanism->key) return tl::make_unexpected(CK_RV{CKR_KEY_TYPE_INCONSISTENT});
  const auto scheme = signature_scheme(*mechanism, asked);
  if (!scheme) return tl::make_unexpected(scheme.error());
  return Operation(key, *scheme, mechanism->digest);
}

Operation::Operation(const Object& key, crypto::SignatureScheme scheme, std::string_view digest)
    : key_(&key), scheme_(scheme) {
  if (!digest.empty()) digest_.emplace(digest);
}

CK_RV Operation::add(base::ByteView part) {
  has_parts_ = true;
  if (digest_) {
    digest_->update(part);
    return CKR_OK;
  }
  if (part.size() > most_octets() - octets_.size()) return CKR_DATA_LEN_RANGE;
  octets_.insert(octets_.end(), part.begin(), part.end());
  return CKR_OK;
}

std::size_t Operation::signature_octets() const {
  return crypto::signature_octets(*key_->public_key);
}

std::size_t Operation::most_octets() const {
  switch (scheme_.shape) {
    case crypto::SignatureShape::rsa_pkcs1:
      return signature_octets() - pkcs1_frame;
    case crypto::SignatureShape::rsa_raw:
      return signature_octets();
    case crypto::SignatureShape::rsa_pss:
      return crypto::digest_octets(scheme_.digest);
    case crypto::SignatureShape::ecdsa:
      break;
  }
  return ecdsa_octets_most;
}

// Where the caller has made the digest, it must have the length of one.
bool Operation::has_right_length() const {
  return digest_ || scheme_.shape != crypto::SignatureShape::rsa_pss || octets_.size() == most_octets();
}

base::Bytes Operation::value() {
  return digest_ ? digest_->finish() : octets_;
}

tl::expected<base::Bytes, CK_RV> Operation::sign() {
  if (!has_right_length()) return tl::make_unexpected(CK_RV{CKR_DATA_LEN_RANGE});
  auto signature = crypto::sign_value(*key_->private_key, scheme_, value());
  if (!signature) return tl::make_unexpected(CK_RV{CKR_DATA_INVALID});
  return *std::move(signature);
}

CK_RV Operation::verify(base::ByteView signature) {
  if (!has_right_length()) return CKR_DATA_LEN_RANGE;
  if (signature.size() != signature_octets()) return CKR_SIGNATURE_LEN_RANGE;
  return crypto::verify_value(*key_->public_key, scheme_, value(), signature) ? CKR_OK : CKR_SIGNATURE_INVALID;
}

}  // namespace ringside::connectors::pkcs11
