// tests/connectors/pkcs11/random_test.cpp - random numbers of a token.
#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::ModuleUnderTest;
using test_support::RingsOnDisk;

TEST(Pkcs11Random, ComesFromTheOperatingSystem) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  base::Bytes one(32), other(32);
  EXPECT_EQ(cryptoki().C_GenerateRandom(session, one.data(), one.size()), CKR_OK);
  EXPECT_EQ(cryptoki().C_GenerateRandom(session, other.data(), other.size()), CKR_OK);
  EXPECT_NE(one, other);
  EXPECT_EQ(cryptoki().C_GenerateRandom(session, nullptr, 1), CKR_ARGUMENTS_BAD);
  EXPECT_EQ(cryptoki().C_SeedRandom(session, one.data(), one.size()), CKR_RANDOM_SEED_NOT_SUPPORTED);
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
