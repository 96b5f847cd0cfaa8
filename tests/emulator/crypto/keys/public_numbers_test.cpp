// tests/emulator/crypto/keys/public_numbers_test.cpp - the numbers of public keys.
#include "emulator/crypto/keys/public_numbers.hpp"

#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

TEST(PublicNumbers, AreThoseOfTheTypeOfTheKey) {
  const PublicKey& rsa = test::test_key("n", {KeyType::rsa, 2048}).public_key();
  ASSERT_TRUE(rsa_public_numbers(rsa));
  EXPECT_EQ(rsa_public_numbers(rsa)->modulus.size(), 256u);
  EXPECT_EQ(base::hex(rsa_public_numbers(rsa)->exponent), "010001");
  EXPECT_FALSE(ec_public_numbers(rsa));
  const PublicKey& ec = test::test_key("n").public_key();
  ASSERT_TRUE(ec_public_numbers(ec));
  EXPECT_EQ(base::hex(ec_public_numbers(ec)->curve), "06082A8648CE3D030107");
  EXPECT_EQ(ec_public_numbers(ec)->point.size(), 65u);
  EXPECT_EQ(ec_public_numbers(ec)->point.front(), 4);
  EXPECT_FALSE(rsa_public_numbers(ec));
}

}  // namespace
}  // namespace ringside::crypto
