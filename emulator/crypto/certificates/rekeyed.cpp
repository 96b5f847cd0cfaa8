// emulator/crypto/certificates/rekeyed.cpp - a certificate with another key.
#include "emulator/crypto/certificates/rekeyed.hpp"

#include "base/fault.hpp"
#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;

der::Item taken(std::optional<der::Item> item) {
  if (!item) throw base::Fault("a stored certificate cannot be taken apart");
  return *item;
}

void append(Bytes& to, base::ByteView more) {
  to.insert(to.end(), more.begin(), more.end());
}

/// An extension with the same OID and criticality and another value.
Bytes with_value(base::ByteView oid, std::optional<der::Item> critical, base::ByteView value) {
  const Bytes wrapped = der::octet_string(value);
  return der::sequence({oid, critical ? critical->whole : base::ByteView(), wrapped});
}

/// The extension as it is, or with the identifier of a new key.
Bytes changed(const der::Item& extension, const PublicKey& key, const PublicKey& signer) {
  der::Reader parts(extension.content);
  const der::Item oid = taken(parts.next(der::oid_tag));
  const auto critical = parts.next(der::boolean_tag);
  const auto name = der::oid_text(oid.content);
  if (name == extension_id::subject_key_id) {
    const Bytes value = der::octet_string(key.key_identifier());
    return with_value(oid.whole, critical, value);
  }
  if (name == extension_id::authority_key_id) {
    const Bytes identifier = der::wrap(der::context_primitive(0), signer.key_identifier());
    return with_value(oid.whole, critical, der::sequence({identifier}));
  }
  return {extension.whole.begin(), extension.whole.end()};
}

/// The fields behind the key: unique identifiers as they are, and the extensions.
Bytes rest_of(der::Reader& fields, const PublicKey& key, const PublicKey& signer) {
  Bytes rest;
  while (const auto field = fields.next()) {
    if (field->tag != der::context(3)) {
      append(rest, field->whole);
      continue;
    }
    der::Reader list(taken(der::only(field->content, der::sequence_tag)).content);
    Bytes extensions;
    while (const auto extension = list.next(der::sequence_tag)) append(extensions, changed(*extension, key, signer));
    append(rest, der::wrap(der::context(3), der::sequence({extensions})));
  }
  return rest;
}

}  // namespace

Bytes rekeyed(const Certificate& certificate, const PublicKey& key, const PrivateKey& signer,
              const SignatureAlgorithm& algorithm, const base::Randomness& randomness) {
  der::Reader outer(taken(der::only(certificate.der(), der::sequence_tag)).content);
  der::Reader fields(taken(outer.next(der::sequence_tag)).content);
  const auto version = fields.next(der::context(0));
  const der::Item serial = taken(fields.next(der::integer_tag));
  taken(fields.next(der::sequence_tag));  // the algorithm of the old signature
  const der::Item issuer = taken(fields.next(der::sequence_tag)), validity = taken(fields.next(der::sequence_tag));
  const der::Item subject = taken(fields.next(der::sequence_tag));
  taken(fields.next(der::sequence_tag));  // the old key
  const Bytes rest = rest_of(fields, key, signer.public_key());
  const Bytes tbs =
      der::sequence({version ? version->whole : base::ByteView(), serial.whole, signature_identifier(algorithm),
                     issuer.whole, validity.whole, subject.whole, key.spki(), rest});
  return signed_der(tbs, signer, algorithm, randomness);
}

}  // namespace ringside::crypto
