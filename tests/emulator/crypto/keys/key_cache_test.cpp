// tests/emulator/crypto/keys/key_cache_test.cpp - the cache gives the key that was asked for, and forgets the oldest.
#include "emulator/crypto/keys/key_cache.hpp"

#include <gtest/gtest.h>

#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::crypto {
namespace {

PrivateKey key_number(int number) {
  return generate_key({KeyType::nist_ecc, 256}, SeededRandomness("cache", std::to_string(number)));
}

TEST(KeyCache, GivesTheSameObjectForTheSameOctets) {
  KeyCache cache;
  const base::Bytes octets = key_number(1).pkcs8();
  const auto first = cache.read(octets);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->pkcs8(), octets);
  EXPECT_EQ(cache.read(octets)->handle(), first->handle());
}

TEST(KeyCache, TellsKeysApartAndForgetsTheOldest) {
  KeyCache cache;
  const PrivateKey first = *cache.read(key_number(0).pkcs8());
  for (int number = 1; number <= static_cast<int>(KeyCache::most); ++number) {
    const base::Bytes octets = key_number(number).pkcs8();
    EXPECT_EQ(cache.read(octets)->pkcs8(), octets);
  }
  const auto again = cache.read(first.pkcs8());
  EXPECT_EQ(again->pkcs8(), first.pkcs8());
  EXPECT_NE(again->handle(), first.handle());
}

TEST(KeyCache, RefusesWhatIsNoKey) {
  KeyCache cache;
  const base::Bytes noise{0x30, 0x01, 0x00};
  EXPECT_FALSE(cache.read(noise));
  EXPECT_FALSE(cache.read({}));
}

}  // namespace
}  // namespace ringside::crypto
