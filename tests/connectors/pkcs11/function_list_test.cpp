// tests/connectors/pkcs11/function_list_test.cpp - the list of functions is whole, and what is not there says so.
#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;

TEST(Pkcs11FunctionList, HasAnAddressForEveryFunction) {
  EXPECT_EQ(C_GetFunctionList(nullptr), CKR_ARGUMENTS_BAD);
  const CK_FUNCTION_LIST& list = cryptoki();
  using Address = void (*)();
  constexpr std::size_t count = (sizeof list - offsetof(CK_FUNCTION_LIST, C_Initialize)) / sizeof(Address);
  EXPECT_EQ(count, 68u);
  Address addresses[count];
  std::memcpy(addresses, &list.C_Initialize, sizeof addresses);
  for (std::size_t at = 0; at < count; ++at) EXPECT_NE(addresses[at], nullptr) << at;
}

TEST(Pkcs11FunctionList, RefusesWhatTokensDoNotHave) {
  CK_OBJECT_HANDLE object = 0;
  EXPECT_EQ(cryptoki().C_CreateObject(1, nullptr, 0, &object), CKR_TOKEN_WRITE_PROTECTED);
  EXPECT_EQ(cryptoki().C_DestroyObject(1, 1), CKR_TOKEN_WRITE_PROTECTED);
  EXPECT_EQ(cryptoki().C_SetAttributeValue(1, 1, nullptr, 0), CKR_TOKEN_WRITE_PROTECTED);
  EXPECT_EQ(cryptoki().C_InitToken(0, nullptr, 0, nullptr), CKR_FUNCTION_NOT_SUPPORTED);
  EXPECT_EQ(cryptoki().C_WrapKey(1, nullptr, 1, 1, nullptr, nullptr), CKR_FUNCTION_NOT_SUPPORTED);
  EXPECT_EQ(cryptoki().C_GetFunctionStatus(1), CKR_FUNCTION_NOT_PARALLEL);
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
