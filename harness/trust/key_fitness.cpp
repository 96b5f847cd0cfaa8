// harness/trust/key_fitness.cpp - the tables of curves and sizes that TLS can use.
#include "harness/trust/key_fitness.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "emulator/crypto/keys/key_kind.hpp"

namespace ringside::harness {
namespace {

struct CurveUse {
  std::string_view openssl_name;
  std::string_view name;
  bool tls12, tls13;
};

// TLS 1.2 has numbers for some curves (RFC 8422 5.1.1, RFC 7027), TLS 1.3 has signature schemes for three (RFC 8446
// 4.2.3).
constexpr auto curves = std::to_array<CurveUse>({
    {"prime192v1", "P-192", true, false},
    {"secp224r1", "P-224", true, false},
    {"prime256v1", "P-256", true, true},
    {"secp384r1", "P-384", true, true},
    {"secp521r1", "P-521", true, true},
    {"brainpoolP256r1", "brainpoolP256r1", true, false},
    {"brainpoolP384r1", "brainpoolP384r1", true, false},
    {"brainpoolP512r1", "brainpoolP512r1", true, false},
});
constexpr auto other_kinds = std::to_array<const char*>({"ED25519", "ED448", "X25519", "X448"});
// RSA-PSS with SHA-256 needs 66 octets (RFC 8017 9.1.1): all RSA schemes of TLS 1.3 are RSA-PSS.
constexpr int least_rsa_bits_of_tls13 = 522;
constexpr int least_rsa_bits_today = 2048;
constexpr int least_curve_bits_today = 256;

const CurveUse* curve_of(const std::string& name) {
  const auto* found =
      std::find_if(curves.begin(), curves.end(), [&](const CurveUse& curve) { return curve.openssl_name == name; });
  return found == curves.end() ? nullptr : found;
}

bool is_rsa(const crypto::PublicKey& key) {
  return crypto::is_key_kind(key, "RSA") || crypto::is_key_kind(key, "RSA-PSS");
}

}  // namespace

std::string key_words(const crypto::PublicKey& key) {
  if (const std::string group = crypto::group_name(key); !group.empty()) {
    const CurveUse* curve = curve_of(group);
    return fmt::format("a key on {}", curve == nullptr ? std::string_view(group) : curve->name);
  }
  if (is_rsa(key)) return fmt::format("an RSA key of {} bits", crypto::key_bits(key));
  if (crypto::is_key_kind(key, "DSA")) return fmt::format("a DSA key of {} bits", crypto::key_bits(key));
  for (const char* kind : other_kinds)
    if (crypto::is_key_kind(key, kind)) return fmt::format("an {} key", kind);
  return "a key of another kind";
}

bool is_fit_for_tls(const crypto::PublicKey& key, crypto::TlsVersion version) {
  const bool tls13 = version == crypto::TlsVersion::tls13;
  if (const std::string group = crypto::group_name(key); !group.empty()) {
    const CurveUse* curve = curve_of(group);
    return curve != nullptr && (tls13 ? curve->tls13 : curve->tls12);
  }
  if (is_rsa(key)) return !tls13 || crypto::key_bits(key) >= least_rsa_bits_of_tls13;
  if (crypto::is_key_kind(key, "DSA")) return !tls13;
  return crypto::is_key_kind(key, "ED25519") || crypto::is_key_kind(key, "ED448");
}

std::string weakness(const crypto::PublicKey& key) {
  using crypto::KeyType;
  const auto [type, bits] = key.spec();
  if (type == KeyType::rsa && bits < least_rsa_bits_today)
    return fmt::format("has {}, below the {} that current servers ask for", key_words(key), least_rsa_bits_today);
  const bool is_curve = type == KeyType::nist_ecc || type == KeyType::brainpool_ecc;
  if (type == KeyType::dsa || (is_curve && bits < least_curve_bits_today))
    return fmt::format("has {}, which current servers refuse", key_words(key));
  return {};
}

}  // namespace ringside::harness
