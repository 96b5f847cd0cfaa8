// tests/app/commands/lab/unload_command_test.cpp - ringside lab unload: the file, what is refused, and what is told.
#include "app/commands/lab/unload_command.hpp"

#include <filesystem>

#include <gmock/gmock.h>

#include "base/ebcdic.hpp"
#include "base/text.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::read_file;
using test_support::run_ringside;
using test_support::write_file;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class LabUnload : public testing::Test {
 protected:
  LabUnload() {
    run_ringside({"--date", "2013-05-17", "lab", "new", lab_, "--bare", "--add", "SYSA", "--add", "WEB:distributed"});
    const auto made = run_ringside({"--lab", lab_, "--seed", "s", "--key-cache", "none", "--system", "SYSA", "tso",
                                    "ADDUSER ANN NAME('Anne M\u00fcller') NOPASSWORD",
                                    "RACDCERT ID(ANN) GENCERT SUBJECTSDN(CN('ann')) WITHLABEL('Ann') NISTECC "
                                    "SIZE(256)",
                                    "RACDCERT ID(ANN) ADDRING(Ring)"});
    EXPECT_EQ(made.status, 0) << made.error;
  }

  test_support::Run unload(std::vector<std::string> arguments, std::vector<std::string> before = {}) {
    before.insert(before.begin(), {"--lab", lab_});
    before.insert(before.end(), {"lab", "unload"});
    before.insert(before.end(), arguments.begin(), arguments.end());
    return run_ringside(before);
  }

  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("plex.lab"), file_ = folder_.file("unload.txt");
};

TEST_F(LabUnload, WritesALineForEachRecordAndTellsHowManyThereAre) {
  const auto done = unload({"SYSA", file_});
  EXPECT_EQ(done.status, 0);
  const auto lines = base::lines(read_file(file_));
  EXPECT_THAT(lines, Contains(StartsWith("0200 ANN      2013-05-17 IBMUSER")));
  EXPECT_THAT(lines, Contains(StartsWith("0560 00.CN=ann")));
  EXPECT_THAT(lines, Contains(StartsWith("0500 ANN.Ring")));
  EXPECT_THAT(done.out, HasSubstr("0200 user basic data record"));
  EXPECT_THAT(done.error, AllOf(HasSubstr("record(s) of SYSA written to " + file_),
                                HasSubstr("1 group(s), 5 user(s), 0 data set profile(s), 2 general resource(s), 1 "
                                          "certificate(s)")));
}

TEST_F(LabUnload, WritesTheSameToStandardOutput) {
  unload({"SYSA", file_});
  const auto done = unload({"SYSA", "-"});
  EXPECT_EQ(done.out, read_file(file_));
  EXPECT_THAT(done.error, HasSubstr("written to standard output"));
}

TEST_F(LabUnload, WritesEbcdicWithDescriptorWords) {
  unload({"SYSA", file_, "--ebcdic"});
  unload({"SYSA", folder_.file("text")});
  const base::Bytes octets = base::to_bytes(read_file(file_));
  std::string text;
  for (std::size_t at = 0; at + 4 <= octets.size();) {
    const std::size_t length = std::size_t{octets[at]} << 8U | octets[at + 1];
    ASSERT_GT(length, 4U);
    ASSERT_LE(at + length, octets.size());
    EXPECT_EQ(octets[at + 2] + octets[at + 3], 0);
    text += base::trim_right(base::from_ebcdic(base::ByteView(octets).subspan(at + 4, length - 4))) + "\n";
    at += length;
  }
  EXPECT_EQ(text, read_file(folder_.file("text")));
}

TEST_F(LabUnload, CountsTheTypesInJson) {
  const auto done = unload({"SYSA", file_}, {"--json"});
  EXPECT_THAT(done.out, HasSubstr("\"type\": \"0207\",\n    \"name\": \"user certificate name record\",\n    "
                                  "\"records\": 1\n"));
  EXPECT_THAT(unload({"SYSA", "-"}, {"--json"}).error, HasSubstr("cannot both go to standard output"));
}

TEST_F(LabUnload, ReplacesAFileOnlyIfItIsToldTo) {
  write_file(file_, "something else");
  EXPECT_THAT(unload({"SYSA", file_}).error, HasSubstr("already exists; --replace writes it anew"));
  EXPECT_EQ(read_file(file_), "something else");
  EXPECT_EQ(unload({"SYSA", file_, "--replace"}).status, 0);
  EXPECT_THAT(read_file(file_), StartsWith("0100 SYS1"));
  EXPECT_THAT(unload({"SYSA", lab_, "--replace"}).error, HasSubstr("is the lab"));
}

TEST_F(LabUnload, RefusesSystemsWithoutRacf) {
  EXPECT_THAT(unload({"WEB", file_}).error, HasSubstr("WEB is of kind distributed, which has no RACF database"));
  EXPECT_THAT(unload({"SYSX", file_}).error, HasSubstr("SYSX"));
  EXPECT_THAT(unload({"SYSA", file_, "--zone", "noon"}).error, HasSubstr("it is no offset from UTC"));
  EXPECT_THAT(run_ringside({"lab", "unload", "SYSA", file_}).error, HasSubstr("needs a lab file"));
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(LabUnload, LeavesNoFileIfItCannotBeWritten) {
  const auto done = unload({"SYSA", folder_.file("no/such/folder")});
  EXPECT_NE(done.status, 0);
  EXPECT_THAT(done.error, HasSubstr("No such file or directory"));
}

TEST_F(LabUnload, HoldsNoKeysAndDoesNotChangeTheLab) {
  std::filesystem::copy_file(lab_, folder_.file("before.lab"));
  unload({"SYSA", file_});
  EXPECT_EQ(run_ringside({"lab", "diff", folder_.file("before.lab"), lab_}).status, 0);
  EXPECT_THAT(read_file(file_), Not(HasSubstr("PRIVATE KEY")));
}

}  // namespace
}  // namespace ringside::app
