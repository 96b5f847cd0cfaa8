// emulator/crypto/keys/named_signature.cpp - Java's algorithm names (Java Security Standard Algorithm Names).
#include "emulator/crypto/keys/named_signature.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/key_der.hpp"
#include "emulator/crypto/keys/pss.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using Family = SignatureFamily;
using OwnedCrl = Owned<X509_CRL, X509_CRL_free>;

constexpr std::array signatures = {
    NamedSignature{"SHA256withRSA", "1.2.840.113549.1.1.11", Family::rsa, "SHA256"},
    NamedSignature{"SHA384withRSA", "1.2.840.113549.1.1.12", Family::rsa, "SHA384"},
    NamedSignature{"SHA512withRSA", "1.2.840.113549.1.1.13", Family::rsa, "SHA512"},
    NamedSignature{"SHA224withRSA", "1.2.840.113549.1.1.14", Family::rsa, "SHA224"},
    NamedSignature{"SHA512/224withRSA", "1.2.840.113549.1.1.15", Family::rsa, "SHA512-224"},
    NamedSignature{"SHA512/256withRSA", "1.2.840.113549.1.1.16", Family::rsa, "SHA512-256"},
    NamedSignature{"SHA1withRSA", "1.2.840.113549.1.1.5", Family::rsa, "SHA1"},
    NamedSignature{"MD5withRSA", "1.2.840.113549.1.1.4", Family::rsa, "MD5"},
    NamedSignature{"SHA3-224withRSA", "2.16.840.1.101.3.4.3.13", Family::rsa, "SHA3-224"},
    NamedSignature{"SHA3-256withRSA", "2.16.840.1.101.3.4.3.14", Family::rsa, "SHA3-256"},
    NamedSignature{"SHA3-384withRSA", "2.16.840.1.101.3.4.3.15", Family::rsa, "SHA3-384"},
    NamedSignature{"SHA3-512withRSA", "2.16.840.1.101.3.4.3.16", Family::rsa, "SHA3-512"},
    NamedSignature{"RSASSA-PSS", "1.2.840.113549.1.1.10", Family::rsa_pss, "SHA256"},
    NamedSignature{"SHA256withDSA", "2.16.840.1.101.3.4.3.2", Family::dsa, "SHA256"},
    NamedSignature{"SHA384withDSA", "2.16.840.1.101.3.4.3.3", Family::dsa, "SHA384"},
    NamedSignature{"SHA512withDSA", "2.16.840.1.101.3.4.3.4", Family::dsa, "SHA512"},
    NamedSignature{"SHA224withDSA", "2.16.840.1.101.3.4.3.1", Family::dsa, "SHA224"},
    NamedSignature{"SHA1withDSA", "1.2.840.10040.4.3", Family::dsa, "SHA1"},
    NamedSignature{"SHA256withECDSA", "1.2.840.10045.4.3.2", Family::ecdsa, "SHA256"},
    NamedSignature{"SHA384withECDSA", "1.2.840.10045.4.3.3", Family::ecdsa, "SHA384"},
    NamedSignature{"SHA512withECDSA", "1.2.840.10045.4.3.4", Family::ecdsa, "SHA512"},
    NamedSignature{"SHA224withECDSA", "1.2.840.10045.4.3.1", Family::ecdsa, "SHA224"},
    NamedSignature{"SHA1withECDSA", "1.2.840.10045.4.1", Family::ecdsa, "SHA1"},
    NamedSignature{"SHA3-224withECDSA", "2.16.840.1.101.3.4.3.9", Family::ecdsa, "SHA3-224"},
    NamedSignature{"SHA3-256withECDSA", "2.16.840.1.101.3.4.3.10", Family::ecdsa, "SHA3-256"},
    NamedSignature{"SHA3-384withECDSA", "2.16.840.1.101.3.4.3.11", Family::ecdsa, "SHA3-384"},
    NamedSignature{"SHA3-512withECDSA", "2.16.840.1.101.3.4.3.12", Family::ecdsa, "SHA3-512"},
    NamedSignature{"SHA3-224withDSA", "2.16.840.1.101.3.4.3.5", Family::dsa, "SHA3-224"},
    NamedSignature{"SHA3-256withDSA", "2.16.840.1.101.3.4.3.6", Family::dsa, "SHA3-256"},
    NamedSignature{"SHA3-384withDSA", "2.16.840.1.101.3.4.3.7", Family::dsa, "SHA3-384"},
    NamedSignature{"SHA3-512withDSA", "2.16.840.1.101.3.4.3.8", Family::dsa, "SHA3-512"},
    NamedSignature{"Ed25519", "1.3.101.112", Family::eddsa, ""},
    NamedSignature{"Ed448", "1.3.101.113", Family::eddsa, ""},
};

struct GroupName {
  std::string_view openssl, java;
};
constexpr std::array group_names = {GroupName{"prime256v1", "secp256r1"}, GroupName{"prime192v1", "secp192r1"}};

