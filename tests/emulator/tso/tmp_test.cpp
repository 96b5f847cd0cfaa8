// tests/emulator/tso/tmp_test.cpp - the batch terminal monitor program: transcript and return code.
#include "emulator/tso/tmp.hpp"

#include <gmock/gmock.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::tso {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class BatchTmp : public testing::Test {
 protected:
  struct Ended {
    int return_code = 0;
    std::vector<host::CommandResult> commands;
    std::vector<std::string> printed, diagnostics;
  };
  Ended run(TmpProgram program, const std::vector<std::string>& lines, const std::string& parm = {}) {
    TmpInput input{program, parm};
    for (const std::string& line : lines) input.records.push_back({line, static_cast<int>(input.records.size()) + 1});
    Ended ended;
    ended.return_code = run_tmp(lab_.session(), input, {ended.commands, ended.printed, ended.diagnostics});
    return ended;
  }
  test_support::RacfLab lab_;
};

TEST_F(BatchTmp, EndsAtOnceWithoutInput) {
  const auto result = run(TmpProgram::ikjeft01, {});
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.printed, ElementsAre("READY", "END"));
}

TEST_F(BatchTmp, EchoesRecordsAsReadWithTheirContinuations) {
  const auto result = run(TmpProgram::ikjeft01, {"  ADDGROUP -", "     IZUADMIN", " PROF PREFIX(A)"});
  EXPECT_THAT(result.printed,
              ElementsAre("READY", "  ADDGROUP -", "     IZUADMIN", "READY", " PROF PREFIX(A)", "READY", "END"));
  EXPECT_EQ(result.commands.size(), 2u);
}

TEST_F(BatchTmp, AnswersABlankRecordWithOneMoreReady) {
  const auto result = run(TmpProgram::ikjeft01, {" PROF PREFIX(A)", "", " PROF PREFIX(A)"});
  EXPECT_THAT(result.printed,
              ElementsAre("READY", " PROF PREFIX(A)", "READY", "READY", " PROF PREFIX(A)", "READY", "END"));
}

TEST_F(BatchTmp, PassesOverCommentsWithoutTouchingTheReturnCode) {
  const auto result = run(TmpProgram::ikjeft01, {"NOSUCH", " /* a comment */"});
  EXPECT_EQ(result.return_code, 12);
  EXPECT_THAT(result.printed, ElementsAre("READY", "NOSUCH", "IKJ56500I COMMAND NOSUCH NOT FOUND", "READY",
                                          " /* a comment */", "READY", "END"));
}

TEST_F(BatchTmp, UnderIkjeft01GoesOnAndEndsWithTheLastCode) {
  const auto result = run(TmpProgram::ikjeft01, {"NOSUCH", "PROF PREFIX(A)"});
  EXPECT_EQ(result.return_code, 0);
  EXPECT_EQ(result.commands.size(), 2u);
  EXPECT_EQ(run(TmpProgram::ikjeft01, {"PROF PREFIX(A)", "NOSUCH"}).return_code, 12);
}

TEST_F(BatchTmp, UnderIkjeft1aAnd1bStopsAtTheFirstCodeThatIsNotZero) {
  for (const TmpProgram program : {TmpProgram::ikjeft1a, TmpProgram::ikjeft1b}) {
    const auto result = run(program, {"PROF PREFIX(A)", "NOSUCH", "PROF PREFIX(A)", "", "PROF PREFIX(A)"});
    EXPECT_EQ(result.return_code, 12);
    EXPECT_EQ(result.commands.size(), 2u);
    EXPECT_THAT(result.diagnostics, Contains(HasSubstr("2 more command(s)")));
    EXPECT_EQ(result.printed.back(), "END");
  }
}

TEST_F(BatchTmp, StopsReadingAtEndWhichIsEchoedOnce) {
  const auto result = run(TmpProgram::ikjeft01, {"NOSUCH", "END", "PROF PREFIX(A)"});
  EXPECT_THAT(result.printed, ElementsAre("READY", "NOSUCH", "IKJ56500I COMMAND NOSUCH NOT FOUND", "READY", "END"));
  EXPECT_EQ(result.return_code, 12);
  EXPECT_THAT(result.diagnostics, Contains(HasSubstr("END was read: 1 more")));
}

TEST_F(BatchTmp, RunsTheCommandOfParmBeforeTheFirstReady) {
  const auto result = run(TmpProgram::ikjeft01, {"PROF PREFIX(A)"}, "NOSUCH");
  EXPECT_THAT(result.printed,
              ElementsAre("IKJ56500I COMMAND NOSUCH NOT FOUND", "READY", "PROF PREFIX(A)", "READY", "END"));
  const auto strict = run(TmpProgram::ikjeft1a, {"PROF PREFIX(A)"}, "NOSUCH");
  EXPECT_EQ(strict.return_code, 12);
  EXPECT_EQ(strict.commands.size(), 1u);
}

TEST_F(BatchTmp, PrintsNoSecretThatStandsInARecord) {
  const auto result = run(TmpProgram::ikjeft01, {"ADDUSER BOB PASSWORD( +", "  HUNTER2)"});
  EXPECT_THAT(testing::PrintToString(result.printed), Not(HasSubstr("HUNTER2")));
}

TEST_F(BatchTmp, SaysWhereTextIsNotRead) {
  const auto result = run(TmpProgram::ikjeft01, {std::string("PROF PREFIX(A)") + std::string(58, ' ') + "LOST"});
  EXPECT_THAT(result.diagnostics, Contains(HasSubstr("line 1, column 73")));
}

TEST_F(BatchTmp, ShowsNoControlBytes) {
  const auto result = run(TmpProgram::ikjeft01, {"PROF PREFIX(A) /* \x1b[2J */"});
  EXPECT_THAT(testing::PrintToString(result.printed), Not(HasSubstr("\x1b")));
}

TEST(TmpProgramName, KnowsTheThreeEntries) {
  EXPECT_EQ(tmp_program("IKJEFT01"), TmpProgram::ikjeft01);
  EXPECT_EQ(tmp_program("IKJEFT1A"), TmpProgram::ikjeft1a);
  EXPECT_EQ(tmp_program("IKJEFT1B"), TmpProgram::ikjeft1b);
  EXPECT_FALSE(tmp_program("IEFBR14"));
}

TEST_F(BatchTmp, RunsNothingOfTooManyShortCommands) {
  const auto result = run(TmpProgram::ikjeft01, std::vector<std::string>(6'000, "A"));
  EXPECT_EQ(result.return_code, 12);
  EXPECT_THAT(result.printed,
              ElementsAre("RSD382I SYSTSIN HAS MORE THAN 5060 COMMANDS OR TOO MANY RECORDS FOR ITS SIZE; NONE IS RUN",
                          "READY", "END"));
  EXPECT_TRUE(result.commands.empty());
  EXPECT_EQ(run(TmpProgram::ikjeft01, std::vector<std::string>(100, "A")).commands.size(), 100u);
}

}  // namespace
}  // namespace ringside::tso
