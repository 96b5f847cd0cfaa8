// emulator/hosttools/openssl/libcrypto/issue.cpp - fills in the issuer and the request maker of emulator/crypto.
#include "emulator/hosttools/openssl/libcrypto/issue.hpp"

#include "base/fault.hpp"
#include "base/text.hpp"
#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/certificates/request.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/key_kind.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::openssl {
namespace {

using base::Bytes;
using crypto::SignatureFamily;

constexpr std::string_view challenge_oid = "1.2.840.113549.1.9.7";
constexpr std::string_view unstructured_name_oid = "1.2.840.113549.1.9.2";

std::optional<crypto::SignatureAlgorithm> algorithm_with(const crypto::PrivateKey& key, std::string_view digest) {
  const crypto::KeyType type = key.spec().type;
  if (type == crypto::KeyType::other) {
    if (crypto::is_key_kind(key.public_key(), "ED25519"))
      return crypto::SignatureAlgorithm{SignatureFamily::eddsa, "", "1.3.101.112"};
    if (crypto::is_key_kind(key.public_key(), "ED448"))
      return crypto::SignatureAlgorithm{SignatureFamily::eddsa, "", "1.3.101.113"};
    return std::nullopt;
  }
  const SignatureFamily family = type == crypto::KeyType::rsa   ? SignatureFamily::rsa
                                 : type == crypto::KeyType::dsa ? SignatureFamily::dsa
                                                                : SignatureFamily::ecdsa;
  const auto* algorithm = crypto::find_signature(family, base::upper(digest));
  return algorithm == nullptr ? std::nullopt : std::optional(*algorithm);
}

crypto::SignatureAlgorithm known_algorithm(const crypto::PrivateKey& key, std::string_view digest) {
  const auto algorithm = algorithm_with(key, digest);
  if (!algorithm) throw base::Fault("a digest that the key cannot sign with was asked for");
  return *algorithm;
}

Bytes text_value(const std::string& text) {
  return crypto::der::text(crypto::der::utf8_string_tag, text);
}

}  // namespace

bool can_sign_with(const crypto::PrivateKey& key, std::string_view digest) {
  return algorithm_with(key, digest).has_value();
}

crypto::Certificate issue_with(const ToolCertificate& content, const crypto::PrivateKey& signer,
                               std::string_view digest, const base::Randomness& randomness) {
  crypto::TbsCertificate tbs;
  tbs.version = content.version_3 || !content.extensions.empty() ? 3 : 1;
  tbs.serial = content.serial;
  tbs.issuer = content.issuer.der();
  tbs.subject = content.subject.der();
  tbs.not_before = content.not_before;
  tbs.not_after = content.not_after;
  tbs.key = content.key.spki();
  tbs.extensions = content.extensions;
  auto made =
      crypto::Certificate::from_der(crypto::sign_certificate(tbs, signer, known_algorithm(signer, digest), randomness));
  if (!made) throw base::Fault("a certificate was written wrongly: " + made.error().detail);
  return std::move(*made);
}

Bytes request_with(const ToolRequest& content, const crypto::PrivateKey& key, std::string_view digest,
                   const base::Randomness& randomness) {
  std::vector<crypto::RequestAttribute> attributes;
  if (!content.unstructured_name.empty())
    attributes.push_back({unstructured_name_oid, text_value(content.unstructured_name)});
  if (!content.challenge_password.empty())
    attributes.push_back({challenge_oid, text_value(content.challenge_password)});
  if (!content.extensions.empty()) attributes.push_back({crypto::extension_id::extension_request, content.extensions});
  return crypto::sign_request(content.subject.der(), attributes, key, known_algorithm(key, digest), randomness);
}

Bytes random_serial(const base::Randomness& randomness) {
  Bytes serial = crypto::random_octets(randomness, "serial", 20);
  serial.front() = static_cast<std::uint8_t>((serial.front() & 0x7F) | 0x01);  // positive, and always 20 octets
  return serial;
}

}  // namespace ringside::openssl
