// emulator/crypto/containers/pkcs12_parts.cpp - steps that both readers of PKCS#12 share.
#include "emulator/crypto/containers/pkcs12_parts.hpp"

#include <openssl/evp.h>
#include <openssl/provider.h>

namespace ringside::crypto {
namespace {

using base::Bytes;

bool is_missing_algorithm(unsigned long code) {
  const int reason = ERR_GET_REASON(code);
  if (reason == ERR_R_UNSUPPORTED) return true;
  return ERR_GET_LIB(code) == ERR_LIB_EVP &&
         (reason == EVP_R_UNSUPPORTED_ALGORITHM || reason == EVP_R_UNKNOWN_PBE_ALGORITHM ||
          reason == EVP_R_UNKNOWN_CIPHER || reason == EVP_R_UNSUPPORTED_CIPHER || reason == EVP_R_UNSUPPORTED_PRF);
}

}  // namespace

// Old files use RC2, which OpenSSL 3 has in its legacy module. A separate library context keeps that module away from
// everything else. Where the module is not installed, only such files are refused.
OSSL_LIB_CTX* pkcs12_context() {
  static OSSL_LIB_CTX* const context = [] {
    OSSL_LIB_CTX* made = require(OSSL_LIB_CTX_new(), "OSSL_LIB_CTX_new");
    require(OSSL_PROVIDER_load(made, "default"), "default provider");
    OSSL_PROVIDER_load(made, "legacy");
    ERR_clear_error();
    return made;
  }();
  return context;
}

std::optional<Bytes> pkcs12_decrypted(const X509_ALGOR* algorithm, const char* password, int length,
                                      base::ByteView cipher) {
  std::uint8_t* plain = nullptr;
  int plain_length = 0;
  if (PKCS12_pbe_crypt_ex(algorithm, password, length, cipher.data(), static_cast<int>(cipher.size()), &plain,
                          &plain_length, 0, pkcs12_context(), nullptr) == nullptr)
    return std::nullopt;
  Bytes octets(plain, plain + plain_length);
  OPENSSL_clear_free(plain, static_cast<std::size_t>(plain_length));
  return octets;
}

Problem pkcs12_decryption_problem(bool password_is_known_good) {
  for (unsigned long code = ERR_get_error(); code != 0; code = ERR_get_error()) {
    if (!is_missing_algorithm(code)) continue;
    ERR_clear_error();
    return {ProblemKind::unsupported,
            "the encryption of the PKCS#12 is not available here (old ones need OpenSSL's legacy module)"};
  }
  if (password_is_known_good) return {ProblemKind::malformed, "a part of the PKCS#12 does not decrypt"};
  return {ProblemKind::wrong_password, "the password of the PKCS#12 is wrong"};
}

Bags decode_bags(base::ByteView plain) {
  const std::uint8_t* at = plain.data();
  Bags bags(reinterpret_cast<STACK_OF(PKCS12_SAFEBAG)*>(
      ASN1_item_d2i(nullptr, &at, static_cast<long>(plain.size()), ASN1_ITEM_rptr(PKCS12_SAFEBAGS))));
  if (at != plain.data() + plain.size()) bags.reset();
  return bags;
}

Result<std::optional<Pkcs12Mac>> pkcs12_mac_cost(PKCS12* file) {
  if (PKCS12_mac_present(file) != 1) return std::optional<Pkcs12Mac>();
  const X509_ALGOR* algorithm = nullptr;
  const ASN1_OCTET_STRING* salt = nullptr;
  const ASN1_INTEGER* iterations = nullptr;
  PKCS12_get0_mac(nullptr, &algorithm, &salt, &iterations, file);
  Pkcs12Mac cost;
  if (iterations != nullptr && ASN1_INTEGER_get_uint64(&cost.iterations, iterations) != 1) cost.iterations = UINT64_MAX;
  const ASN1_OBJECT* oid = nullptr;
  X509_ALGOR_get0(&oid, nullptr, nullptr, algorithm);
  if (EVP_get_digestbynid(OBJ_obj2nid(oid)) == nullptr) {
    return problem(ProblemKind::unsupported, "the MAC of the PKCS#12 uses an algorithm that is not available here");
  }
  cost.salt_bytes = static_cast<std::size_t>(ASN1_STRING_length(salt));
  return std::optional<Pkcs12Mac>(cost);
}

}  // namespace ringside::crypto
