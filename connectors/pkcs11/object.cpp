// connectors/pkcs11/object.cpp - the attributes of certificates and keys.
#include "connectors/pkcs11/object.hpp"

#include "base/fault.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/encoded_fields.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/crypto/keys/public_numbers.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using base::Bytes;

// CKA_CERTIFICATE_CATEGORY (PKCS #11 Base Specification, "Certificate objects").
constexpr CK_ULONG unspecified = 0, token_user = 1, authority = 2;

Bytes number(CK_ULONG value) {
  Bytes octets(sizeof value);
  std::memcpy(octets.data(), &value, sizeof value);
  return octets;
}

CK_ULONG number_in(const Attributes& attributes, CK_ATTRIBUTE_TYPE type) {
  CK_ULONG value = 0;
  std::memcpy(&value, attributes.at(type).data(), sizeof value);
  return value;
}

Bytes flag(bool value) {
  return {static_cast<std::uint8_t>(value ? CK_TRUE : CK_FALSE)};
}

// What all objects of an entry have.
Attributes common_attributes(CK_OBJECT_CLASS kind, const racf::datalib::Entry& entry,
                             const crypto::EncodedFields& fields, const crypto::PublicKey& key) {
  return {{CKA_CLASS, number(kind)},
          {CKA_TOKEN, flag(true)},
          {CKA_PRIVATE, flag(false)},
          {CKA_MODIFIABLE, flag(false)},
          {CKA_COPYABLE, flag(false)},
          {CKA_DESTROYABLE, flag(false)},
          {CKA_LABEL, base::to_bytes(entry.label)},
          {CKA_ID, key.key_identifier()},
          {CKA_SUBJECT, fields.subject},
          {CKA_PUBLIC_KEY_INFO, key.spki()},
          {CKA_START_DATE, {}},
          {CKA_END_DATE, {}}};
}

Attributes merged(Attributes one, const Attributes& other) {
  one.insert(other.begin(), other.end());
  return one;
}

Object certificate_object(const racf::datalib::Entry& entry, const crypto::EncodedFields& fields,
                          const crypto::PublicKey& key) {
  const bool is_authority = entry.usage == racf::datalib::usage_certauth;
  const Bytes hash = crypto::sha1(entry.certificate);
  const CK_ULONG category = is_authority ? authority : entry.private_key ? token_user : unspecified;
  return {merged(common_attributes(CKO_CERTIFICATE, entry, fields, key),
                 {{CKA_CERTIFICATE_TYPE, number(CKC_X_509)},
                  {CKA_CERTIFICATE_CATEGORY, number(category)},
                  {CKA_TRUSTED, flag(is_authority)},
                  {CKA_VALUE, entry.certificate},
                  {CKA_ISSUER, fields.issuer},
                  {CKA_SERIAL_NUMBER, fields.serial},
                  {CKA_CHECK_VALUE, Bytes(hash.begin(), hash.begin() + 3)}})};
}

// The numbers of the key that anybody may know; no attributes for a key that is neither RSA nor ECC.
Attributes public_attributes(const crypto::PublicKey& key) {
  if (const auto rsa = crypto::rsa_public_numbers(key))
    return {{CKA_KEY_TYPE, number(CKK_RSA)},
            {CKA_MODULUS, rsa->modulus},
            {CKA_MODULUS_BITS, number(static_cast<CK_ULONG>(key.spec().bits))},
            {CKA_PUBLIC_EXPONENT, rsa->exponent}};
  if (const auto ec = crypto::ec_public_numbers(key))
    return {{CKA_KEY_TYPE, number(CKK_EC)},
            {CKA_EC_PARAMS, ec->curve},
            {CKA_EC_POINT, crypto::der::octet_string(ec->point)}};
  return {};
}

// What all keys have: what they are for besides signatures, and where they come from.
Attributes key_attributes() {
  return {{CKA_DERIVE, flag(false)},
          {CKA_LOCAL, flag(false)},
          {CKA_KEY_GEN_MECHANISM, number(CK_UNAVAILABLE_INFORMATION)},
          {CKA_ALLOWED_MECHANISMS, {}}};
}

Attributes private_attributes(bool is_rsa) {
  return {{CKA_SENSITIVE, flag(true)},
          {CKA_EXTRACTABLE, flag(false)},
          {CKA_ALWAYS_SENSITIVE, flag(false)},
          {CKA_NEVER_EXTRACTABLE, flag(false)},
          {CKA_ALWAYS_AUTHENTICATE, flag(false)},
          {CKA_WRAP_WITH_TRUSTED, flag(false)},
          {CKA_SIGN, flag(true)},
          {CKA_SIGN_RECOVER, flag(false)},
          {CKA_DECRYPT, flag(is_rsa)},
          {CKA_UNWRAP, flag(false)}};
}

Attributes verifying_attributes() {
  return {{CKA_VERIFY, flag(true)},
          {CKA_VERIFY_RECOVER, flag(false)},
          {CKA_ENCRYPT, flag(false)},
          {CKA_WRAP, flag(false)},
          {CKA_TRUSTED, flag(false)}};
}

}  // namespace

CK_OBJECT_CLASS Object::kind() const {
  return number_in(attributes, CKA_CLASS);
}

std::optional<CK_KEY_TYPE> Object::key_type() const {
  if (!attributes.contains(CKA_KEY_TYPE)) return std::nullopt;
  return number_in(attributes, CKA_KEY_TYPE);
}

std::vector<Object> objects_of(const racf::datalib::Entry& entry) {
  const crypto::Certificate certificate = crypto::Certificate::from_stored(entry.certificate);
  const crypto::PublicKey key = certificate.public_key();
  const crypto::EncodedFields fields = crypto::encoded_fields(certificate);
  std::vector<Object> objects = {certificate_object(entry, fields, key)};
  const Attributes numbers = public_attributes(key);
  if (!entry.private_key || numbers.empty()) return objects;
  const Attributes shared = merged(numbers, key_attributes());
  objects.push_back(
      {merged(merged(common_attributes(CKO_PUBLIC_KEY, entry, fields, key), shared), verifying_attributes()), key,
       std::nullopt});
  Attributes of_private = merged(common_attributes(CKO_PRIVATE_KEY, entry, fields, key), shared);
  of_private.erase(CKA_MODULUS_BITS);
  const bool is_rsa = numbers.contains(CKA_MODULUS);
  objects.push_back({merged(std::move(of_private), private_attributes(is_rsa)), key, entry.private_key});
  return objects;
}

}  // namespace ringside::connectors::pkcs11
