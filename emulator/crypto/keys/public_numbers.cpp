// emulator/crypto/keys/public_numbers.cpp - reads RSAPublicKey (RFC 8017 A.1.1) and ECPoint (RFC 5480 2) out of a
// SubjectPublicKeyInfo.
#include "emulator/crypto/keys/public_numbers.hpp"

#include "base/fault.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto {
namespace {

struct SpkiParts {
  base::ByteView parameters;  // a whole element
  base::ByteView key;         // the octets of the BIT STRING
};

SpkiParts parts_of_spki(base::ByteView spki) {
  const auto outer = der::only(spki, der::sequence_tag);
  der::Reader fields(outer ? outer->content : base::ByteView());
  const auto algorithm = fields.next(der::sequence_tag);
  const auto bits = fields.next(der::bit_string_tag);
  der::Reader inside(algorithm ? algorithm->content : base::ByteView());
  const auto oid = inside.next(der::oid_tag);
  const auto parameters = inside.next();
  if (!oid || !bits || bits->content.empty()) throw base::Fault("a public key was written wrongly");
  return {parameters ? parameters->whole : base::ByteView(), bits->content.subspan(1)};
}

base::Bytes magnitude(const std::optional<der::Item>& integer) {
  if (!integer) throw base::Fault("an RSA key was written wrongly");
  base::ByteView octets = integer->content;
  while (!octets.empty() && octets.front() == 0) octets = octets.subspan(1);
  return {octets.begin(), octets.end()};
}

}  // namespace

std::optional<RsaPublicNumbers> rsa_public_numbers(const PublicKey& key) {
  if (key.spec().type != KeyType::rsa) return std::nullopt;
  const auto numbers = der::only(parts_of_spki(key.spki()).key, der::sequence_tag);
  der::Reader fields(numbers ? numbers->content : base::ByteView());
  base::Bytes modulus = magnitude(fields.next(der::integer_tag));
  return RsaPublicNumbers{std::move(modulus), magnitude(fields.next(der::integer_tag))};
}

std::optional<EcPublicNumbers> ec_public_numbers(const PublicKey& key) {
  if (key.spec().type != KeyType::nist_ecc && key.spec().type != KeyType::brainpool_ecc) return std::nullopt;
  const SpkiParts parts = parts_of_spki(key.spki());
  return EcPublicNumbers{{parts.parameters.begin(), parts.parameters.end()}, {parts.key.begin(), parts.key.end()}};
}

}  // namespace ringside::crypto
