// tests/emulator/crypto/keys/key_pool_test.cpp - a planned key is the key that would be made at once.
#include "emulator/crypto/keys/key_pool.hpp"

#include <gtest/gtest.h>

#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::crypto {
namespace {

constexpr KeySpec small{KeyType::rsa, 512};

std::unique_ptr<base::Randomness> source(const std::string& name) {
  return std::make_unique<SeededRandomness>("pool", name);
}

PrivateKey make(KeySpec spec, const base::Randomness& randomness) {
  return generate_key(spec, randomness, Threads::one);
}

TEST(KeyPool, GivesTheKeyThatWouldBeMadeAtOnce) {
  for (const unsigned threads : {1u, 8u}) {
    KeyPool pool(threads, make);
    for (int i = 0; i < 20; ++i) pool.plan(std::to_string(i), small, source(std::to_string(i)));
    for (int i = 19; i >= 0; --i) {
      const auto key = pool.take(std::to_string(i), small);
      ASSERT_TRUE(key);
      EXPECT_EQ(key->pkcs8(), generate_key(small, *source(std::to_string(i))).pkcs8());
    }
    EXPECT_EQ(pool.waiting(), 0u);
  }
}

TEST(KeyPool, GivesAKeyOnceAndOnlyOfTheKindThatIsAskedFor) {
  KeyPool pool(2, make);
  EXPECT_FALSE(pool.take("a", small));
  pool.plan("a", small, source("a"));
  pool.plan("a", small, source("other"));
  pool.plan("b", small, source("b"));
  EXPECT_EQ(pool.take("a", small)->pkcs8(), generate_key(small, *source("a")).pkcs8());
  EXPECT_FALSE(pool.take("a", small));
  EXPECT_FALSE(pool.take("b", {KeyType::rsa, 1024}));
  EXPECT_EQ(pool.waiting(), 0u);
}

TEST(KeyPool, EndsWithPlannedKeysThatNobodyTook) {
  KeyPool pool(1, make);
  for (int i = 0; i < 50; ++i) pool.plan(std::to_string(i), {KeyType::rsa, 2048}, source(std::to_string(i)));
}

}  // namespace
}  // namespace ringside::crypto
