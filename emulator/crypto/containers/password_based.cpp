// emulator/crypto/containers/password_based.cpp - keys derived from passwords, and the ciphers that use them.
#include "emulator/crypto/containers/password_based.hpp"

#include <array>

#include <openssl/pkcs12.h>

#include "emulator/crypto/containers/pkcs12.hpp"
#include "emulator/crypto/containers/pkcs12_parts.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;
using OwnedCipher = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

constexpr std::size_t block = 16;  // the longest block of the ciphers used here

std::optional<Bytes> crypt(const EVP_CIPHER* cipher, ByteView key, ByteView iv, ByteView input, bool encrypt) {
  const OwnedCipher context(require(EVP_CIPHER_CTX_new(), "EVP_CIPHER_CTX_new"));
  require(EVP_CipherInit_ex(context.get(), cipher, nullptr, key.data(), iv.data(), encrypt ? 1 : 0) == 1, "cipher");
  Bytes output(input.size() + block);
  int length = 0, last = 0;
  const bool done =
      EVP_CipherUpdate(context.get(), output.data(), &length, input.data(), static_cast<int>(input.size())) == 1 &&
      EVP_CipherFinal_ex(context.get(), output.data() + length, &last) == 1;
  if (!done) return std::nullopt;
  output.resize(static_cast<std::size_t>(length) + static_cast<std::size_t>(last));
  return output;
}

/// The schemes without PBKDF2 (RFC 7292 appendix C, RFC 8018 A.3).
struct NamedScheme {
  PbeScheme scheme;
  std::string_view oid;
};
constexpr std::array schemes = {NamedScheme{PbeScheme::rc4_128, "1.2.840.113549.1.12.1.1"},
                                NamedScheme{PbeScheme::rc4_40, "1.2.840.113549.1.12.1.2"},
                                NamedScheme{PbeScheme::triple_des, pkcs12_oid::pbe_sha1_triple_des},
                                NamedScheme{PbeScheme::rc2_128, "1.2.840.113549.1.12.1.5"},
                                NamedScheme{PbeScheme::rc2_40, "1.2.840.113549.1.12.1.6"},
                                NamedScheme{PbeScheme::md5_des, "1.2.840.113549.1.5.3"}};

Bytes algorithm_of(const PbeParameters& parameters) {
  const auto& [scheme, salt, iv, iterations, key_length, prf] = parameters;
  for (const NamedScheme& row : schemes)
    if (row.scheme == scheme)
      return der::sequence({der::oid(row.oid), der::sequence({der::octet_string(salt), der::integer(iterations)})});
  const bool short_key = scheme == PbeScheme::aes_128;
  return pbes2_algorithm(short_key ? pkcs12_oid::aes_128_cbc : pkcs12_oid::aes_256_cbc, iv, salt, iterations,
                         key_length ? std::optional<std::uint64_t>(short_key ? 16 : 32) : std::nullopt, prf);
}

/// The key (24 octets) and the IV (8 octets) of PBEWithMD5AndTripleDES.
Bytes md5_chains(const base::Secret& password, ByteView salt, std::uint64_t iterations) {
  constexpr std::size_t digest_length = 16;
  const Owned<EVP_MD, EVP_MD_free> algorithm(require(EVP_MD_fetch(nullptr, "MD5", nullptr), "MD5"));
  const Owned<EVP_MD_CTX, EVP_MD_CTX_free> context(require(EVP_MD_CTX_new(), "EVP_MD_CTX_new"));
  const std::string& text = password.reveal();
  Bytes derived;
  for (const ByteView half : {salt.subspan(0, 4), salt.subspan(4, 4)}) {
    Bytes value(half.begin(), half.end());
    for (std::uint64_t i = 0; i < iterations; ++i) {
      require(EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) == 1 &&
                  EVP_DigestUpdate(context.get(), value.data(), value.size()) == 1 &&
                  EVP_DigestUpdate(context.get(), text.data(), text.size()) == 1,
              "MD5");
      value.resize(digest_length);
      require(EVP_DigestFinal_ex(context.get(), value.data(), nullptr) == 1, "MD5");
    }
    derived.insert(derived.end(), value.begin(), value.end());
  }
  return derived;
}

}  // namespace

