// emulator/crypto/keys/sign.cpp - RSA and EdDSA by OpenSSL; DSA and ECDSA with a nonce from the caller's randomness, so
// that a seeded run repeats.
#include "emulator/crypto/keys/sign.hpp"

#include <openssl/core_names.h>

#include "base/text.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/key_parts.hpp"
#include "emulator/crypto/keys/pss.hpp"
#include "emulator/crypto/openssl.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;
using OwnedDigestContext = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;

Bytes library_signature(EVP_PKEY* key, const EVP_MD* digest, ByteView data) {
  const OwnedDigestContext context(require(EVP_MD_CTX_new(), "EVP_MD_CTX_new"));
  accept(EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key) == 1, "the key cannot sign");
  std::size_t length = static_cast<std::size_t>(EVP_PKEY_get_size(key));
  Bytes value(length);
  accept(EVP_DigestSign(context.get(), value.data(), &length, data.data(), data.size()) == 1, "the key cannot sign");
  value.resize(length);
  return value;
}

// The leftmost bits of the digest, as many as the order has (FIPS 186-5 6.4.1 step 2; FIPS 186-4 4.6 for DSA).
OwnedBn digest_number(const EVP_MD* digest, ByteView data, const BIGNUM* order) {
  std::uint8_t value[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  require(EVP_Digest(data.data(), data.size(), value, &length, digest, nullptr) == 1, "EVP_Digest");
  OwnedBn number = bn_from(ByteView(value, length));
  const int excess = static_cast<int>(length) * 8 - BN_num_bits(order);
  if (excess > 0) require(BN_rshift(number.get(), number.get(), excess) == 1, "BN_rshift");
  return number;
}

// With the numbers of a real key one nonce in 2^160 is drawn again.
constexpr int nonces_most = 8;

/// The group of a signature: points of a curve, or powers modulo a prime.
class Group {
 public:
  virtual ~Group() = default;
  [[nodiscard]] virtual const BIGNUM* order() const = 0;
  /// r of the signature: the generator taken `nonce` times, as a number modulo the order.
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
    accept(BN_mod_exp(r.get(), g_.get(), nonce, p_.get(), context) == 1 &&
               BN_nnmod(r.get(), r.get(), q_.get(), context) == 1,
           "the DSA key cannot sign");
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
  // An order from outside that is not a prime has nonces without an inverse.
  accept(BN_mod_mul(s.get(), r, secret, order, context) == 1 &&
             BN_mod_add(s.get(), s.get(), digest, order, context) == 1 &&
             BN_mod_inverse(inverse.get(), nonce, order, context) &&
             BN_mod_mul(s.get(), s.get(), inverse.get(), order, context) == 1,
         "the key cannot sign");
  return s;
}

Bytes nonce_signature(const Group& group, const EVP_PKEY* key, const EVP_MD* digest, ByteView data,
                      const base::Randomness& randomness) {
  const auto stream = randomness.stream("ecdsa-nonce/" + base::lower(base::hex(sha256(data))));
  const OwnedBnContext context = new_bn_context();
  const OwnedBn secret = key_number(key, OSSL_PKEY_PARAM_PRIV_KEY);
  const OwnedBn number = digest_number(digest, data, group.order());
  for (int tried = 0; tried < nonces_most; ++tried) {
    const OwnedBn nonce = draw_scalar(group.order(), *stream, context.get());
    const OwnedBn r = group.commitment(nonce.get(), context.get());
    const OwnedBn s = response(number.get(), r.get(), secret.get(), nonce.get(), group.order(), context.get());
    if (BN_is_zero(r.get()) || BN_is_zero(s.get())) continue;
    return der::sequence({der::unsigned_integer(bn_bytes(r.get())), der::unsigned_integer(bn_bytes(s.get()))});
  }
  throw ForeignData({ProblemKind::malformed, "the numbers of the key allow no signature"});
}

}  // namespace

SignatureAlgorithm racf_signature(KeySpec signer, SignatureForm form) {
  const SignatureAlgorithm* algorithm = signature_algorithm_for(signer);
  if (algorithm == nullptr) throw base::Fault("a key of a kind that RACF does not have was to sign");
  if (form == SignatureForm::usual) return *algorithm;
  if (signer.type != KeyType::rsa) throw base::Fault("only RSA keys sign as RSASSA-PSS");
  return {SignatureFamily::rsa_pss, algorithm->digest, pss_oid};
}

Bytes signature_identifier(const SignatureAlgorithm& algorithm) {
  if (algorithm.family == SignatureFamily::rsa_pss) return pss_identifier(algorithm.digest);
  const Bytes oid = der::oid(algorithm.oid);
  if (algorithm.family != SignatureFamily::rsa) return der::sequence({oid});
  return der::sequence({oid, der::null()});
}

Bytes sign(const PrivateKey& key, const SignatureAlgorithm& algorithm, ByteView data,
           const base::Randomness& randomness) {
  const CleanErrorQueue clean;
  if (algorithm.family == SignatureFamily::eddsa) return library_signature(key.handle(), nullptr, data);
  if (algorithm.family == SignatureFamily::rsa_pss) return pss_signature(key, algorithm.digest, data, randomness);
  const EVP_MD* digest = require(EVP_get_digestbyname(std::string(algorithm.digest).c_str()), "digest");
  if (algorithm.family == SignatureFamily::rsa) return library_signature(key.handle(), digest, data);
  if (algorithm.family == SignatureFamily::dsa)
    return nonce_signature(PrimeGroup(key.handle()), key.handle(), digest, data, randomness);
  return nonce_signature(CurveGroup(*find_curve(key.spec())), key.handle(), digest, data, randomness);
}

Bytes signed_der(ByteView content, const PrivateKey& key, const SignatureAlgorithm& algorithm,
                 const base::Randomness& randomness) {
  const Bytes value = sign(key, algorithm, content, randomness);
  return der::sequence({content, signature_identifier(algorithm), der::bit_string(value)});
}

}  // namespace ringside::crypto
