// tests/connectors/pkcs11/objects_test.cpp - searches, and attributes through the functions of Cryptoki.
#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::ModuleUnderTest;
using test_support::RingsOnDisk;

TEST(Pkcs11Objects, AreFoundInPortions) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  CK_OBJECT_HANDLE objects[3] = {};
  CK_ULONG count = 0;
  EXPECT_EQ(cryptoki().C_FindObjects(session, objects, 3, &count), CKR_OPERATION_NOT_INITIALIZED);
  ASSERT_EQ(cryptoki().C_FindObjectsInit(session, nullptr, 0), CKR_OK);
  EXPECT_EQ(cryptoki().C_FindObjectsInit(session, nullptr, 0), CKR_OPERATION_ACTIVE);
  EXPECT_EQ(cryptoki().C_FindObjects(session, nullptr, 3, &count), CKR_ARGUMENTS_BAD);
  ASSERT_EQ(cryptoki().C_FindObjects(session, objects, 3, &count), CKR_OK);
  EXPECT_EQ(count, 3u);
  ASSERT_EQ(cryptoki().C_FindObjects(session, objects, 3, &count), CKR_OK);
  EXPECT_EQ(count, 1u);
  ASSERT_EQ(cryptoki().C_FindObjects(session, objects, 3, &count), CKR_OK);
  EXPECT_EQ(count, 0u);
  EXPECT_EQ(cryptoki().C_FindObjectsFinal(session), CKR_OK);
  EXPECT_EQ(cryptoki().C_FindObjectsFinal(session), CKR_OPERATION_NOT_INITIALIZED);
}

TEST(Pkcs11Objects, RefuseTemplatesWithoutMemory) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  CK_ATTRIBUTE nowhere{CKA_LABEL, nullptr, 8};
  EXPECT_EQ(cryptoki().C_FindObjectsInit(session, &nowhere, 1), CKR_ARGUMENTS_BAD);
  EXPECT_EQ(cryptoki().C_FindObjectsInit(session, nullptr, 1), CKR_ARGUMENTS_BAD);
  EXPECT_EQ(cryptoki().C_GetAttributeValue(session, 1, nullptr, 1), CKR_ARGUMENTS_BAD);
  CK_ATTRIBUTE asked{CKA_LABEL, nullptr, 0};
  EXPECT_EQ(cryptoki().C_GetAttributeValue(session, 0, &asked, 1), CKR_OBJECT_HANDLE_INVALID);
  EXPECT_EQ(cryptoki().C_GetAttributeValue(session, 99, &asked, 1), CKR_OBJECT_HANDLE_INVALID);
  EXPECT_EQ(cryptoki().C_GetAttributeValue(session + 99, 1, &asked, 1), CKR_SESSION_HANDLE_INVALID);
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
