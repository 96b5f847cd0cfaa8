// emulator/hosttools/keytool/store/key_protection.cpp - protects private keys with passwords, in the three ways of
// Java's key stores.
#include "emulator/hosttools/keytool/store/key_protection.hpp"

#include <algorithm>

#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/java_string.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::Bytes;
using base::ByteView;

constexpr std::string_view jks_oid = "1.3.6.1.4.1.42.2.17.1.1";
constexpr std::string_view jceks_oid = "1.3.6.1.4.1.42.2.19.1";
constexpr std::size_t jks_digest_length = 20;

Bytes joined(ByteView a, ByteView b) {
  Bytes both(a.begin(), a.end());
  both.insert(both.end(), b.begin(), b.end());
  return both;
}

/// Encrypts `text` with a key stream: SHA-1 of the password and the previous block, beginning with the salt.
Bytes sun_cipher(ByteView text, const Bytes& password, ByteView salt) {
  Bytes result(text.begin(), text.end());
  Bytes block(salt.begin(), salt.end());
  for (std::size_t at = 0; at < result.size(); ++at) {
    if (at % jks_digest_length == 0) block = crypto::sha1(joined(password, block));
    result[at] ^= block[at % jks_digest_length];
  }
  return result;
}

std::optional<Bytes> recover_from_jks(ByteView sealed, const base::Secret& secret) {
  if (sealed.size() < 2 * jks_digest_length) return std::nullopt;
  const Bytes password = utf16(secret.reveal());
  const ByteView check = sealed.last(jks_digest_length);
  const ByteView text = sealed.subspan(jks_digest_length, sealed.size() - 2 * jks_digest_length);
  Bytes plain = sun_cipher(text, password, sealed.first(jks_digest_length));
  const Bytes expected = crypto::sha1(joined(password, plain));
  if (!std::equal(check.begin(), check.end(), expected.begin(), expected.end())) return std::nullopt;
  return plain;
}

/// nullopt if the password is wrong.
std::optional<Bytes> opened(crypto::Result<Bytes> plain) {
  if (plain) return std::move(*plain);
  if (plain.error().kind == crypto::ProblemKind::wrong_password) return std::nullopt;
  refuse_as("java.security.UnrecoverableKeyException", plain.error().detail);
}

}  // namespace

Bytes protect_for_jks(ByteView pkcs8, const Protection& protection) {
  const Bytes password = utf16(protection.password.reveal());
  const Bytes salt = crypto::random_octets(protection.randomness, "jks-salt", jks_digest_length);
  const Bytes sealed = joined(joined(salt, sun_cipher(pkcs8, password, salt)), crypto::sha1(joined(password, pkcs8)));
  return der::sequence({der::sequence({der::oid(jks_oid), der::null()}), der::octet_string(sealed)});
}

Bytes protect_for_jceks(ByteView pkcs8, const Protection& protection) {
  const crypto::Sealed sealed = seal_for_jceks(pkcs8, protection, "jceks-salt");
  return der::sequence({der::sequence({der::oid(jceks_oid), sealed.algorithm}), der::octet_string(sealed.content)});
}

crypto::Sealed seal_for_jceks(ByteView plain, const Protection& protection, std::string_view purpose) {
  Bytes salt = crypto::random_octets(protection.randomness, purpose, 8);
  if (std::equal(salt.begin(), salt.begin() + 4, salt.begin() + 4))
    salt[0] ^= 1;  // Java treats equal halves differently
  return {der::sequence({der::octet_string(salt), der::integer(jceks_iterations)}),
          crypto::seal_md5_triple_des(plain, protection.password, salt, jceks_iterations)};
}

std::optional<Bytes> open_from_jceks(ByteView parameters, ByteView content, const base::Secret& password,
                                     crypto::PbeBudget& budget, const std::string& if_malformed) {
  const auto fields = der::only(parameters, der::sequence_tag);
  der::Reader reader(fields ? fields->content : ByteView());
  const auto salt = reader.next(der::octet_string_tag);
  const auto count = reader.next(der::integer_tag);
  if (!salt || !count) refuse_as("java.security.UnrecoverableKeyException", if_malformed);
  return opened(crypto::open_md5_triple_des(content, password, salt->content,
                                            der::small_value(count->content).value_or(UINT64_MAX), budget));
}

Bytes protect_for_pkcs12(ByteView pkcs8, const Protection& protection) {
  const Pkcs12Cipher cipher = protection.pkcs12.for_keys();
  const auto sealed = crypto::seal(
      pkcs8, protection.password,
      {cipher.scheme, crypto::random_octets(protection.randomness, "pkcs12-key-salt", cipher.salt_octets()),
       crypto::random_octets(protection.randomness, "pkcs12-key-iv", 16), cipher.iterations, true, cipher.prf});
  return der::sequence({sealed.algorithm, der::octet_string(sealed.content)});
}

std::optional<Bytes> recover_key(ByteView protected_key, const base::Secret& password) {
  crypto::PbeBudget budget;
  return recover_key(protected_key, password, budget);
}

std::optional<Bytes> recover_key(ByteView protected_key, const base::Secret& password, crypto::PbeBudget& budget) {
  const auto outer = der::only(protected_key, der::sequence_tag);
  der::Reader parts(outer ? outer->content : ByteView());
  const auto algorithm = parts.next(der::sequence_tag);
  const auto sealed = parts.next(der::octet_string_tag);
  der::Reader fields(algorithm ? algorithm->content : ByteView());
  const auto oid = fields.next(der::oid_tag);
  if (!sealed || !oid) {  // an unencrypted key begins with INTEGER 0
    if (outer && der::Reader(outer->content).next_is(der::integer_tag))
      return Bytes(protected_key.begin(), protected_key.end());
    refuse_as("java.security.UnrecoverableKeyException", "Private key not stored as PKCS #8 EncryptedPrivateKeyInfo");
  }
  const std::string name = der::oid_text(oid->content).value_or("");
  if (name == jks_oid) return recover_from_jks(sealed->content, password);
  const auto parameters = fields.next();
  if (name == jceks_oid)
    return open_from_jceks(parameters ? parameters->whole : ByteView(), sealed->content, password, budget,
                           "Unsupported key protection parameters");
  return opened(crypto::open_sealed(algorithm->whole, sealed->content, password, budget));
}

}  // namespace ringside::keytool
