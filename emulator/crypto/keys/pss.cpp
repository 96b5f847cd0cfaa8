// emulator/crypto/keys/pss.cpp - EMSA-PSS encoding, its parameters in DER, and the raw RSA operation.
#include "emulator/crypto/keys/pss.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <openssl/rsa.h>

#include "base/text.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

constexpr std::string_view mgf1_oid = "1.2.840.113549.1.1.8";
constexpr std::string_view unknown_name = "UNKNOWN";

struct PssHash {
  std::string_view digest;  ///< OpenSSL's name of it
  std::string_view oid;
  std::string_view racf_name;
};
constexpr std::array pss_hashes = {
    PssHash{"SHA1", "1.3.14.3.2.26", "sha1RSAPSS"},
    PssHash{"SHA224", "2.16.840.1.101.3.4.2.4", "sha224RSAPSS"},
    PssHash{"SHA256", "2.16.840.1.101.3.4.2.1", "sha256RSAPSS"},
    PssHash{"SHA384", "2.16.840.1.101.3.4.2.2", "sha384RSAPSS"},
    PssHash{"SHA512", "2.16.840.1.101.3.4.2.3", "sha512RSAPSS"},
};
// The meaning of absent parameters (RFC 4055 3.1).
constexpr const PssHash& default_hash = pss_hashes.front();

Bytes joined(std::initializer_list<ByteView> parts) {
  Bytes all;
  for (const ByteView part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

class Hash {
 public:
  explicit Hash(std::string_view digest)
      : digest_(require(EVP_get_digestbyname(std::string(digest).c_str()), "digest")) {}

  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(EVP_MD_get_size(digest_)); }
  [[nodiscard]] Bytes operator()(ByteView data) const {
    Bytes value(size());
    require(EVP_Digest(data.data(), data.size(), value.data(), nullptr, digest_, nullptr) == 1, "EVP_Digest");
    return value;
  }

 private:
  const EVP_MD* digest_;
};

// MGF1 (RFC 8017 B.2.1).
Bytes mask(const Hash& hash, ByteView seed, std::size_t length) {
  Bytes octets;
  for (std::uint8_t counter = 0; octets.size() < length; ++counter) {
    const Bytes count = {0, 0, 0, counter};
    const Bytes block = hash(joined({seed, count}));
    octets.insert(octets.end(), block.begin(), block.end());
  }
  octets.resize(length);
  return octets;
}

// EMSA-PSS encoding (RFC 8017 9.1.1) for a key of `bits` bits, with leading zeros up to the length of the modulus.
Bytes encode(const Hash& hash, ByteView data, ByteView salt, int bits) {
  const auto width = static_cast<std::size_t>((bits + 7) / 8);
  const auto length = static_cast<std::size_t>((bits - 1 + 7) / 8);
  if (length < hash.size() + salt.size() + 2)
    throw ForeignData({ProblemKind::unsupported, "an RSA key is too short for RSASSA-PSS"});
  const Bytes digest = hash(joined({Bytes(8, 0), hash(data), salt}));
  Bytes block(length - hash.size() - 1 - salt.size() - 1, 0);
  block.push_back(1);
  block.insert(block.end(), salt.begin(), salt.end());
  const Bytes masking = mask(hash, digest, block.size());
  for (std::size_t i = 0; i < block.size(); ++i) block[i] = static_cast<std::uint8_t>(block[i] ^ masking[i]);
  const auto unused_bits = static_cast<int>(length) * 8 - (bits - 1);
  block.front() = static_cast<std::uint8_t>(block.front() & (0xFF >> unused_bits));
  const Bytes trailer = {0xBC};
  return joined({Bytes(width - length, 0), block, digest, trailer});
}

Bytes rsa_operation(EVP_PKEY* key, const Bytes& message) {
  const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(require(EVP_PKEY_CTX_new(key, nullptr), "EVP_PKEY_CTX_new"));
  Bytes value(message.size());
  std::size_t length = value.size();
  accept(EVP_PKEY_sign_init(context.get()) == 1 && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) == 1 &&
             EVP_PKEY_sign(context.get(), value.data(), &length, message.data(), message.size()) == 1,
         "the RSA key cannot sign");
  return value;
}

