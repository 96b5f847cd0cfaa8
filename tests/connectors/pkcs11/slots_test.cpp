// tests/connectors/pkcs11/slots_test.cpp - slots, tokens and mechanisms.
#include <set>

#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::ModuleUnderTest;
using test_support::RingsOnDisk;

TEST(Pkcs11Slots, AreTheRingsOfTheUser) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  EXPECT_EQ(ModuleUnderTest::labels(), (std::vector<std::string>{"Rsa", "Ec"}));
  CK_SLOT_INFO slot{};
  ASSERT_EQ(cryptoki().C_GetSlotInfo(1, &slot), CKR_OK);
  EXPECT_EQ(std::string(std::begin(slot.slotDescription), std::end(slot.slotDescription)),
            "SRV/Ec" + std::string(58, ' '));
  EXPECT_EQ(slot.flags, CKF_TOKEN_PRESENT);
  EXPECT_EQ(cryptoki().C_GetSlotInfo(2, &slot), CKR_SLOT_ID_INVALID);
}

TEST(Pkcs11Slots, AreThoseThatRingsideRingsNamesInItsOrder) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab, "SRV", "srv/Ec, SRV/Rsa, SRV/NONE, nothing");
  EXPECT_EQ(ModuleUnderTest::labels(), (std::vector<std::string>{"Ec", "Rsa"}));
}

TEST(Pkcs11Slots, TellTheirTokens) {
  RingsOnDisk lab;
  const std::string name = "A.Ring.Whose.Name.Has.More.Characters.Than.A.Label";
  lab.must("RACDCERT ID(SRV) ADDRING(" + name + ")");
  const ModuleUnderTest module(lab, "SRV", "SRV/" + name);
  CK_TOKEN_INFO info{};
  ASSERT_EQ(cryptoki().C_GetTokenInfo(0, &info), CKR_OK);
  EXPECT_EQ(std::string(std::begin(info.label), std::end(info.label)), name.substr(0, 32));
  EXPECT_EQ(std::string(std::begin(info.model), std::end(info.model)), "key ring        ");
  EXPECT_EQ(info.flags, CKF_RNG | CKF_WRITE_PROTECTED | CKF_TOKEN_INITIALIZED | CKF_USER_PIN_INITIALIZED);
  EXPECT_EQ(info.ulSessionCount, 0u);
  ModuleUnderTest::session_with(name.substr(0, 32));
  ASSERT_EQ(cryptoki().C_GetTokenInfo(0, &info), CKR_OK);
  EXPECT_EQ(info.ulSessionCount, 1u);
}

TEST(Pkcs11Slots, HaveSerialNumbersOfTheirOwn) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  std::set<std::string> serials;
  for (const CK_SLOT_ID slot : ModuleUnderTest::slots()) {
    CK_TOKEN_INFO info{};
    ASSERT_EQ(cryptoki().C_GetTokenInfo(slot, &info), CKR_OK);
    serials.insert(std::string(std::begin(info.serialNumber), std::end(info.serialNumber)));
  }
  EXPECT_EQ(serials.size(), 2u);
}

TEST(Pkcs11Slots, AnswerListsByTheRulesForBuffers) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  CK_SLOT_ID slot = 99;
  CK_ULONG count = 1;
  EXPECT_EQ(cryptoki().C_GetSlotList(CK_FALSE, &slot, nullptr), CKR_ARGUMENTS_BAD);
  EXPECT_EQ(cryptoki().C_GetSlotList(CK_FALSE, &slot, &count), CKR_BUFFER_TOO_SMALL);
  EXPECT_EQ(count, 2u);
  EXPECT_EQ(slot, 99u);
}

TEST(Pkcs11Slots, HaveEveryMechanismThatTheyList) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  CK_ULONG count = 0;
  ASSERT_EQ(cryptoki().C_GetMechanismList(0, nullptr, &count), CKR_OK);
  std::vector<CK_MECHANISM_TYPE> types(count);
  ASSERT_EQ(cryptoki().C_GetMechanismList(0, types.data(), &count), CKR_OK);
  EXPECT_EQ(std::set(types.begin(), types.end()).size(), 24u);
  for (const CK_MECHANISM_TYPE type : types) {
    CK_MECHANISM_INFO info{};
    EXPECT_EQ(cryptoki().C_GetMechanismInfo(0, type, &info), CKR_OK);
    EXPECT_NE(info.flags & (CKF_SIGN | CKF_DIGEST), 0u);
  }
  CK_MECHANISM_INFO info{};
  EXPECT_EQ(cryptoki().C_GetMechanismInfo(0, CKM_AES_CBC, &info), CKR_MECHANISM_INVALID);
}

TEST(Pkcs11Slots, NeverChange) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  CK_SLOT_ID slot = 0;
  EXPECT_EQ(cryptoki().C_WaitForSlotEvent(CKF_DONT_BLOCK, &slot, nullptr), CKR_NO_EVENT);
  EXPECT_EQ(cryptoki().C_WaitForSlotEvent(0, &slot, nullptr), CKR_FUNCTION_NOT_SUPPORTED);
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
