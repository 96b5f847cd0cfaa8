// connectors/pkcs11/mechanisms.cpp - the table of mechanisms.
#include "connectors/pkcs11/mechanisms.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using crypto::SignatureShape;

constexpr std::array table = {
    Mechanism{CKM_RSA_PKCS, CKK_RSA, SignatureShape::rsa_pkcs1, "", true},
    Mechanism{CKM_RSA_X_509, CKK_RSA, SignatureShape::rsa_raw, "", true},
    Mechanism{CKM_RSA_PKCS_PSS, CKK_RSA, SignatureShape::rsa_pss, "", false},
    Mechanism{CKM_SHA1_RSA_PKCS, CKK_RSA, SignatureShape::rsa_pkcs1, "SHA1", false},
    Mechanism{CKM_SHA224_RSA_PKCS, CKK_RSA, SignatureShape::rsa_pkcs1, "SHA224", false},
    Mechanism{CKM_SHA256_RSA_PKCS, CKK_RSA, SignatureShape::rsa_pkcs1, "SHA256", false},
    Mechanism{CKM_SHA384_RSA_PKCS, CKK_RSA, SignatureShape::rsa_pkcs1, "SHA384", false},
    Mechanism{CKM_SHA512_RSA_PKCS, CKK_RSA, SignatureShape::rsa_pkcs1, "SHA512", false},
    Mechanism{CKM_SHA1_RSA_PKCS_PSS, CKK_RSA, SignatureShape::rsa_pss, "SHA1", false},
    Mechanism{CKM_SHA224_RSA_PKCS_PSS, CKK_RSA, SignatureShape::rsa_pss, "SHA224", false},
    Mechanism{CKM_SHA256_RSA_PKCS_PSS, CKK_RSA, SignatureShape::rsa_pss, "SHA256", false},
    Mechanism{CKM_SHA384_RSA_PKCS_PSS, CKK_RSA, SignatureShape::rsa_pss, "SHA384", false},
    Mechanism{CKM_SHA512_RSA_PKCS_PSS, CKK_RSA, SignatureShape::rsa_pss, "SHA512", false},
    Mechanism{CKM_ECDSA, CKK_EC, SignatureShape::ecdsa, "", false},
    Mechanism{CKM_ECDSA_SHA1, CKK_EC, SignatureShape::ecdsa, "SHA1", false},
    Mechanism{CKM_ECDSA_SHA224, CKK_EC, SignatureShape::ecdsa, "SHA224", false},
    Mechanism{CKM_ECDSA_SHA256, CKK_EC, SignatureShape::ecdsa, "SHA256", false},
    Mechanism{CKM_ECDSA_SHA384, CKK_EC, SignatureShape::ecdsa, "SHA384", false},
    Mechanism{CKM_ECDSA_SHA512, CKK_EC, SignatureShape::ecdsa, "SHA512", false},
};

struct HashName {
  CK_MECHANISM_TYPE hash;
  CK_RSA_PKCS_MGF_TYPE mask;
  std::string_view digest;
};
constexpr std::array hash_names = {
    HashName{CKM_SHA_1, CKG_MGF1_SHA1, "SHA1"},      HashName{CKM_SHA224, CKG_MGF1_SHA224, "SHA224"},
    HashName{CKM_SHA256, CKG_MGF1_SHA256, "SHA256"}, HashName{CKM_SHA384, CKG_MGF1_SHA384, "SHA384"},
    HashName{CKM_SHA512, CKG_MGF1_SHA512, "SHA512"},
};

// The token does it, and not the program. pkcs11-tool tests the signatures of no other mechanisms.
constexpr CK_FLAGS by_token = CKF_HW;

// A salt is no longer than the longest modulus (4096 bits).
constexpr CK_ULONG salt_most = 512;

tl::expected<crypto::SignatureScheme, CK_RV> pss_scheme(const Mechanism& mechanism, const CK_MECHANISM& asked) {
  const auto wrong = tl::make_unexpected(CK_RV{CKR_MECHANISM_PARAM_INVALID});
  CK_RSA_PKCS_PSS_PARAMS parameters{};
  if (asked.pParameter == nullptr || asked.ulParameterLen != sizeof parameters) return wrong;
  std::memcpy(&parameters, asked.pParameter, sizeof parameters);
  const auto hash = find_hash(parameters.hash_alg);
  const auto mask = std::find_if(hash_names.begin(), hash_names.end(),
                                 [&](const HashName& row) { return row.mask == parameters.mgf; });
  if (!hash || mask == hash_names.end() || parameters.s_len > salt_most) return wrong;
  if (!mechanism.digest.empty() && mechanism.digest != *hash) return wrong;
  return crypto::SignatureScheme{mechanism.shape, *hash, mask->digest, parameters.s_len};
}

}  // namespace

std::vector<CK_MECHANISM_TYPE> mechanism_types() {
  std::vector<CK_MECHANISM_TYPE> types;
  for (const Mechanism& mechanism : table) types.push_back(mechanism.type);
  for (const HashName& hash : hash_names) types.push_back(hash.hash);
  return types;
}

std::optional<CK_MECHANISM_INFO> mechanism_info(CK_MECHANISM_TYPE type) {
  if (find_hash(type)) return CK_MECHANISM_INFO{0, 0, by_token | CKF_DIGEST};
  const Mechanism* const mechanism = find_mechanism(type);
  if (mechanism == nullptr) return std::nullopt;
  const CK_FLAGS flags = by_token | CKF_SIGN | CKF_VERIFY | (mechanism->decrypts ? CKF_DECRYPT : 0);
  if (mechanism->key == CKK_RSA) return CK_MECHANISM_INFO{1024, 4096, flags};
  return CK_MECHANISM_INFO{160, 521, flags | CKF_EC_F_P | CKF_EC_NAMEDCURVE | CKF_EC_UNCOMPRESS};
}

const Mechanism* find_mechanism(CK_MECHANISM_TYPE type) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Mechanism& row) { return row.type == type; });
  return found == table.end() ? nullptr : &*found;
}

std::optional<std::string_view> find_hash(CK_MECHANISM_TYPE type) {
  const auto found =
      std::find_if(hash_names.begin(), hash_names.end(), [&](const HashName& row) { return row.hash == type; });
  return found == hash_names.end() ? std::nullopt : std::optional(found->digest);
}

tl::expected<crypto::SignatureScheme, CK_RV> signature_scheme(const Mechanism& mechanism, const CK_MECHANISM& asked) {
  if (mechanism.shape == SignatureShape::rsa_pss) return pss_scheme(mechanism, asked);
  if (asked.ulParameterLen != 0) return tl::make_unexpected(CK_RV{CKR_MECHANISM_PARAM_INVALID});
  // The digest matters to the value that is signed only in PKCS#1's DigestInfo.
  const bool names_digest = mechanism.shape == SignatureShape::rsa_pkcs1;
  return crypto::SignatureScheme{mechanism.shape, names_digest ? mechanism.digest : std::string_view()};
}

}  // namespace ringside::connectors::pkcs11
