// emulator/crypto/openssl.hpp - owning pointers for OpenSSL's objects, and OpenSSL's errors: as faults of this program,
// or as refusals of data from outside. Only for code that uses OpenSSL.
#pragma once

#include <memory>
#include <string>
#include <type_traits>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/crypto/foreign_data.hpp"

namespace ringside::crypto {

template <auto Free>
struct FreeWith {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
template <typename T, auto Free>
using Owned = std::unique_ptr<T, FreeWith<Free>>;

using OwnedBio = Owned<BIO, BIO_free>;
using OwnedBn = Owned<BIGNUM, BN_clear_free>;
using OwnedBnContext = Owned<BN_CTX, BN_CTX_free>;
using OwnedGroup = Owned<EC_GROUP, EC_GROUP_free>;
using OwnedPoint = Owned<EC_POINT, EC_POINT_clear_free>;
using OwnedPkey = Owned<EVP_PKEY, EVP_PKEY_free>;

/// Returns the reason of the oldest error in OpenSSL's queue and empties the queue.
inline std::string take_openssl_error() {
  const unsigned long code = ERR_get_error();
  ERR_clear_error();
  const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  return reason == nullptr ? "no reason given" : reason;
}

[[noreturn]] inline void openssl_fault(const char* what) {
  throw base::Fault(std::string("OpenSSL: ") + what + ": " + take_openssl_error());
}

/// Throws base::Fault if a call failed that can only fail by a defect of this program or a lack of memory.
inline void require(bool succeeded, const char* what) {
  if (!succeeded) openssl_fault(what);
}
template <typename T>
T* require(T* object, const char* what) {
  if (object == nullptr) openssl_fault(what);
  return object;
}

inline base::Bytes require(base::Bytes octets, const char* what) {
  if (octets.empty()) openssl_fault(what);
  return octets;
}

/// Throws ForeignData if a call failed that fails for some keys or certificates from outside. `what` is a clause for a
/// message: "the public key cannot be encoded".
inline void accept(bool succeeded, const char* what) {
  if (!succeeded) throw ForeignData({ProblemKind::unsupported, std::string(what) + ": " + take_openssl_error()});
}
template <typename T>
T* accept(T* object, const char* what) {
  accept(object != nullptr, what);
  return object;
}
inline base::Bytes accept(base::Bytes octets, const char* what) {
  accept(!octets.empty(), what);
  return octets;
}

/// Returns the DER of an OpenSSL object, made by its i2d function. No octets if OpenSSL cannot encode the object.
/// OpenSSL's own copy is cleared, since it may be a private key.
template <typename T>
base::Bytes encoded(const T* object, int (*encode)(const std::type_identity_t<T>*, unsigned char**)) {
  unsigned char* der = nullptr;
  const int length = encode(object, &der);
  if (length <= 0) return {};
  base::Bytes octets(der, der + length);
  OPENSSL_clear_free(der, octets.size());
  return octets;
}

/// Empties OpenSSL's error queue at the start and at the end of a scope, so that old errors cannot change later
/// answers.
class CleanErrorQueue {
 public:
  CleanErrorQueue() { ERR_clear_error(); }
  ~CleanErrorQueue() { ERR_clear_error(); }
  CleanErrorQueue(const CleanErrorQueue&) = delete;
  CleanErrorQueue& operator=(const CleanErrorQueue&) = delete;
};

/// Returns an empty buffer in memory.
inline OwnedBio memory_bio() {
  return OwnedBio(require(BIO_new(BIO_s_mem()), "BIO_new"));
}

inline OwnedBn new_bn() {
  return OwnedBn(require(BN_new(), "BN_new"));
}
inline OwnedBnContext new_bn_context() {
  return OwnedBnContext(require(BN_CTX_new(), "BN_CTX_new"));
}

inline OwnedBn bn_from(base::ByteView big_endian) {
  return OwnedBn(require(BN_bin2bn(big_endian.data(), static_cast<int>(big_endian.size()), nullptr), "BN_bin2bn"));
}

/// Big-endian octets without leading zeros. Zero gives no octets.
inline base::Bytes bn_bytes(const BIGNUM* number) {
  base::Bytes bytes(static_cast<std::size_t>(BN_num_bytes(number)));
  BN_bn2bin(number, bytes.data());
  return bytes;
}

/// Big-endian octets with leading zeros up to `width`.
inline base::Bytes bn_bytes(const BIGNUM* number, std::size_t width) {
  base::Bytes bytes(width);
  require(BN_bn2binpad(number, bytes.data(), static_cast<int>(width)) >= 0, "BN_bn2binpad");
  return bytes;
}

}  // namespace ringside::crypto
