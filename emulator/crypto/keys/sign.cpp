// emulator/crypto/keys/sign.cpp - signatures: RSA by OpenSSL, DSA and ECDSA with a nonce of our own choice, so that a
// seeded run repeats.
#include <openssl/core_names.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/tool_issue.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/algorithms.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/keys/key_parts.hpp"
#include "emulator/crypto/keys/named_signature.hpp"
#include "emulator/crypto/keys/pss.hpp"
#include "emulator/crypto/keys/sign_with.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;
using OwnedDigestContext = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;

Bytes library_signature(EVP_PKEY* key, const EVP_MD* digest, ByteView data) {
  const OwnedDigestContext context(require(EVP_MD_CTX_new(), "EVP_MD_CTX_new"));
  require(EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key) == 1, "EVP_DigestSignInit");
  std::size_t length = static_cast<std::size_t>(EVP_PKEY_get_size(key));
  Bytes value(length);
  require(EVP_DigestSign(context.get(), value.data(), &length, data.data(), data.size()) == 1, "EVP_DigestSign");
  value.resize(length);
  return value;
}

// The leftmost bits of the digest, as many as the order has (FIPS 186-5 6.4.1 step 2, FIPS 186-4 4.6 for DSA).
OwnedBn digest_number(const EVP_MD* digest, ByteView data, const BIGNUM* order) {
  std::uint8_t value[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  require(EVP_Digest(data.data(), data.size(), value, &length, digest, nullptr) == 1, "EVP_Digest");
  OwnedBn number = bn_from(ByteView(value, length));
  const int excess = static_cast<int>(length) * 8 - BN_num_bits(order);
  if (excess > 0) require(BN_rshift(number.get(), number.get(), excess) == 1, "BN_rshift");
  return number;
}

/// The group that a signature is computed in: points of a curve, or powers modulo a prime.
class Group {
 public:
  virtual ~Group() = default;
  [[nodiscard]] virtual const BIGNUM* order() const = 0;
  /// The generator taken `nonce` times, as a number modulo the order: the signature's r.
  [[nodiscard]] virtual OwnedBn commitment(const BIGNUM* nonce, BN_CTX* context) const = 0;
};

class CurveGroup final : public Group {
 public:
  explicit CurveGroup(const Curve& curve) : group_(named_group(std::string(curve.openssl_name).c_str())) {}
  [[nodiscard]] const BIGNUM* order() const override { return EC_GROUP_get0_order(group_); }
  [[nodiscard]] OwnedBn commitment(const BIGNUM* nonce, BN_CTX* context) const override {
    const OwnedPoint point(require(EC_POINT_new(group_), "EC_POINT_new"));
    OwnedBn r = new_bn();
    require(EC_POINT_mul(group_, point.get(), nonce, nullptr, nullptr, context) == 1 &&
                EC_POINT_get_affine_coordinates(group_, point.get(), r.get(), nullptr, context) == 1 &&
                BN_nnmod(r.get(), r.get(), order(), context) == 1,
            "ECDSA");
    return r;
  }

 private:
  const EC_GROUP* group_;
};

class PrimeGroup final : public Group {
 public:
  explicit PrimeGroup(const EVP_PKEY* key)
      : p_(key_number(key, OSSL_PKEY_PARAM_FFC_P)),
        q_(key_number(key, OSSL_PKEY_PARAM_FFC_Q)),
        g_(key_number(key, OSSL_PKEY_PARAM_FFC_G)) {}
  [[nodiscard]] const BIGNUM* order() const override { return q_.get(); }
  [[nodiscard]] OwnedBn commitment(const BIGNUM* nonce, BN_CTX* context) const override {
    OwnedBn r = new_bn();
    require(BN_mod_exp(r.get(), g_.get(), nonce, p_.get(), context) == 1 &&
                BN_nnmod(r.get(), r.get(), q_.get(), context) == 1,
            "DSA");
    return r;
  }

 private:
  OwnedBn p_, q_, g_;
};

/// s = (digest + r * secret) / nonce modulo the order.
OwnedBn response(const BIGNUM* digest, const BIGNUM* r, const BIGNUM* secret, const BIGNUM* nonce, const BIGNUM* order,
                 BN_CTX* context) {
  OwnedBn s = new_bn();
  const OwnedBn inverse = new_bn();
  require(BN_mod_mul(s.get(), r, secret, order, context) == 1 &&
              BN_mod_add(s.get(), s.get(), digest, order, context) == 1 &&
              BN_mod_inverse(inverse.get(), nonce, order, context) &&
              BN_mod_mul(s.get(), s.get(), inverse.get(), order, context) == 1,
          "signature");
  return s;
}

Bytes nonce_signature(const Group& group, const EVP_PKEY* key, const EVP_MD* digest, ByteView data,
                      const base::Randomness& randomness) {
  const auto stream = randomness.stream("ecdsa-nonce/" + base::lower(base::hex(sha256(data))));
  const OwnedBnContext context = new_bn_context();
  const OwnedBn secret = key_number(key, OSSL_PKEY_PARAM_PRIV_KEY);
  const OwnedBn number = digest_number(digest, data, group.order());
  for (;;) {
    const OwnedBn nonce = draw_scalar(group.order(), *stream, context.get());
    const OwnedBn r = group.commitment(nonce.get(), context.get());
    const OwnedBn s = response(number.get(), r.get(), secret.get(), nonce.get(), group.order(), context.get());
    if (BN_is_zero(r.get()) || BN_is_zero(s.get())) continue;
    return der::sequence({der::unsigned_integer(bn_bytes(r.get())), der::unsigned_integer(bn_bytes(s.get()))});
  }
}

Bytes signature_value(const PrivateKey& key, SignatureFamily family, std::string_view digest_name, ByteView data,
                      const base::Randomness& randomness) {
  if (family == SignatureFamily::eddsa) return library_signature(key.handle(), nullptr, data);
  const EVP_MD* digest = require(EVP_get_digestbyname(std::string(digest_name).c_str()), "digest");
  switch (family) {
    case SignatureFamily::rsa:
      return library_signature(key.handle(), digest, data);
    case SignatureFamily::dsa:
      return nonce_signature(PrimeGroup(key.handle()), key.handle(), digest, data, randomness);
    case SignatureFamily::ecdsa:
      return nonce_signature(CurveGroup(*find_curve(key.spec())), key.handle(), digest, data, randomness);
    default:
      break;
  }
  throw base::Fault("no such family of signatures");
}

Bytes algorithm_identifier(SignatureFamily family, std::string_view identifier) {
  const Bytes oid = der::oid(identifier);
  if (family != SignatureFamily::rsa) return der::sequence({oid});
  return der::sequence({oid, der::null()});
}

const SignatureAlgorithm* algorithm_with(const PrivateKey& key, std::string_view digest) {
  const KeyType type = key.spec().type;
  if (type == KeyType::other) return nullptr;
  const SignatureFamily family = type == KeyType::rsa   ? SignatureFamily::rsa
                                 : type == KeyType::dsa ? SignatureFamily::dsa
                                                        : SignatureFamily::ecdsa;
  return find_signature(family, base::upper(digest));
}

const SignatureAlgorithm& known_algorithm(const PrivateKey& key, std::string_view digest) {
  const SignatureAlgorithm* algorithm = algorithm_with(key, digest);
  if (algorithm == nullptr) throw base::Fault("a digest that the key cannot sign with was asked for");
  return *algorithm;
}

// Ed25519 and Ed448 hash by themselves, whatever digest is asked for.
const NamedSignature* edwards_signature(const PrivateKey& key) {
  if (key.spec().type != KeyType::other || java_key_algorithm(key.public_key()) != "EdDSA") return nullptr;
  return find_named_signature(java_group_name(key.public_key()));
}

}  // namespace

