// tests/connectors/pkcs11/digesting_test.cpp - hash values, whole and in parts.
#include "emulator/crypto/digest.hpp"
#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::ModuleUnderTest;
using test_support::RingsOnDisk;

TEST(Pkcs11Digesting, MakesHashValues) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  CK_MECHANISM sha256{CKM_SHA256, nullptr, 0}, none{CKM_MD5, nullptr, 0};
  base::Bytes data = base::to_bytes("hello"), whole(32), parts(32);
  CK_ULONG length = 31;
  EXPECT_EQ(cryptoki().C_DigestInit(session, &none), CKR_MECHANISM_INVALID);
  ASSERT_EQ(cryptoki().C_DigestInit(session, &sha256), CKR_OK);
  EXPECT_EQ(cryptoki().C_Digest(session, data.data(), data.size(), whole.data(), &length), CKR_BUFFER_TOO_SMALL);
  EXPECT_EQ(cryptoki().C_Digest(session, data.data(), data.size(), whole.data(), &length), CKR_OK);
  EXPECT_EQ(whole, crypto::sha256(data));
  ASSERT_EQ(cryptoki().C_DigestInit(session, &sha256), CKR_OK);
  EXPECT_EQ(cryptoki().C_DigestUpdate(session, data.data(), 2), CKR_OK);
  EXPECT_EQ(cryptoki().C_DigestUpdate(session, data.data() + 2, 3), CKR_OK);
  EXPECT_EQ(cryptoki().C_DigestFinal(session, parts.data(), &length), CKR_OK);
  EXPECT_EQ(parts, whole);
  EXPECT_EQ(cryptoki().C_DigestFinal(session, parts.data(), &length), CKR_OPERATION_NOT_INITIALIZED);
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
