// tests/connectors/pkcs11/decrypting_test.cpp - decryption with RSA keys.
#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::key_in;
using test_support::ModuleUnderTest;
using test_support::RingsOnDisk;

CK_MECHANISM raw{CKM_RSA_X_509, nullptr, 0}, pkcs1{CKM_RSA_PKCS, nullptr, 0};

// The bare operation signs as it decrypts: zero and one are what they were before.
TEST(Pkcs11Decrypting, AnswersTheBareOperation) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Rsa");
  base::Bytes one(256), plain(256);
  one.back() = 1;
  CK_ULONG length = 0;
  ASSERT_EQ(cryptoki().C_DecryptInit(session, &raw, key_in(session)), CKR_OK);
  EXPECT_EQ(cryptoki().C_DecryptInit(session, &raw, key_in(session)), CKR_OPERATION_ACTIVE);
  EXPECT_EQ(cryptoki().C_Decrypt(session, one.data(), one.size(), nullptr, &length), CKR_OK);
  EXPECT_EQ(length, 256u);
  length = 255;
  EXPECT_EQ(cryptoki().C_Decrypt(session, one.data(), one.size(), plain.data(), &length), CKR_BUFFER_TOO_SMALL);
  EXPECT_EQ(cryptoki().C_Decrypt(session, one.data(), one.size(), plain.data(), &length), CKR_OK);
  EXPECT_EQ(plain, one);
  EXPECT_EQ(cryptoki().C_Decrypt(session, one.data(), one.size(), plain.data(), &length),
            CKR_OPERATION_NOT_INITIALIZED);
}

TEST(Pkcs11Decrypting, RefusesKeysAndDataThatDoNotFit) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE ec = ModuleUnderTest::session_with("Ec"), rsa = ModuleUnderTest::session_with("Rsa");
  CK_MECHANISM signs{CKM_SHA256_RSA_PKCS, nullptr, 0};
  EXPECT_EQ(cryptoki().C_DecryptInit(ec, &pkcs1, key_in(ec)), CKR_KEY_TYPE_INCONSISTENT);
  EXPECT_EQ(cryptoki().C_DecryptInit(rsa, &signs, key_in(rsa)), CKR_MECHANISM_INVALID);
  EXPECT_EQ(cryptoki().C_DecryptInit(rsa, &pkcs1, key_in(rsa, CKO_PUBLIC_KEY)), CKR_KEY_FUNCTION_NOT_PERMITTED);
  base::Bytes data(255), plain(256);
  CK_ULONG length = plain.size();
  ASSERT_EQ(cryptoki().C_DecryptInit(rsa, &pkcs1, key_in(rsa)), CKR_OK);
  EXPECT_EQ(cryptoki().C_Decrypt(rsa, data.data(), data.size(), plain.data(), &length), CKR_ENCRYPTED_DATA_LEN_RANGE);
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