bool can_sign_with(const PrivateKey& key, std::string_view digest) {
  return edwards_signature(key) != nullptr || algorithm_with(key, digest) != nullptr;
}

Bytes identifier_with(const PrivateKey& key, std::string_view digest) {
  if (const NamedSignature* edwards = edwards_signature(key)) return named_signature_identifier(*edwards);
  const SignatureAlgorithm& algorithm = known_algorithm(key, digest);
  return algorithm_identifier(algorithm.family, algorithm.oid);
}

Signature sign_with(const PrivateKey& key, ByteView data, std::string_view digest, const base::Randomness& randomness) {
  const CleanErrorQueue clean;
  if (const NamedSignature* edwards = edwards_signature(key)) return sign_as(*edwards, key, data, randomness);
  const SignatureAlgorithm& algorithm = known_algorithm(key, digest);
  return {algorithm_identifier(algorithm.family, algorithm.oid),
          signature_value(key, algorithm.family, algorithm.digest, data, randomness)};
}

Bytes signature_identifier(KeySpec signer, SignatureForm form) {
  const SignatureAlgorithm* algorithm = signature_algorithm_for(signer);
  if (algorithm == nullptr) throw base::Fault("a key of a kind that RACF does not have was to sign");
  if (form == SignatureForm::usual) return algorithm_identifier(algorithm->family, algorithm->oid);
  if (signer.type != KeyType::rsa) throw base::Fault("only RSA keys sign as RSASSA-PSS");
  return pss_identifier(algorithm->digest);
}

Signature sign(const PrivateKey& key, ByteView data, const base::Randomness& randomness, SignatureForm form) {
  const CleanErrorQueue clean;
  Bytes identifier = signature_identifier(key.spec(), form);
  const SignatureAlgorithm* algorithm = signature_algorithm_for(key.spec());
  if (form == SignatureForm::rsa_pss)
    return {std::move(identifier), pss_signature(key, algorithm->digest, data, randomness)};
  return {std::move(identifier), signature_value(key, algorithm->family, algorithm->digest, data, randomness)};
}

Bytes named_signature_identifier(const NamedSignature& name) {
  if (name.family == SignatureFamily::rsa_pss) return pss_identifier(name.digest);
  return algorithm_identifier(name.family, name.oid);
}

Signature sign_as(const NamedSignature& name, const PrivateKey& key, ByteView data,
                  const base::Randomness& randomness) {
  const CleanErrorQueue clean;
  Bytes identifier = named_signature_identifier(name);
  if (name.family == SignatureFamily::rsa_pss)
    return {std::move(identifier), pss_signature(key, name.digest, data, randomness)};
  return {std::move(identifier), signature_value(key, name.family, name.digest, data, randomness)};
}

}  // namespace ringside::crypto
