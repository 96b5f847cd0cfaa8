// tests/app/commands/rehearsal_test.cpp - run --diff and tso --diff tell what changed; --dry-run changes nothing.
#include "app/commands/rehearsal.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr const char* gencert = "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)";

class RehearsalOptions : public testing::Test {
 protected:
  test_support::Run run(std::vector<std::string> arguments, const std::string& input = "",
                        const std::string& date = "2013-05-17") {
    arguments.insert(arguments.begin(), {"--lab", lab_, "--date", date, "--seed", "s", "--key-cache", keys_});
    return test_support::run_ringside(arguments, input);
  }
  static std::string job() {
    return std::string(
        "//MAKECA JOB 1\n//T EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n RACDCERT "
        "CERTAUTH GENCERT SUBJECTSDN(CN('CA')) +\n WITHLABEL('CA') NISTECC SIZE(256)\n RACDCERT "
        "ADDRING(Ring)\n RACDCERT CONNECT(CERTAUTH LABEL('Ca') RING(Ring))\n/*\n");
  }

  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("a.lab");
  std::string keys_ = folder_.file("keys");
};

TEST_F(RehearsalOptions, RunTellsWhatChanged) {
  const auto done = run({"run", "--diff", "-"}, job());
  EXPECT_EQ(done.status, 8) << done.error;
  EXPECT_THAT(done.out, HasSubstr("---- MAKECA JOB00001 T SYSTSPRT ----\n"));
  EXPECT_THAT(done.out,
              HasSubstr("---- changes in the lab ----\n+ certificate CERTAUTH CA in SYS1: profile '00.CN=CA', "
                        "status 'TRUST', certificate 'SHA-256 "));
  EXPECT_THAT(done.out, EndsWith("request made 'no'\n+ ring IBMUSER/Ring in SYS1\n2 in all: 2 added, 0 removed, 0 "
                                 "changed\n"));
}

TEST_F(RehearsalOptions, TsoTellsWhatChangedInTheFieldsWords) {
  const auto done = run({"tso", "--diff", "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)",
                         "SETROPTS RACLIST(FACILITY) REFRESH", "SETROPTS CLASSACT(DIGTRING)"});
  EXPECT_THAT(done.out, HasSubstr("+ profile FACILITY IRR.DIGTCERT.LISTRING in SYS1: owner 'IBMUSER', UACC 'READ'"));
  EXPECT_THAT(done.out, HasSubstr("+ profile in storage FACILITY IRR.DIGTCERT.LISTRING in SYS1"));
  EXPECT_THAT(done.out, HasSubstr("warning 'no'"));
  EXPECT_THAT(done.out, AllOf(Not(HasSubstr("RACLIST:")), Not(HasSubstr("setting"))));
  EXPECT_THAT(run({"tso", "--diff", "RACDCERT CERTAUTH LIST"}).out,
              EndsWith("---- changes in the lab ----\nnothing changed\n"));
}

TEST_F(RehearsalOptions, ChangesComeAsJsonToo) {
  const auto json = nlohmann::json::parse(run({"--json", "tso", "--diff", "RACDCERT ADDRING(R)"}).out);
  ASSERT_EQ(json.size(), 3U);
  EXPECT_EQ(json[1]["changes"][0]["kind"], "ring");
  EXPECT_EQ(json[1]["changes"][0]["change"], "added");
  EXPECT_EQ(json[2]["summary"]["changes"], 1);
  EXPECT_EQ(json[2]["summary"]["dry_run"], false);
  EXPECT_EQ(nlohmann::json::parse(run({"--json", "tso", "PROFILE"}).out).size(), 2U) << "nobody asked for changes";
}

TEST_F(RehearsalOptions, ADryRunSaysWhatTheRunWouldAndLeavesTheFileAsItIs) {
  ASSERT_EQ(run({"tso", "ADDUSER SRV"}).status, 0);
  const std::string before = read_file(lab_);
  const auto dry = run({"run", "--dry-run", "-"}, job(), "2014-01-01");
  EXPECT_EQ(read_file(lab_), before);
  EXPECT_TRUE(std::filesystem::is_empty(keys_)) << "a kept key is a file";
  EXPECT_THAT(dry.error, EndsWith("dry run: nothing is kept, and no file was written\n"));
  const auto real = run({"run", "--diff", "-"}, job(), "2014-01-01");
  EXPECT_EQ(dry.status, real.status);
  EXPECT_EQ(dry.out, real.out) << "job, keys and serial numbers are those of the run itself";
  EXPECT_NE(read_file(lab_), before);
}

TEST_F(RehearsalOptions, ADryRunMakesNoLab) {
  const auto dry = run({"--system", "SYSA", "tso", "--dry-run", gencert});
  EXPECT_EQ(dry.status, 0) << dry.error;
  EXPECT_THAT(dry.out, HasSubstr("+ certificate CERTAUTH CA in SYSA: "));
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(RehearsalOptions, ADryRunTakesALabThatIsReadOnly) {
  run({"tso", "PROFILE"});
  std::filesystem::permissions(lab_, std::filesystem::perms::owner_read);
  EXPECT_EQ(run({"tso", "--dry-run", gencert}).status, 0);
}

TEST_F(RehearsalOptions, ADryRunAtThePromptChangesNothingEither) {
  const auto prompt = run({"shell"}, ":tso --dry-run 'RACDCERT ADDRING(Dry)'\nRACDCERT LISTRING(*)\n");
  EXPECT_THAT(prompt.out, AllOf(HasSubstr("+ ring IBMUSER/Dry in SYS1\n"), Not(HasSubstr(">Dry<"))));
}

}  // namespace
}  // namespace ringside::app
