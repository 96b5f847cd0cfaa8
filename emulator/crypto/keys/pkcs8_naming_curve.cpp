// emulator/crypto/keys/pkcs8_naming_curve.cpp - the PKCS#8 of a key as programs get it from a key ring.
#include "emulator/crypto/keys/pkcs8_naming_curve.hpp"

#include <optional>

#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;

/// Returns nullopt if the octets are not those of an EC key without parameters (RFC 5208 and RFC 5915).
std::optional<Bytes> with_parameters(base::ByteView pkcs8) {
  const auto info = der::only(pkcs8, der::sequence_tag);
  if (!info) return std::nullopt;
  der::Reader parts(info->content);
  const auto version = parts.next(der::integer_tag), algorithm = parts.next(der::sequence_tag),
             octets = parts.next(der::octet_string_tag);
  if (!version || !algorithm || !octets) return std::nullopt;
  der::Reader names(algorithm->content);
  const auto type = names.next(der::oid_tag), curve = names.next(der::oid_tag);
  const auto key = der::only(octets->content, der::sequence_tag);
  if (!type || !curve || !key) return std::nullopt;
  der::Reader fields(key->content);
  const auto key_version = fields.next(der::integer_tag), scalar = fields.next(der::octet_string_tag),
             point = fields.next(der::context(1));
  if (!key_version || !scalar || !point) return std::nullopt;
  const Bytes named =
      der::sequence({key_version->whole, scalar->whole, der::wrap(der::context(0), curve->whole), point->whole});
  return der::sequence({version->whole, algorithm->whole, der::octet_string(named)});
}

}  // namespace

Bytes pkcs8_naming_curve(const PrivateKey& key) {
  const KeyType type = key.spec().type;
  const bool is_ec = type == KeyType::nist_ecc || type == KeyType::brainpool_ecc;
  return (is_ec ? with_parameters(key.pkcs8()) : std::nullopt).value_or(key.pkcs8());
}

}  // namespace ringside::crypto
