// tests/connectors/pkcs11/sessions_test.cpp - sessions and logins.
#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::ModuleUnderTest;
using test_support::RingsOnDisk;

CK_STATE state_of(CK_SESSION_HANDLE session) {
  CK_SESSION_INFO info{};
  EXPECT_EQ(cryptoki().C_GetSessionInfo(session, &info), CKR_OK);
  return info.state;
}

TEST(Pkcs11Sessions, AreOpenedAndClosed) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  CK_SESSION_HANDLE session = 0;
  EXPECT_EQ(cryptoki().C_OpenSession(0, 0, nullptr, nullptr, &session), CKR_SESSION_PARALLEL_NOT_SUPPORTED);
  EXPECT_EQ(cryptoki().C_OpenSession(9, CKF_SERIAL_SESSION, nullptr, nullptr, &session), CKR_SLOT_ID_INVALID);
  EXPECT_EQ(cryptoki().C_OpenSession(0, CKF_SERIAL_SESSION, nullptr, nullptr, nullptr), CKR_ARGUMENTS_BAD);
  session = ModuleUnderTest::session_with("Rsa");
  const CK_SESSION_HANDLE other = ModuleUnderTest::session_with("Ec");
  EXPECT_NE(session, other);
  EXPECT_EQ(cryptoki().C_CloseSession(session), CKR_OK);
  EXPECT_EQ(cryptoki().C_CloseSession(session), CKR_SESSION_HANDLE_INVALID);
  EXPECT_EQ(cryptoki().C_CloseAllSessions(ModuleUnderTest::slot_of("Ec")), CKR_OK);
  EXPECT_EQ(cryptoki().C_CloseSession(other), CKR_SESSION_HANDLE_INVALID);
}

TEST(Pkcs11Sessions, TakeAnyPinAndBecomeThoseOfAUser) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Rsa");
  unsigned char pin[] = {'x'};
  EXPECT_EQ(state_of(session), CKS_RO_PUBLIC_SESSION);
  EXPECT_EQ(cryptoki().C_Login(session, CKU_SO, pin, 1), CKR_USER_TYPE_INVALID);
  EXPECT_EQ(cryptoki().C_Login(session, CKU_USER, pin, 1), CKR_OK);
  EXPECT_EQ(cryptoki().C_Login(session, CKU_USER, nullptr, 0), CKR_USER_ALREADY_LOGGED_IN);
  EXPECT_EQ(state_of(session), CKS_RO_USER_FUNCTIONS);
  EXPECT_EQ(state_of(ModuleUnderTest::session_with("Rsa")), CKS_RO_USER_FUNCTIONS);
  EXPECT_EQ(state_of(ModuleUnderTest::session_with("Ec")), CKS_RO_PUBLIC_SESSION) << "a login is to one token";
  EXPECT_EQ(cryptoki().C_Logout(session), CKR_OK);
  EXPECT_EQ(cryptoki().C_Logout(session), CKR_USER_NOT_LOGGED_IN);
}

TEST(Pkcs11Sessions, ToWriteAreOpenedToo) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  CK_SESSION_HANDLE session = 0;
  ASSERT_EQ(cryptoki().C_OpenSession(0, CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &session), CKR_OK);
  EXPECT_EQ(state_of(session), CKS_RW_PUBLIC_SESSION);
  EXPECT_EQ(cryptoki().C_Login(session, CKU_USER, nullptr, 0), CKR_OK);
  EXPECT_EQ(state_of(session), CKS_RW_USER_FUNCTIONS);
  EXPECT_EQ(cryptoki().C_CloseSession(session), CKR_OK);
  EXPECT_EQ(state_of(ModuleUnderTest::session_with("Rsa")), CKS_RO_PUBLIC_SESSION)
      << "a login ends with the last session";
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
