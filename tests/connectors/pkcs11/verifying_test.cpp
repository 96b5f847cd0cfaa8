// tests/connectors/pkcs11/verifying_test.cpp - the rules of verification.
#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::key_in;
using test_support::ModuleUnderTest;
using test_support::RingsOnDisk;

TEST(Pkcs11Verifying, TakesDataInParts) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  CK_MECHANISM mechanism{CKM_ECDSA_SHA256, nullptr, 0};
  base::Bytes data = base::to_bytes("hello");
  base::Bytes signature = test_support::signature_by(session, mechanism, data);
  ASSERT_EQ(cryptoki().C_VerifyInit(session, &mechanism, key_in(session, CKO_PUBLIC_KEY)), CKR_OK);
  EXPECT_EQ(cryptoki().C_VerifyUpdate(session, data.data(), 2), CKR_OK);
  EXPECT_EQ(cryptoki().C_VerifyUpdate(session, data.data() + 2, 3), CKR_OK);
  EXPECT_EQ(cryptoki().C_VerifyFinal(session, signature.data(), signature.size()), CKR_OK);
  EXPECT_EQ(cryptoki().C_VerifyFinal(session, signature.data(), signature.size()), CKR_OPERATION_NOT_INITIALIZED);
}

TEST(Pkcs11Verifying, RefusesWhatCannotBeASignature) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  const CK_MECHANISM mechanism{CKM_ECDSA, nullptr, 0};
  EXPECT_EQ(test_support::verified(session, mechanism, base::Bytes(32), base::Bytes(63)), CKR_SIGNATURE_LEN_RANGE);
  EXPECT_EQ(test_support::verified(session, mechanism, base::Bytes(32), base::Bytes(64)), CKR_SIGNATURE_INVALID);
  CK_MECHANISM asked = mechanism;
  EXPECT_EQ(cryptoki().C_VerifyInit(session, &asked, key_in(session)), CKR_KEY_FUNCTION_NOT_PERMITTED);
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