std::optional<PbeScheme> pbe_scheme_of(std::string_view oid) {
  for (const NamedScheme& row : schemes)
    if (row.oid == oid) return row.scheme;
  return std::nullopt;
}

Bytes pbes2_algorithm(std::string_view cipher, ByteView iv, ByteView salt, std::uint64_t iterations,
                      std::optional<std::uint64_t> key_length, std::string_view prf) {
  const Bytes derivation =
      der::sequence({der::octet_string(salt), der::integer(iterations),
                     key_length ? der::integer(*key_length) : Bytes(), der::sequence({der::oid(prf), der::null()})});
  return der::sequence(
      {der::oid(pkcs12_oid::pbes2), der::sequence({der::sequence({der::oid(pkcs12_oid::pbkdf2), derivation}),
                                                   der::sequence({der::oid(cipher), der::octet_string(iv)})})});
}

Result<Bytes> open_sealed(ByteView algorithm, ByteView content, const base::Secret& password, PbeBudget& budget) {
  const CleanErrorQueue clean;
  const std::uint8_t* at = algorithm.data();
  const Owned<X509_ALGOR, X509_ALGOR_free> decoded(d2i_X509_ALGOR(nullptr, &at, static_cast<long>(algorithm.size())));
  if (!decoded) return malformed("the algorithm of an encryption is malformed");
  if (auto problem = budget.charge(decoded.get())) return tl::unexpected(*problem);
  auto plain =
      pkcs12_decrypted(decoded.get(), password.reveal().c_str(), static_cast<int>(password.reveal().size()), content);
  if (!plain) return tl::unexpected(pkcs12_decryption_problem(false));
  return std::move(*plain);
}

Sealed seal(ByteView plain, const base::Secret& password, const PbeParameters& parameters) {
  const CleanErrorQueue clean;
  Sealed sealed{algorithm_of(parameters), {}};
  const std::uint8_t* at = sealed.algorithm.data();
  const Owned<X509_ALGOR, X509_ALGOR_free> parsed(
      require(d2i_X509_ALGOR(nullptr, &at, static_cast<long>(sealed.algorithm.size())), "d2i_X509_ALGOR"));
  const std::string& text = password.reveal();
  std::uint8_t* data = nullptr;
  int length = 0;
  accept(PKCS12_pbe_crypt_ex(parsed.get(), text.c_str(), static_cast<int>(text.size()), plain.data(),
                             static_cast<int>(plain.size()), &data, &length, 1, pkcs12_context(), nullptr),
         "the encryption is not available here (old ones need OpenSSL's legacy module)");
  sealed.content.assign(data, data + length);
  OPENSSL_free(data);
  return sealed;
}

Result<Bytes> open_md5_triple_des(ByteView content, const base::Secret& password, ByteView salt,
                                  std::uint64_t iterations, PbeBudget& budget) {
  const CleanErrorQueue clean;
  if (salt.size() != 8) return malformed("a salt of other than 8 octets");
  if (auto problem = budget.charge(2 * std::min<std::uint64_t>(iterations, UINT32_MAX), salt.size()))
    return tl::unexpected(*problem);
  const Bytes derived = md5_chains(password, salt, iterations);
  auto plain = crypt(EVP_des_ede3_cbc(), derived, ByteView(derived).subspan(24), content, false);
  if (!plain) return problem(ProblemKind::wrong_password, "the key's password is wrong");
  return std::move(*plain);
}

Bytes seal_md5_triple_des(ByteView plain, const base::Secret& password, ByteView salt, std::uint64_t iterations) {
  if (salt.size() != 8) throw base::Fault("a salt of other than 8 octets");
  const Bytes derived = md5_chains(password, salt, iterations);
  auto content = crypt(EVP_des_ede3_cbc(), derived, ByteView(derived).subspan(24), plain, true);
  if (!content) openssl_fault("3DES");
  return std::move(*content);
}

}  // namespace ringside::crypto
