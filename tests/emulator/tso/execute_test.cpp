// tests/emulator/tso/execute_test.cpp - one command from text to answer.
#include "emulator/tso/execute.hpp"

#include <gmock/gmock.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::tso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class TsoCommand : public testing::Test {
 protected:
  host::CommandResult run(std::string_view text) { return execute(lab_.session(), parser::single_command(text)); }
  test_support::RacfLab lab_;
};

TEST_F(TsoCommand, RunsRacfCommandsAndShowsWhatTheyAre) {
  const auto result = run("  addgroup izuadmin");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_EQ(result.command, "addgroup izuadmin");
  EXPECT_TRUE(lab_.session().database.groups.find("IZUADMIN"));
}

TEST_F(TsoCommand, DoesNothingForABlankOrCommentOnlyCommand) {
  for (const char* text : {"", "   ", " /* only a comment */", "/* never closed"}) {
    const auto result = run(text);
    EXPECT_EQ(result.return_code, 0) << text;
    EXPECT_THAT(result.shown(), IsEmpty()) << text;
    EXPECT_EQ(kind_of(parser::single_command(text)), InputKind::null_command) << text;
  }
}

TEST_F(TsoCommand, AnswersAnUnknownCommandAsTsoDoes) {
  const auto result = run("RACDERT LIST");
  EXPECT_EQ(result.return_code, 12);
  EXPECT_THAT(result.shown(), ElementsAre("IKJ56500I COMMAND RACDERT NOT FOUND"));
  ASSERT_EQ(result.diagnostics.size(), 1u);
  EXPECT_THAT(result.diagnostics.front(), HasSubstr("RACDCERT"));
}

TEST_F(TsoCommand, AnswersTextThatIsNoCommandNameAsTsoDoes) {
  const auto result = run("//* Creating the CA certificate");
  EXPECT_EQ(result.return_code, 12);
  EXPECT_THAT(result.shown(), ElementsAre("IKJ56621I INVALID COMMAND NAME SYNTAX"));
}

TEST_F(TsoCommand, AnswersAnUnknownKeywordWithItsPlace) {
  const auto result = run("RACDCERT GENCERTS SUBJECTSDN(CN('x'))");
  EXPECT_EQ(result.return_code, 8);
  ASSERT_FALSE(result.lines.empty());
  EXPECT_EQ(result.lines.front().id, "IKJ56712I");
  ASSERT_EQ(result.diagnostics.size(), 1u);
  EXPECT_THAT(result.diagnostics.front(), HasSubstr("line 1, column 10"));
}

TEST_F(TsoCommand, ChangesNothingWhenPARSERefuses) {
  const std::string before = lab_.lab().fingerprint();
  run("ADDGROUP IZUADMIN OMVS(AUTOGIDD)");
  EXPECT_EQ(lab_.lab().fingerprint(), before);
}

TEST_F(TsoCommand, NeverShowsASecretWhetherAcceptedOrRefused) {
  for (const char* text :
       {"RACDCERT ADD('A.B') PASSWORD('hunter2hunter2')", "ADDUSER BOB PASSWORD(HUNTER2)",
        "RACDCERT ADD('A.B') PASSWORD('hunter2hunter2') NONSENSE", "ADDUSER BOB NONSENSE PASSWORD(HUNTER2 HUNTER2)"}) {
    const auto result = run(text);
    for (const auto& shown :
         {testing::PrintToString(result.shown()), result.command, testing::PrintToString(result.diagnostics)}) {
      EXPECT_THAT(shown, Not(HasSubstr("unter2"))) << text;
      EXPECT_THAT(shown, Not(HasSubstr("UNTER2"))) << text;
    }
  }
}

TEST_F(TsoCommand, AcceptsProfileAsTheReturnCodeResetOfManyJobs) {
  EXPECT_EQ(run("PROFILE").return_code, 0);
  EXPECT_THAT(run("PROFILE").diagnostics, IsEmpty());
  const auto with_operand = run("PROF NOMSGID");
  EXPECT_EQ(with_operand.return_code, 0);
  EXPECT_THAT(with_operand.diagnostics, ElementsAre(HasSubstr("no effect")));
}

TEST_F(TsoCommand, RefusesWhatExistsButIsNotEmulatedInItsOwnWords) {
  for (const char* name : {"REPRO", "OCOPY", "CONSOLE"}) {
    const auto result = run(std::string(name) + " 'SYS1.LINKLIB'");
    EXPECT_EQ(result.return_code, 12);
    EXPECT_THAT(result.shown(), ElementsAre(std::string("RSD381I COMMAND ") + name + " IS NOT EMULATED"));
  }
}

TEST_F(TsoCommand, KnowsWhatEndsTheInput) {
  EXPECT_EQ(kind_of(parser::single_command(" end ")), InputKind::end);
  EXPECT_EQ(kind_of(parser::single_command("LOGOFF")), InputKind::end);
  EXPECT_EQ(kind_of(parser::single_command("ENDX")), InputKind::command);
}

TEST_F(TsoCommand, LetsPARSEKnowTheClassesOfTheInstallation) {
  EXPECT_EQ(run("RDEFINE $SITE PROFILE1").return_code, 8);
  run("RDEFINE CDT $SITE CDTINFO(POSIT(200))");
  EXPECT_EQ(run("RDEFINE $SITE PROFILE1").return_code, 8) << "not before CDT is RACLISTed";
  run("SETROPTS CLASSACT(CDT) RACLIST(CDT)");
  EXPECT_EQ(run("RDEFINE $SITE PROFILE1").return_code, 0);
}

}  // namespace
}  // namespace ringside::tso
