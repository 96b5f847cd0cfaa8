// tests/emulator/crypto/keys/key_numbers_test.cpp - strange keys are refused when they are read, as values; what is
// read can be worked with, or is refused by type.
#include "emulator/crypto/keys/key_numbers.hpp"

#include <gtest/gtest.h>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/request.hpp"
#include "emulator/crypto/foreign_data.hpp"
#include "emulator/crypto/keys/key_pem.hpp"
#include "emulator/crypto/keys/sign.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"
#include "tests/support/strange_keys.hpp"

namespace ringside::crypto {
namespace {

using test_support::StrangeKey;

TEST(StrangeKeys, AreMany) {
  EXPECT_GE(test_support::strange_public_keys().size() + test_support::strange_private_keys().size(), 80u);
}

TEST(StrangeKeys, PublicOnesAreRefusedWhenRead) {
  for (const StrangeKey& strange : test_support::strange_public_keys()) {
    const auto key = PublicKey::from_spki(strange.der);
    EXPECT_EQ(key.has_value(), !strange.refused) << strange.name << (key ? "" : ": " + key.error().detail);
    if (!key) continue;
    EXPECT_NE(key->handle(), nullptr) << strange.name;
    EXPECT_EQ(key->key_identifier().size(), 20u) << strange.name;
    EXPECT_TRUE(PublicKey::from_spki(key->spki()).has_value()) << strange.name;
  }
}

TEST(StrangeKeys, CertificatesAndRequestsOfThemAreRefusedWhenRead) {
  for (const StrangeKey& strange : test_support::strange_public_keys()) {
    const auto certificate = Certificate::from_der(test_support::strange_certificate(strange));
    EXPECT_EQ(certificate.has_value(), !strange.refused) << strange.name;
    if (certificate) EXPECT_FALSE(certificate->is_self_signed()) << strange.name;
    EXPECT_FALSE(read_request(test_support::strange_request(strange)).has_value()) << strange.name;
  }
}

TEST(StrangeKeys, PrivateOnesAreRefusedWhenRead) {
  for (const StrangeKey& strange : test_support::strange_private_keys()) {
    const auto key = PrivateKey::from_pkcs8_of_any_kind(strange.der);
    EXPECT_EQ(key.has_value(), !strange.refused) << strange.name << (key ? "" : ": " + key.error().detail);
    EXPECT_EQ(read_key_file(strange.der, std::nullopt).has_value(), !strange.refused) << strange.name;
    if (key) EXPECT_FALSE(key->is_sound()) << strange.name;
  }
}

// 384 bits hold a SHA-1 signature, but no SHA-512 one and no RSASSA-PSS.
TEST(StrangeKeys, AKeyThatCannotSignIsRefusedByType) {
  const PrivateKey key =
      *PrivateKey::from_pkcs8_of_any_kind(generate_key({KeyType::rsa, 512}, SeededRandomness("test", "short")).pkcs8());
  const SeededRandomness randomness("test", "sign");
  EXPECT_THROW((void)sign(key, *find_signature(SignatureFamily::rsa, "SHA512"), {}, randomness), ForeignData);
  EXPECT_THROW((void)sign(key, {SignatureFamily::rsa_pss, "SHA256", ""}, {}, randomness), ForeignData);
  EXPECT_NO_THROW((void)sign(key, *find_signature(SignatureFamily::rsa, "SHA1"), {}, randomness));
}

}  // namespace
}  // namespace ringside::crypto