OwnedCrl decode_crl(base::ByteView der) {
  const std::uint8_t* at = der.data();
  OwnedCrl crl(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
  if (at != der.data() + der.size()) crl.reset();
  return crl;
}

bool is_kind(const PublicKey& key, const char* kind) {
  return EVP_PKEY_is_a(key.handle(), kind) == 1;
}

}  // namespace

const NamedSignature* find_named_signature(std::string_view name) {
  const auto* found = std::find_if(signatures.begin(), signatures.end(), [name](const NamedSignature& signature) {
    return base::lower(signature.name) == base::lower(name);
  });
  return found == signatures.end() ? nullptr : found;
}

const NamedSignature* find_named_signature_by_oid(std::string_view oid) {
  const auto* found = std::find_if(signatures.begin(), signatures.end(),
                                   [oid](const NamedSignature& signature) { return signature.oid == oid; });
  return found == signatures.end() ? nullptr : found;
}

std::string java_key_algorithm(const PublicKey& key) {
  if (is_kind(key, "RSA")) return "RSA";
  if (is_kind(key, "RSA-PSS")) return "RSASSA-PSS";
  if (is_kind(key, "EC")) return "EC";
  if (is_kind(key, "DSA")) return "DSA";
  if (is_kind(key, "ED25519") || is_kind(key, "ED448")) return "EdDSA";
  return is_kind(key, "X25519") || is_kind(key, "X448") ? "XDH" : "unknown";
}

std::string java_group_name(const PublicKey& key) {
  if (is_kind(key, "ED25519")) return "Ed25519";
  if (is_kind(key, "ED448")) return "Ed448";
  if (is_kind(key, "X25519")) return "X25519";
  if (is_kind(key, "X448")) return "X448";
  char name[64] = {};
  std::size_t length = 0;
  const CleanErrorQueue clean;
  if (!is_kind(key, "EC") || EVP_PKEY_get_group_name(key.handle(), name, sizeof name, &length) != 1) return "";
  for (const GroupName& group : group_names)
    if (group.openssl == name) return std::string(group.java);
  return name;
}

int key_bits(const PublicKey& key) {
  if (is_kind(key, "ED25519") || is_kind(key, "X25519")) return 255;
  if (is_kind(key, "ED448") || is_kind(key, "X448")) return 448;
  return EVP_PKEY_get_bits(key.handle());
}

bool fits(const NamedSignature& name, const PublicKey& key) {
  switch (name.family) {
    case Family::rsa:
      return is_kind(key, "RSA");
    case Family::rsa_pss:
      return is_kind(key, "RSA") || is_kind(key, "RSA-PSS");
    case Family::dsa:
      return is_kind(key, "DSA");
    case Family::ecdsa:
      return is_kind(key, "EC") && key.spec().type != KeyType::other;
    case Family::eddsa:
      return java_group_name(key) == name.name;
  }
  return false;
}

std::optional<PrivateKey> generate_raw_key(const std::string& kind, const base::Randomness& randomness) {
  struct Raw {
    std::string_view name, oid;
    int type;
    std::size_t length;
  };
  constexpr std::array kinds = {
      Raw{"ED25519", "1.3.101.112", EVP_PKEY_ED25519, 32}, Raw{"ED448", "1.3.101.113", EVP_PKEY_ED448, 57},
      Raw{"X25519", "1.3.101.110", EVP_PKEY_X25519, 32}, Raw{"X448", "1.3.101.111", EVP_PKEY_X448, 56}};
  for (const Raw& raw : kinds) {
    if (raw.name != base::upper(kind)) continue;
    base::Bytes octets(raw.length), public_octets(raw.length);
    randomness.stream("raw-key")->fill(octets);
    const Owned<EVP_PKEY, EVP_PKEY_free> key(
        require(EVP_PKEY_new_raw_private_key(raw.type, nullptr, octets.data(), octets.size()), "raw private key"));
    std::size_t length = public_octets.size();
    require(EVP_PKEY_get_raw_public_key(key.get(), public_octets.data(), &length) == 1, "raw public key");
    base::Bytes pkcs8 = raw_pkcs8(raw.oid, octets);
    OPENSSL_cleanse(octets.data(), octets.size());
    return PrivateKey(std::move(pkcs8),
                      PublicKey(raw_spki(raw.oid, public_octets), {KeyType::other, EVP_PKEY_get_bits(key.get())}));
  }
  return std::nullopt;
}

PrivateKey as_pss_key(const PrivateKey& rsa) {
  auto key = PrivateKey::from_pkcs8_of_any_kind(with_algorithm(rsa.pkcs8(), der::sequence({der::oid(pss_oid)})));
  if (!key) throw base::Fault("an RSA key cannot be written as one for RSASSA-PSS");
  return std::move(*key);
}

bool is_revocation_list(base::ByteView der) {
  const CleanErrorQueue clean;
  return decode_crl(der) != nullptr;
}

bool revocation_list_is_signed_by(base::ByteView der, const PublicKey& key) {
  const CleanErrorQueue clean;
  const OwnedCrl crl = decode_crl(der);
  return crl && X509_CRL_verify(crl.get(), key.handle()) == 1;
}

}  // namespace ringside::crypto
