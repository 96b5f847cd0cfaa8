// emulator/crypto/keys/key_operation.cpp - signatures, their verification, and decryption by OpenSSL.
#include "emulator/crypto/keys/key_operation.hpp"

#include <algorithm>
#include <string>

#include <openssl/rsa.h>

#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;
using OwnedOperation = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

OwnedOperation operation_with(EVP_PKEY* key) {
  return OwnedOperation(require(EVP_PKEY_CTX_new(key, nullptr), "EVP_PKEY_CTX_new"));
}

int padding_of(SignatureShape shape) {
  if (shape == SignatureShape::rsa_raw) return RSA_NO_PADDING;
  return shape == SignatureShape::rsa_pss ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING;
}

// Only after the operation is initialised. OpenSSL accepts no digest name for the raw forms.
bool set_scheme(EVP_PKEY_CTX* operation, const SignatureScheme& scheme) {
  if (scheme.shape == SignatureShape::ecdsa) return true;
  if (EVP_PKEY_CTX_set_rsa_padding(operation, padding_of(scheme.shape)) != 1) return false;
  const auto hash = [](std::string_view name) { return EVP_get_digestbyname(std::string(name).c_str()); };
  if (!scheme.digest.empty() && EVP_PKEY_CTX_set_signature_md(operation, hash(scheme.digest)) != 1) return false;
  if (scheme.shape != SignatureShape::rsa_pss) return true;
  return EVP_PKEY_CTX_set_rsa_mgf1_md(operation, hash(scheme.mask_digest)) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(operation, static_cast<int>(scheme.salt)) == 1;
}

ByteView without_zeros(ByteView octets) {
  while (octets.size() > 1 && octets.front() == 0) octets = octets.subspan(1);
  return octets;
}

// Zeros in front, up to `width`. The octets must not be more.
Bytes widened(ByteView octets, std::size_t width) {
  Bytes wide(width - octets.size(), 0);
  wide.insert(wide.end(), octets.begin(), octets.end());
  return wide;
}

Bytes ecdsa_der(ByteView halves) {
  const std::size_t half = halves.size() / 2;
  return der::sequence({der::unsigned_integer(without_zeros(halves.first(half))),
                        der::unsigned_integer(without_zeros(halves.subspan(half)))});
}

Bytes ecdsa_halves(ByteView signature, std::size_t width) {
  const auto outer = der::only(signature, der::sequence_tag);
  der::Reader numbers(outer ? outer->content : ByteView());
  Bytes halves;
  while (const auto number = numbers.next(der::integer_tag)) {
    const ByteView octets = without_zeros(number->content);
    if (octets.size() > width) break;
    const Bytes half = widened(octets, width);
    halves.insert(halves.end(), half.begin(), half.end());
  }
  if (halves.size() != 2 * width) throw base::Fault("OpenSSL has written an ECDSA signature of another length");
  return halves;
}

// What OpenSSL signs: the raw operation takes a number as long as the modulus.
Bytes message_of(const PublicKey& key, const SignatureScheme& scheme, ByteView value) {
  const std::size_t width = signature_octets(key);
  if (scheme.shape != SignatureShape::rsa_raw || value.size() >= width) return {value.begin(), value.end()};
  return widened(value, width);
}

tl::unexpected<Problem> refused(const char* what) {
  return problem(ProblemKind::unsupported, std::string(what) + ": " + take_openssl_error());
}

}  // namespace

std::size_t signature_octets(const PublicKey& key) {
  const auto octets = static_cast<std::size_t>((key.spec().bits + 7) / 8);
  return key.spec().type == KeyType::rsa ? octets : 2 * octets;
}

Result<Bytes> sign_value(const PrivateKey& key, const SignatureScheme& scheme, ByteView value) {
  const CleanErrorQueue clean;
  const Bytes message = message_of(key.public_key(), scheme, value);
  const OwnedOperation operation = operation_with(key.handle());
  std::size_t length = static_cast<std::size_t>(EVP_PKEY_get_size(key.handle()));
  Bytes signature(length);
  if (EVP_PKEY_sign_init(operation.get()) != 1 || !set_scheme(operation.get(), scheme) ||
      EVP_PKEY_sign(operation.get(), signature.data(), &length, message.data(), message.size()) != 1)
    return refused("the value cannot be signed");
  signature.resize(length);
  if (scheme.shape != SignatureShape::ecdsa) return signature;
  return ecdsa_halves(signature, signature_octets(key.public_key()) / 2);
}

bool verify_value(const PublicKey& key, const SignatureScheme& scheme, ByteView value, ByteView signature) {
  const CleanErrorQueue clean;
  if (signature.size() != signature_octets(key)) return false;
  const Bytes message = message_of(key, scheme, value);
  const Bytes der = scheme.shape == SignatureShape::ecdsa ? ecdsa_der(signature) : Bytes();
  const ByteView encoded = scheme.shape == SignatureShape::ecdsa ? ByteView(der) : signature;
  const OwnedOperation operation = operation_with(key.handle());
  return EVP_PKEY_verify_init(operation.get()) == 1 && set_scheme(operation.get(), scheme) &&
         EVP_PKEY_verify(operation.get(), encoded.data(), encoded.size(), message.data(), message.size()) == 1;
}

Result<Bytes> decrypt_value(const PrivateKey& key, RsaEncryption encryption, ByteView ciphertext) {
  const CleanErrorQueue clean;
  const OwnedOperation operation = operation_with(key.handle());
  const int padding = encryption == RsaEncryption::raw ? RSA_NO_PADDING : RSA_PKCS1_PADDING;
  std::size_t length = signature_octets(key.public_key());
  Bytes plain(length);
  if (EVP_PKEY_decrypt_init(operation.get()) != 1 || EVP_PKEY_CTX_set_rsa_padding(operation.get(), padding) != 1 ||
      EVP_PKEY_decrypt(operation.get(), plain.data(), &length, ciphertext.data(), ciphertext.size()) != 1)
    return refused("the octets cannot be decrypted");
  plain.resize(length);
  return plain;
}

}  // namespace ringside::crypto
