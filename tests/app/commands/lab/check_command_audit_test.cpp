// tests/app/commands/lab/check_command_audit_test.cpp - ringside lab check --audit: findings, exit status and JSON.
#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class LabAudit : public testing::Test {
 protected:
  LabAudit() {
    run_ringside({"--lab", lab_, "--date", "2026-01-15", "--seed", "s", "lab", "new", "--add", "SYSA", "--add", "SYSB",
                  "--add", "HOST:distributed"});
  }
  void on(const std::string& system, std::vector<std::string> commands) {
    commands.insert(commands.begin(), {"--lab", lab_, "--key-cache", "none", "--system", system, "tso"});
    const auto done = run_ringside(commands);
    EXPECT_LT(done.status, 8) << done.out << done.error;
  }

  test_support::TemporaryDirectory directory_;
  std::string lab_ = directory_.file("plex.lab");
};

TEST_F(LabAudit, OfANewLabFindsNothing) {
  const auto result = run_ringside({"lab", "check", lab_, "--audit"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "Nothing found; 0 certificates and 0 rings in 2 databases looked at.\n");
}

TEST_F(LabAudit, IsALineForEachFindingAndEndsWithOne) {
  on("SYSA", {"ADDUSER WEB NOPASSWORD", "RACDCERT ID(WEB) ADDRING(Ring)",
              "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('web')) WITHLABEL('Web <1>') NISTECC SIZE(256)",
              "RACDCERT ID(WEB) CONNECT(LABEL('Web <1>') RING(Ring))",
              "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') RSA SIZE(1024)"});
  on("SYSB", {"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)"});
  const auto text = run_ringside({"lab", "check", lab_, "--audit"});
  EXPECT_EQ(text.status, 1);
  test_support::expect_golden("twin/audit/plex.txt", text.out);
  const auto json = run_ringside({"--json", "lab", "check", lab_, "--audit"});
  EXPECT_EQ(json.status, 1);
  test_support::expect_golden("twin/audit/plex.json", json.out);
}

TEST_F(LabAudit, LooksAtOneSystemIfItIsNamed) {
  on("SYSA", {"RACDCERT ADDRING(Empty)"});
  EXPECT_THAT(run_ringside({"--lab", lab_, "--system", "SYSA", "lab", "check", "--audit"}).out,
              AllOf(HasSubstr("SYSA: ring IBMUSER/Empty"), Not(HasSubstr("SYSB"))));
  EXPECT_EQ(run_ringside({"--lab", lab_, "--system", "SYSB", "lab", "check", "--audit"}).status, 0);
}

TEST_F(LabAudit, NeedsAZosSystem) {
  EXPECT_EQ(run_ringside({"--lab", lab_, "--system", "HOST", "lab", "check", "--audit"}).status, 64);
  EXPECT_THAT(run_ringside({"--lab", lab_, "--system", "SYSX", "lab", "check", "--audit"}).error,
              HasSubstr("SYSX: the lab has no such system"));
}

TEST_F(LabAudit, IsNoPartOfThePlainCheck) {
  on("SYSA", {"RACDCERT ADDRING(Empty)"});
  const auto plain = run_ringside({"lab", "check", lab_});
  EXPECT_EQ(plain.status, 0);
  EXPECT_EQ(plain.out, "no damage found\n");
}

}  // namespace
}  // namespace ringside::app
