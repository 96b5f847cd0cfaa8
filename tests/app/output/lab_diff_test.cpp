// tests/app/output/lab_diff_test.cpp - what one lab holds and another does not.
#include "app/output/lab_diff.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::HasSubstr;

class LabDiff : public testing::Test {
 protected:
  void SetUp() override {
    tso({"ADDUSER SRV", "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)",
         "RACDCERT ID(SRV) ADDRING(RING)", "RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(RING))"});
    std::filesystem::copy_file(now_, before_);
  }
  void tso(std::vector<std::string> commands) {
    commands.insert(commands.begin(), {"--lab", now_, "--date", "2013-05-17", "--seed", "diff", "tso"});
    const auto done = run_ringside(commands);
    ASSERT_EQ(done.status, 0) << done.out << done.error;
  }

  test_support::TemporaryDirectory directory_;
  std::string now_ = directory_.file("now.lab");
  std::string before_ = directory_.file("before.lab");
};

TEST_F(LabDiff, OfEqualLabsIsEmpty) {
  tso({"RACDCERT CERTAUTH LIST", "RACDCERT ID(SRV) LISTRING(RING)"});
  const auto same = run_ringside({"lab", "diff", before_, now_});
  EXPECT_EQ(same.status, 0);
  EXPECT_EQ(same.out, "");
  EXPECT_EQ(same.error, "0 difference(s): 0 added, 0 removed, 0 changed\n");
}

TEST_F(LabDiff, TellsWhatCameWentAndChanged) {
  tso({"RACDCERT CERTAUTH ALTER(LABEL('CA')) NOTRUST", "RACDCERT ID(SRV) REMOVE(CERTAUTH LABEL('CA') RING(RING))",
       "RACDCERT ID(SRV) ADDRING(SECOND)", "ALTUSER SRV NAME('SERVER')",
       "RDEFINE FACILITY IRR.DIGTCERT.LIST UACC(READ)"});
  const auto told = run_ringside({"lab", "diff", before_, now_});
  EXPECT_EQ(told.status, 1);
  EXPECT_EQ(
      told.out,
      "~ user SRV in SYS1: name 'UNKNOWN' -> 'SERVER'\n"
      "+ profile FACILITY IRR.DIGTCERT.LIST in SYS1: owner 'IBMUSER', UACC 'READ', level '0', warning 'no', audit "
      "'FAILURES(READ)'\n"
      "+ access FACILITY IRR.DIGTCERT.LIST: IBMUSER in SYS1: access 'ALTER'\n"
      "~ certificate CERTAUTH CA in SYS1: status 'TRUST' -> 'NOTRUST'\n"
      "+ ring SRV/SECOND in SYS1\n"
      "- connected certificate SRV/RING: CERTAUTH CA in SYS1: usage 'CERTAUTH', default 'no'\n");
  EXPECT_EQ(told.error, "6 difference(s): 3 added, 1 removed, 2 changed\n");
}

TEST_F(LabDiff, ShowsOctetsByTheirDigest) {
  tso({"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('B')) WITHLABEL('B') NISTECC SIZE(256)"});
  EXPECT_THAT(run_ringside({"lab", "diff", before_, now_}).out,
              testing::MatchesRegex("\\+ certificate CERTAUTH B in SYS1: profile '00\\.CN=B', status 'TRUST', "
                                    "certificate 'SHA-256 [0-9A-F]{16}', private key 'yes', request made 'no'\n"));
}

TEST_F(LabDiff, ComesAsJson) {
  tso({"RACDCERT CERTAUTH ALTER(LABEL('CA')) NOTRUST"});
  const auto json = nlohmann::json::parse(run_ringside({"--json", "lab", "diff", before_, now_}).out);
  ASSERT_EQ(json.size(), 2u) << "the difference and the summary";
  EXPECT_EQ(json[0]["change"], "changed");
  EXPECT_EQ(json[0]["kind"], "certificate");
  EXPECT_EQ(json[0]["fields"]["status"]["before"], "TRUST");
  EXPECT_EQ(json[0]["fields"]["status"]["after"], "NOTRUST");
}

TEST_F(LabDiff, RefusesWhatIsNoLab) {
  EXPECT_EQ(run_ringside({"lab", "diff", before_, directory_.file("none.lab")}).status, 64);
  EXPECT_FALSE(std::filesystem::exists(directory_.file("none.lab")));
  test_support::write_file(directory_.file("text"), std::string(4096, 'x'));
  EXPECT_EQ(run_ringside({"lab", "diff", before_, directory_.file("text")}).status, 64);
}

}  // namespace
}  // namespace ringside::app
