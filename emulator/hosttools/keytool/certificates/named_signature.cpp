// emulator/hosttools/keytool/certificates/named_signature.cpp - the table of Java's algorithm names (Java Security
// Standard Algorithm Names).
#include "emulator/hosttools/keytool/certificates/named_signature.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "emulator/crypto/keys/key_kind.hpp"

namespace ringside::keytool {
namespace {

using crypto::is_key_kind;
using Family = crypto::SignatureFamily;

constexpr std::array signatures = {
    NamedSignature{"SHA256withRSA", {Family::rsa, "SHA256", "1.2.840.113549.1.1.11"}},
    NamedSignature{"SHA384withRSA", {Family::rsa, "SHA384", "1.2.840.113549.1.1.12"}},
    NamedSignature{"SHA512withRSA", {Family::rsa, "SHA512", "1.2.840.113549.1.1.13"}},
    NamedSignature{"SHA224withRSA", {Family::rsa, "SHA224", "1.2.840.113549.1.1.14"}},
    NamedSignature{"SHA512/224withRSA", {Family::rsa, "SHA512-224", "1.2.840.113549.1.1.15"}},
    NamedSignature{"SHA512/256withRSA", {Family::rsa, "SHA512-256", "1.2.840.113549.1.1.16"}},
    NamedSignature{"SHA1withRSA", {Family::rsa, "SHA1", "1.2.840.113549.1.1.5"}},
    NamedSignature{"MD5withRSA", {Family::rsa, "MD5", "1.2.840.113549.1.1.4"}},
    NamedSignature{"SHA3-224withRSA", {Family::rsa, "SHA3-224", "2.16.840.1.101.3.4.3.13"}},
    NamedSignature{"SHA3-256withRSA", {Family::rsa, "SHA3-256", "2.16.840.1.101.3.4.3.14"}},
    NamedSignature{"SHA3-384withRSA", {Family::rsa, "SHA3-384", "2.16.840.1.101.3.4.3.15"}},
    NamedSignature{"SHA3-512withRSA", {Family::rsa, "SHA3-512", "2.16.840.1.101.3.4.3.16"}},
    NamedSignature{"RSASSA-PSS", {Family::rsa_pss, "SHA256", "1.2.840.113549.1.1.10"}},
    NamedSignature{"SHA256withDSA", {Family::dsa, "SHA256", "2.16.840.1.101.3.4.3.2"}},
    NamedSignature{"SHA384withDSA", {Family::dsa, "SHA384", "2.16.840.1.101.3.4.3.3"}},
    NamedSignature{"SHA512withDSA", {Family::dsa, "SHA512", "2.16.840.1.101.3.4.3.4"}},
    NamedSignature{"SHA224withDSA", {Family::dsa, "SHA224", "2.16.840.1.101.3.4.3.1"}},
    NamedSignature{"SHA1withDSA", {Family::dsa, "SHA1", "1.2.840.10040.4.3"}},
    NamedSignature{"SHA256withECDSA", {Family::ecdsa, "SHA256", "1.2.840.10045.4.3.2"}},
    NamedSignature{"SHA384withECDSA", {Family::ecdsa, "SHA384", "1.2.840.10045.4.3.3"}},
    NamedSignature{"SHA512withECDSA", {Family::ecdsa, "SHA512", "1.2.840.10045.4.3.4"}},
    NamedSignature{"SHA224withECDSA", {Family::ecdsa, "SHA224", "1.2.840.10045.4.3.1"}},
    NamedSignature{"SHA1withECDSA", {Family::ecdsa, "SHA1", "1.2.840.10045.4.1"}},
    NamedSignature{"SHA3-224withECDSA", {Family::ecdsa, "SHA3-224", "2.16.840.1.101.3.4.3.9"}},
    NamedSignature{"SHA3-256withECDSA", {Family::ecdsa, "SHA3-256", "2.16.840.1.101.3.4.3.10"}},
    NamedSignature{"SHA3-384withECDSA", {Family::ecdsa, "SHA3-384", "2.16.840.1.101.3.4.3.11"}},
    NamedSignature{"SHA3-512withECDSA", {Family::ecdsa, "SHA3-512", "2.16.840.1.101.3.4.3.12"}},
    NamedSignature{"SHA3-224withDSA", {Family::dsa, "SHA3-224", "2.16.840.1.101.3.4.3.5"}},
    NamedSignature{"SHA3-256withDSA", {Family::dsa, "SHA3-256", "2.16.840.1.101.3.4.3.6"}},
    NamedSignature{"SHA3-384withDSA", {Family::dsa, "SHA3-384", "2.16.840.1.101.3.4.3.7"}},
    NamedSignature{"SHA3-512withDSA", {Family::dsa, "SHA3-512", "2.16.840.1.101.3.4.3.8"}},
    NamedSignature{"Ed25519", {Family::eddsa, "", "1.3.101.112"}},
    NamedSignature{"Ed448", {Family::eddsa, "", "1.3.101.113"}},
};

struct GroupName {
  std::string_view openssl, java;
};
constexpr std::array group_names = {GroupName{"prime256v1", "secp256r1"}, GroupName{"prime192v1", "secp192r1"}};

}  // namespace

const NamedSignature* find_named_signature(std::string_view name) {
  const auto* found = std::find_if(signatures.begin(), signatures.end(), [name](const NamedSignature& signature) {
    return base::lower(signature.name) == base::lower(name);
  });
  return found == signatures.end() ? nullptr : found;
}

const NamedSignature* find_named_signature_by_oid(std::string_view oid) {
  const auto* found = std::find_if(signatures.begin(), signatures.end(),
                                   [oid](const NamedSignature& signature) { return signature.algorithm.oid == oid; });
  return found == signatures.end() ? nullptr : found;
}

std::string java_key_algorithm(const crypto::PublicKey& key) {
  if (is_key_kind(key, "RSA")) return "RSA";
  if (is_key_kind(key, "RSA-PSS")) return "RSASSA-PSS";
  if (is_key_kind(key, "EC")) return "EC";
  if (is_key_kind(key, "DSA")) return "DSA";
  if (is_key_kind(key, "ED25519") || is_key_kind(key, "ED448")) return "EdDSA";
  return is_key_kind(key, "X25519") || is_key_kind(key, "X448") ? "XDH" : "unknown";
}

std::string java_group_name(const crypto::PublicKey& key) {
  if (is_key_kind(key, "ED25519")) return "Ed25519";
  if (is_key_kind(key, "ED448")) return "Ed448";
  if (is_key_kind(key, "X25519")) return "X25519";
  if (is_key_kind(key, "X448")) return "X448";
  const std::string name = crypto::group_name(key);
  for (const GroupName& group : group_names)
    if (group.openssl == name) return std::string(group.java);
  return name;
}

bool fits(const NamedSignature& signature, const crypto::PublicKey& key) {
  switch (signature.algorithm.family) {
    case Family::rsa:
      return is_key_kind(key, "RSA");
    case Family::rsa_pss:
      return is_key_kind(key, "RSA") || is_key_kind(key, "RSA-PSS");
    case Family::dsa:
      return is_key_kind(key, "DSA");
    case Family::ecdsa:
      return is_key_kind(key, "EC") && key.spec().type != crypto::KeyType::other;
    case Family::eddsa:
      return java_group_name(key) == signature.name;
  }
  return false;
}

}  // namespace ringside::keytool
