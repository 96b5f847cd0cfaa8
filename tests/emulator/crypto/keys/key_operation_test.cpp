// tests/emulator/crypto/keys/key_operation_test.cpp - single operations of keys, against what the tools sign.
#include "emulator/crypto/keys/key_operation.hpp"

#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/digest.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

const base::Bytes hello = base::to_bytes("hello");
constexpr SignatureScheme ecdsa{SignatureShape::ecdsa};

TEST(KeyOperation, SignsPkcs1AsTheToolsDo) {
  const PrivateKey& key = test::test_key("o", {KeyType::rsa, 2048});
  const auto signature = sign_value(key, {SignatureShape::rsa_pkcs1, "SHA256"}, sha256(hello));
  ASSERT_TRUE(signature);
  EXPECT_EQ(*signature, test::racf_sign(key, hello, SystemRandomness()));
  EXPECT_EQ(signature->size(), signature_octets(key.public_key()));
}

TEST(KeyOperation, VerifiesPssOfTheTools) {
  const PrivateKey& key = test::test_key("o", {KeyType::rsa, 2048});
  const auto signature = test::racf_sign(key, hello, SystemRandomness(), SignatureForm::rsa_pss);
  const SignatureScheme pss{SignatureShape::rsa_pss, "SHA256", "SHA256", 32};
  EXPECT_TRUE(verify_value(key.public_key(), pss, sha256(hello), signature));
  EXPECT_FALSE(verify_value(key.public_key(), pss, sha256({}), signature));
  EXPECT_FALSE(
      verify_value(key.public_key(), {SignatureShape::rsa_pss, "SHA256", "SHA1", 32}, sha256(hello), signature));
}

TEST(KeyOperation, HasHalvesOfTheLengthOfTheOrder) {
  for (const KeySpec spec : {KeySpec{KeyType::nist_ecc, 192}, KeySpec{KeyType::nist_ecc, 521},
                             KeySpec{KeyType::brainpool_ecc, 160}, KeySpec{KeyType::brainpool_ecc, 512}}) {
    const PrivateKey& key = test::test_key("halves", spec);
    const std::size_t half = static_cast<std::size_t>(spec.bits + 7) / 8;
    EXPECT_EQ(signature_octets(key.public_key()), 2 * half);
    for (std::uint8_t round = 0; round < 20; ++round) {  // some halves begin with zeros
      const base::Bytes value(20, round);
      const auto signature = sign_value(key, ecdsa, value);
      ASSERT_TRUE(signature);
      EXPECT_EQ(signature->size(), 2 * half);
      EXPECT_TRUE(verify_value(key.public_key(), ecdsa, value, *signature));
    }
  }
}

TEST(KeyOperation, VerifiesEcdsaOfTheTools) {
  const PrivateKey& key = test::test_key("o");
  const auto der = test::racf_sign(key, hello, SystemRandomness());
  der::Reader halves(der::only(der, der::sequence_tag)->content);
  base::Bytes signature;
  while (const auto half = halves.next(der::integer_tag)) {
    base::Bytes wide(64, 0);
    wide.insert(wide.end(), half->content.begin(), half->content.end());
    signature.insert(signature.end(), wide.end() - 32, wide.end());
  }
  EXPECT_TRUE(verify_value(key.public_key(), ecdsa, sha256(hello), signature));
  signature.front() ^= 1;
  EXPECT_FALSE(verify_value(key.public_key(), ecdsa, sha256(hello), signature));
  EXPECT_FALSE(verify_value(key.public_key(), ecdsa, sha256(hello), base::Bytes(64)));
  EXPECT_FALSE(verify_value(key.public_key(), ecdsa, sha256(hello), {}));
}

TEST(KeyOperation, RefusesValuesThatCannotBeSigned) {
  const PrivateKey& key = test::test_key("o", {KeyType::rsa, 2048});
  EXPECT_FALSE(sign_value(key, {SignatureShape::rsa_pkcs1, "SHA256"}, base::Bytes(31)));
  EXPECT_FALSE(sign_value(key, {SignatureShape::rsa_pkcs1}, base::Bytes(246)));
  EXPECT_FALSE(sign_value(key, {SignatureShape::rsa_raw}, base::Bytes(256, 0xFF)));
}

TEST(KeyOperation, DecryptsWhatIsInTheFrame) {
  const PrivateKey& key = test::test_key("o", {KeyType::rsa, 2048});
  EXPECT_EQ(decrypt_value(key, RsaEncryption::raw, base::Bytes(256)).value_or(hello), base::Bytes(256));
  EXPECT_FALSE(decrypt_value(key, RsaEncryption::raw, base::Bytes(256, 0xFF)));
}

}  // namespace
}  // namespace ringside::crypto