/// A PKCS#8 PrivateKeyInfo with its AlgorithmIdentifier replaced.
Bytes with_algorithm(ByteView pkcs8, ByteView algorithm) {
  const auto outer = der::only(pkcs8, der::sequence_tag);
  der::Reader fields(outer ? outer->content : ByteView());
  const auto version = fields.next(der::integer_tag);
  const auto old = fields.next(der::sequence_tag);
  const auto numbers = fields.next(der::octet_string_tag);
  if (!version || !old || !numbers) throw base::Fault("a private key was written wrongly");
  return der::sequence({version->whole, algorithm, numbers->whole});
}

// OpenSSL refuses the raw RSA operation for an RSASSA-PSS key, but allows it for a plain RSA key of the same numbers.
PrivateKey plain_rsa(const PrivateKey& key) {
  if (EVP_PKEY_is_a(key.handle(), "RSA-PSS") != 1) return key;
  const Bytes algorithm = der::sequence({der::oid("1.2.840.113549.1.1.1"), der::null()});
  auto plain = PrivateKey::from_pkcs8(with_algorithm(key.pkcs8(), algorithm));
  if (!plain) throw ForeignData(plain.error());
  return std::move(*plain);
}

}  // namespace

// DER omits default values, so SHA-1 has empty parameters.
Bytes pss_identifier(std::string_view digest) {
  const auto* hash =
      std::find_if(pss_hashes.begin(), pss_hashes.end(), [&](const PssHash& row) { return row.digest == digest; });
  if (hash == pss_hashes.end()) throw base::Fault("RSASSA-PSS with an unknown hash");
  const Bytes oid = der::oid(pss_oid);
  if (hash->oid == default_hash.oid) return der::sequence({oid, der::sequence({})});
  const Bytes hash_id = der::sequence({der::oid(hash->oid), der::null()});
  const Bytes mask_id = der::sequence({der::oid(mgf1_oid), hash_id});
  return der::sequence({oid, der::sequence({der::wrap(der::context(0), hash_id), der::wrap(der::context(1), mask_id),
                                            der::wrap(der::context(2), der::integer(Hash(digest).size()))})});
}

Bytes pss_signature(const PrivateKey& key, std::string_view digest, ByteView data, const base::Randomness& randomness) {
  const Hash hash(digest);
  const Bytes salt = random_octets(randomness, "pss-salt/" + base::lower(base::hex(sha256(data))), hash.size());
  const PrivateKey plain = plain_rsa(key);
  return rsa_operation(plain.handle(), encode(hash, data, salt, key.spec().bits));
}

PrivateKey as_pss_key(const PrivateKey& rsa) {
  auto key = PrivateKey::from_pkcs8_of_any_kind(with_algorithm(rsa.pkcs8(), der::sequence({der::oid(pss_oid)})));
  if (!key) throw base::Fault("an RSA key cannot be written as one for RSASSA-PSS");
  return std::move(*key);
}

std::string_view pss_racf_name(const std::optional<der::Item>& parameters) {
  if (!parameters) return unknown_name;
  der::Reader fields(parameters->content);
  if (!fields.next_is(der::context(0))) return default_hash.racf_name;
  const auto wrapped = fields.next();
  const auto hash_id = wrapped ? der::only(wrapped->content, der::sequence_tag) : std::nullopt;
  der::Reader inside(hash_id ? hash_id->content : ByteView());
  const auto oid = inside.next(der::oid_tag);
  const std::string id = oid ? der::oid_text(oid->content).value_or("") : "";
  const auto* hash =
      std::find_if(pss_hashes.begin(), pss_hashes.end(), [&](const PssHash& row) { return row.oid == id; });
  return hash == pss_hashes.end() ? unknown_name : hash->racf_name;
}

}  // namespace ringside::crypto
