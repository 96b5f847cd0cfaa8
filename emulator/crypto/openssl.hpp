// emulator/crypto/openssl.hpp - owners for OpenSSL's objects, and its errors as faults. Only for files in this folder.
#pragma once

#include <memory>
#include <string>

#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "emulator/crypto/digest.hpp"

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

using OwnedBn = Owned<BIGNUM, BN_clear_free>;
using OwnedBnContext = Owned<BN_CTX, BN_CTX_free>;
using OwnedGroup = Owned<EC_GROUP, EC_GROUP_free>;
using OwnedPoint = Owned<EC_POINT, EC_POINT_clear_free>;
using OwnedPkey = Owned<EVP_PKEY, EVP_PKEY_free>;

/// Reason of OpenSSL's oldest queued error; the queue is empty afterwards.
inline std::string take_openssl_error() {
  const unsigned long code = ERR_get_error();
  ERR_clear_error();
  const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  return reason == nullptr ? "no reason given" : reason;
}

[[noreturn]] inline void openssl_fault(const char* what) {
  throw base::Fault(std::string("OpenSSL: ") + what + ": " + take_openssl_error());
}

/// For calls that can only fail through our own mistake or lack of memory.
inline void require(bool succeeded, const char* what) {
  if (!succeeded) openssl_fault(what);
}
template <typename T>
T* require(T* object, const char* what) {
  if (object == nullptr) openssl_fault(what);
  return object;
}

/// Leaves OpenSSL's error queue empty, whichever way the scope is left: old errors must not colour later answers.
class CleanErrorQueue {
 public:
  CleanErrorQueue() { ERR_clear_error(); }
  ~CleanErrorQueue() { ERR_clear_error(); }
  CleanErrorQueue(const CleanErrorQueue&) = delete;
  CleanErrorQueue& operator=(const CleanErrorQueue&) = delete;
};

inline OwnedBn new_bn() {
  return OwnedBn(require(BN_new(), "BN_new"));
}
inline OwnedBnContext new_bn_context() {
  return OwnedBnContext(require(BN_CTX_new(), "BN_CTX_new"));
}

inline OwnedBn bn_from(base::ByteView big_endian) {
  return OwnedBn(require(BN_bin2bn(big_endian.data(), static_cast<int>(big_endian.size()), nullptr), "BN_bin2bn"));
}

/// Big-endian octets without leading zeros; zero is no octets.
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
