// emulator/crypto/keys/algorithms.cpp - the tables of curves and signature algorithms.
#include "emulator/crypto/keys/algorithms.hpp"

#include <algorithm>
#include <iterator>

namespace ringside::crypto {
namespace {

using enum KeyType;

constexpr Curve curves[] = {
    {"prime192v1", "1.2.840.10045.3.1.1", {nist_ecc, 192}},
    {"secp224r1", "1.3.132.0.33", {nist_ecc, 224}},
    {"prime256v1", "1.2.840.10045.3.1.7", {nist_ecc, 256}},
    {"secp384r1", "1.3.132.0.34", {nist_ecc, 384}},
    {"secp521r1", "1.3.132.0.35", {nist_ecc, 521}},
    {"brainpoolP160r1", "1.3.36.3.3.2.8.1.1.1", {brainpool_ecc, 160}},
    {"brainpoolP192r1", "1.3.36.3.3.2.8.1.1.3", {brainpool_ecc, 192}},
    {"brainpoolP224r1", "1.3.36.3.3.2.8.1.1.5", {brainpool_ecc, 224}},
    {"brainpoolP256r1", "1.3.36.3.3.2.8.1.1.7", {brainpool_ecc, 256}},
    {"brainpoolP320r1", "1.3.36.3.3.2.8.1.1.9", {brainpool_ecc, 320}},
    {"brainpoolP384r1", "1.3.36.3.3.2.8.1.1.11", {brainpool_ecc, 384}},
    {"brainpoolP512r1", "1.3.36.3.3.2.8.1.1.13", {brainpool_ecc, 512}},
};

/// A signature algorithm and the word of RACDCERT LIST for it.
struct ListedSignature {
  SignatureAlgorithm algorithm;
  std::string_view racf_name;
};
constexpr ListedSignature signatures[] = {
    {{SignatureFamily::rsa, "MD2", "1.2.840.113549.1.1.2"}, "md2RSA"},
    {{SignatureFamily::rsa, "MD5", "1.2.840.113549.1.1.4"}, "md5RSA"},
    {{SignatureFamily::rsa, "SHA1", "1.2.840.113549.1.1.5"}, "sha1RSA"},
    {{SignatureFamily::rsa, "SHA1", "1.3.14.3.2.29"}, "sha1RSA"},  // the OIW's identifier, seen in old roots
    {{SignatureFamily::rsa, "SHA224", "1.2.840.113549.1.1.14"}, "sha224RSA"},
    {{SignatureFamily::rsa, "SHA256", "1.2.840.113549.1.1.11"}, "sha256RSA"},
    {{SignatureFamily::rsa, "SHA384", "1.2.840.113549.1.1.12"}, "sha384RSA"},
    {{SignatureFamily::rsa, "SHA512", "1.2.840.113549.1.1.13"}, "sha512RSA"},
    {{SignatureFamily::dsa, "SHA1", "1.2.840.10040.4.3"}, "sha1DSA"},
    {{SignatureFamily::dsa, "SHA224", "2.16.840.1.101.3.4.3.1"}, "sha224DSA"},
    {{SignatureFamily::dsa, "SHA256", "2.16.840.1.101.3.4.3.2"}, "sha256DSA"},
    {{SignatureFamily::ecdsa, "SHA1", "1.2.840.10045.4.1"}, "sha1ECDSA"},
    {{SignatureFamily::ecdsa, "SHA224", "1.2.840.10045.4.3.1"}, "sha224ECDSA"},
    {{SignatureFamily::ecdsa, "SHA256", "1.2.840.10045.4.3.2"}, "sha256ECDSA"},
    {{SignatureFamily::ecdsa, "SHA384", "1.2.840.10045.4.3.3"}, "sha384ECDSA"},
    {{SignatureFamily::ecdsa, "SHA512", "1.2.840.10045.4.3.4"}, "sha512ECDSA"},
};

struct SigningRule {
  KeyType type;
  int from_bits;
  std::string_view racf_name;
};
// The first matching row decides.
constexpr SigningRule signing_rules[] = {
    {rsa, 2048, "sha256RSA"},
    {rsa, 0, "sha1RSA"},
    {dsa, 2048, "sha256DSA"},
    {dsa, 0, "sha1DSA"},
    {nist_ecc, 521, "sha512ECDSA"},
    {nist_ecc, 384, "sha384ECDSA"},
    {nist_ecc, 0, "sha256ECDSA"},
    {brainpool_ecc, 512, "sha512ECDSA"},
    {brainpool_ecc, 384, "sha384ECDSA"},
    {brainpool_ecc, 0, "sha256ECDSA"},
};

template <typename Table, typename Predicate>
auto find_row(const Table& table, Predicate predicate) {
  const auto row = std::find_if(std::begin(table), std::end(table), predicate);
  return row == std::end(table) ? nullptr : &*row;
}

}  // namespace

const Curve* find_curve(KeySpec spec) {
  return find_row(curves, [&](const Curve& curve) { return curve.spec == spec; });
}

const Curve* find_curve(std::string_view openssl_name) {
  return find_row(curves, [&](const Curve& curve) { return curve.openssl_name == openssl_name; });
}

const SignatureAlgorithm* signature_algorithm_for(KeySpec spec) {
  const auto* rule = find_row(
      signing_rules, [&](const SigningRule& row) { return row.type == spec.type && spec.bits >= row.from_bits; });
  if (rule == nullptr) return nullptr;
  // sha1RSA has two identifiers. The first row holds the standard one.
  const auto* row =
      find_row(signatures, [&](const ListedSignature& each) { return each.racf_name == rule->racf_name; });
  return row == nullptr ? nullptr : &row->algorithm;
}

const SignatureAlgorithm* find_signature(SignatureFamily family, std::string_view digest) {
  const auto* row = find_row(signatures, [&](const ListedSignature& each) {
    return each.algorithm.family == family && each.algorithm.digest == digest;
  });
  return row == nullptr ? nullptr : &row->algorithm;
}

std::string_view racf_signature_name(std::string_view oid) {
  const auto* row = find_row(signatures, [&](const ListedSignature& each) { return each.algorithm.oid == oid; });
  return row == nullptr ? "UNKNOWN" : row->racf_name;
}

}  // namespace ringside::crypto
