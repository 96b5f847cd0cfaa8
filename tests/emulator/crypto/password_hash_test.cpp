// tests/emulator/crypto/password_hash_test.cpp - the slow hash of a password.
#include "emulator/crypto/password_hash.hpp"

#include <gtest/gtest.h>

#include "base/fault.hpp"

namespace ringside::crypto {
namespace {

// RFC 7914, 11.
TEST(PasswordHash, IsPbkdf2WithHmacSha256) {
  EXPECT_EQ(base::hex(password_hash(base::Secret("passwd"), base::to_bytes("salt"), 1)),
            "55AC046E56E3089FEC1691C22544B605F94185216DDE0465E68B9D57C20DACBC");
  EXPECT_EQ(base::hex(password_hash(base::Secret("Password"), base::to_bytes("NaCl"), 80'000)),
            "4DDCD8F60B98BE21830CEE5EF22701F9641A4418D04C0414AEFF08876B34AB56");
  EXPECT_THROW(password_hash(base::Secret("x"), {}, 0), base::Fault);
}

TEST(ConstantTime, ComparesOctets) {
  EXPECT_TRUE(equal_in_constant_time(base::to_bytes("ab"), base::to_bytes("ab")));
  EXPECT_FALSE(equal_in_constant_time(base::to_bytes("ab"), base::to_bytes("ac")));
  EXPECT_FALSE(equal_in_constant_time(base::to_bytes("ab"), base::to_bytes("abc")));
}

}  // namespace
}  // namespace ringside::crypto
