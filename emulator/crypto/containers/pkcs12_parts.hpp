// emulator/crypto/containers/pkcs12_parts.hpp - the parts of a PKCS#12 as OpenSSL objects. Only for files in this
// folder.
#pragma once

#include <memory>
#include <optional>

#include <openssl/pkcs12.h>

#include "base/limits.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/result.hpp"

namespace ringside::crypto {

inline void free_pkcs12_safe(void* safe) {
  PKCS7_free(static_cast<PKCS7*>(safe));
}
inline void free_pkcs12_bag(void* bag) {
  PKCS12_SAFEBAG_free(static_cast<PKCS12_SAFEBAG*>(bag));
}

template <auto FreeElement>
struct FreeStack {
  template <typename Stack>
  void operator()(Stack* stack) const {
    OPENSSL_sk_pop_free(reinterpret_cast<OPENSSL_STACK*>(stack), FreeElement);
  }
};

using OwnedPkcs12 = Owned<PKCS12, PKCS12_free>;
using Safes = std::unique_ptr<STACK_OF(PKCS7), FreeStack<free_pkcs12_safe>>;
using Bags = std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), FreeStack<free_pkcs12_bag>>;

inline constexpr std::size_t most_pkcs12_bags = 2 * base::limits::container_certificates;

/// Decodes the bags of decrypted contents. Returns nullptr if they are not bags.
Bags decode_bags(base::ByteView plain);

/// The library context in which parts are encrypted and decrypted; it has the legacy module if that is installed.
OSSL_LIB_CTX* pkcs12_context();

/// Decrypts a part. Returns nullopt if the result has no full blocks or no valid padding. The caller checks the cost.
std::optional<base::Bytes> pkcs12_decrypted(const X509_ALGOR* algorithm, const char* password, int length,
                                            base::ByteView cipher);

/// The reason of the last failed decryption. Empties OpenSSL's error queue.
Problem pkcs12_decryption_problem(bool password_is_known_good);

/// The cost of the MAC. pkcs12_mac_cost returns nullopt if the file has no MAC; an unknown hash is an error.
struct Pkcs12Mac {
  std::uint64_t iterations = 1;
  std::size_t salt_bytes = 0;
};
Result<std::optional<Pkcs12Mac>> pkcs12_mac_cost(PKCS12* file);

}  // namespace ringside::crypto
