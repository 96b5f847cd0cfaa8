// tests/emulator/crypto/keys/key_soundness_test.cpp - OpenSSL finds nothing wrong with the RSA keys of our own search.
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/openssl.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::crypto {
namespace {

using OwnedPkeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

/// A small sample every day; bench/verify sets RINGSIDE_KEYS and looks at thousands.
int keys_looked_at() {
  const char* asked = std::getenv("RINGSIDE_KEYS");
  return asked == nullptr ? 2 : std::stoi(asked);
}

bool passes_the_check_of_the_context(EVP_PKEY* key) {
  const OwnedPkeyContext context(require(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr), "EVP_PKEY_CTX"));
  return EVP_PKEY_check(context.get()) == 1;
}

// The older function, which older programs call, takes the old structure; the library makes it of the key.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
bool passes_the_check_of_rsa(const EVP_PKEY* key) {
  const RSA* rsa = EVP_PKEY_get0_RSA(key);
  return rsa != nullptr && RSA_check_key(rsa) == 1;
}
#pragma GCC diagnostic pop

class KeySoundness : public testing::TestWithParam<int> {};

TEST_P(KeySoundness, EveryKeyPassesOpensslsOwnChecks) {
  const int bits = GetParam();
  for (int number = 0; number < keys_looked_at(); ++number) {
    const SeededRandomness randomness("soundness", std::to_string(bits) + "/" + std::to_string(number));
    const PrivateKey key = generate_key({KeyType::rsa, bits}, randomness);
    ASSERT_EQ(EVP_PKEY_get_bits(key.handle()), bits) << "key " << number;
    ASSERT_TRUE(passes_the_check_of_the_context(key.handle())) << "key " << number;
    ASSERT_TRUE(passes_the_check_of_rsa(key.handle())) << "key " << number;
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, KeySoundness, testing::Values(2048, 3072, 4096));

}  // namespace
}  // namespace ringside::crypto
