// tests/connectors/pkcs11/general_test.cpp - what C_Initialize takes, and what the module says of itself.
#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::LabOnDisk;
using test_support::ModuleUnderTest;

CK_RV create(void**) {
  return CKR_OK;
}

TEST(Pkcs11General, ChecksTheArgumentsOfInitialize) {
  CK_C_INITIALIZE_ARGS arguments{};
  arguments.pReserved = &arguments;
  EXPECT_EQ(cryptoki().C_Initialize(&arguments), CKR_ARGUMENTS_BAD);
  arguments.pReserved = nullptr;
  arguments.CreateMutex = create;
  EXPECT_EQ(cryptoki().C_Initialize(&arguments), CKR_ARGUMENTS_BAD) << "one function of four";
  EXPECT_EQ(cryptoki().C_Finalize(&arguments), CKR_ARGUMENTS_BAD);
}

TEST(Pkcs11General, SaysWhatItIs) {
  const LabOnDisk lab;
  const ModuleUnderTest module(lab);
  CK_INFO info{};
  EXPECT_EQ(cryptoki().C_GetInfo(nullptr), CKR_ARGUMENTS_BAD);
  ASSERT_EQ(cryptoki().C_GetInfo(&info), CKR_OK);
  EXPECT_EQ(info.cryptokiVersion.major, 2);
  EXPECT_EQ(info.cryptokiVersion.minor, 40);
  EXPECT_EQ(std::string(std::begin(info.manufacturerID), std::end(info.manufacturerID)),
            "Ringside" + std::string(24, ' '));
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
