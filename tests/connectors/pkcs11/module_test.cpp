// tests/connectors/pkcs11/module_test.cpp - the module of a process: it begins, ends, forks, and serves threads.
#include "connectors/pkcs11/module.hpp"

#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::cryptoki;
using test_support::EnvironmentOf;
using test_support::LabOnDisk;
using test_support::ModuleUnderTest;
using test_support::RingsOnDisk;

/// Runs the body in a child process and returns its exit status.
template <typename Body>
int in_child(Body body) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(body());
  int status = -1;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Pkcs11Module, IsInitialisedOnce) {
  CK_SESSION_HANDLE session = 0;
  EXPECT_EQ(cryptoki().C_OpenSession(0, CKF_SERIAL_SESSION, nullptr, nullptr, &session), CKR_CRYPTOKI_NOT_INITIALIZED);
  EXPECT_EQ(cryptoki().C_Finalize(nullptr), CKR_CRYPTOKI_NOT_INITIALIZED);
  const LabOnDisk lab;
  const ModuleUnderTest module(lab);
  EXPECT_EQ(cryptoki().C_Initialize(nullptr), CKR_CRYPTOKI_ALREADY_INITIALIZED);
}

TEST(Pkcs11Module, WithoutALabHasNoSlots) {
  const EnvironmentOf environment({{"RINGSIDE_LAB", ""}});
  ASSERT_EQ(cryptoki().C_Initialize(nullptr), CKR_OK);
  EXPECT_TRUE(ModuleUnderTest::slots().empty());
  EXPECT_EQ(cryptoki().C_Finalize(nullptr), CKR_OK);
}

TEST(Pkcs11Module, SaysThatALabIsMissing) {
  const LabOnDisk lab;
  const EnvironmentOf environment({{"RINGSIDE_LAB", lab.file("none.lab")}});
  testing::internal::CaptureStderr();
  EXPECT_EQ(cryptoki().C_Initialize(nullptr), CKR_DEVICE_ERROR);
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "ringside: " + lab.file("none.lab") + ": this lab does not exist\n");
  EXPECT_EQ(cryptoki().C_Finalize(nullptr), CKR_CRYPTOKI_NOT_INITIALIZED);
}

TEST(Pkcs11Module, ReadsTheRingsAgainWhenItIsInitialisedAgain) {
  RingsOnDisk lab;
  {
    const ModuleUnderTest module(lab);
    lab.must("RACDCERT ID(SRV) ADDRING(Later)");
    EXPECT_EQ(ModuleUnderTest::labels(), (std::vector<std::string>{"Rsa", "Ec"}));
  }
  const ModuleUnderTest module(lab);
  EXPECT_EQ(ModuleUnderTest::labels(), (std::vector<std::string>{"Rsa", "Ec", "Later"}));
}

TEST(Pkcs11Module, ChildrenGoOnWithTheHandlesOfTheirParent) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
  const CK_OBJECT_HANDLE key = test_support::key_in(session);
  const auto signs = [&] {
    CK_MECHANISM mechanism{CKM_ECDSA, nullptr, 0};
    base::Bytes digest(32, 1), signature(64);
    CK_ULONG length = signature.size();
    return cryptoki().C_SignInit(session, &mechanism, key) == CKR_OK &&
           cryptoki().C_Sign(session, digest.data(), digest.size(), signature.data(), &length) == CKR_OK;
  };
  EXPECT_EQ(in_child([&] { return signs() ? 0 : 1; }), 0) << "without C_Initialize";
  EXPECT_EQ(in_child([&] {
              if (cryptoki().C_Initialize(nullptr) != CKR_OK) return 1;
              if (cryptoki().C_Initialize(nullptr) != CKR_CRYPTOKI_ALREADY_INITIALIZED) return 2;
              return signs() ? 0 : 3;
            }),
            0);
  EXPECT_EQ(in_child([&] { return cryptoki().C_Finalize(nullptr) == CKR_OK ? 0 : 1; }), 0);
  EXPECT_TRUE(signs());
}

TEST(Pkcs11Module, EightThreadsSignWhileTheProcessForks) {
  const RingsOnDisk lab;
  const ModuleUnderTest module(lab);
  std::vector<std::thread> threads;
  for (int each = 0; each < 8; ++each)
    threads.emplace_back([] {
      const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("Ec");
      for (int round = 0; round < 25; ++round) {
        const base::Bytes data(32, static_cast<std::uint8_t>(round));
        const auto signature = test_support::signature_by(session, {CKM_ECDSA, nullptr, 0}, data);
        EXPECT_EQ(test_support::verified(session, {CKM_ECDSA, nullptr, 0}, data, signature), CKR_OK);
      }
      EXPECT_EQ(cryptoki().C_CloseSession(session), CKR_OK);
    });
  for (int child = 0; child < 5; ++child)
    EXPECT_EQ(in_child([] {
                CK_ULONG count = 0;
                return cryptoki().C_GetSlotList(CK_TRUE, nullptr, &count) == CKR_OK && count == 2 ? 0 : 1;
              }),
              0);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
