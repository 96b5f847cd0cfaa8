// tests/app/commands/tso_command_test.cpp - commands from standard input, answered one by one.
#include <sstream>

#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::HasSubstr;
using testing::Not;

/// Input given octet by octet, which notes what had been written when the '#' of its last line was read.
class Watched : public std::streambuf {
 public:
  Watched(std::string text, std::ostringstream& out) : text_(std::move(text)), out_(out) {}
  std::string seen_at_last_line;

 protected:
  int_type underflow() override {
    if (at_ == text_.size()) return traits_type::eof();
    if (text_[at_] == '#') seen_at_last_line = out_.str();
    char* octet = text_.data() + at_++;
    setg(octet, octet, octet + 1);
    return traits_type::to_int_type(*octet);
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
  std::ostringstream& out_;
};

TEST(TsoInput, IsAnsweredBeforeTheNextLineIsRead) {
  std::ostringstream out;
  std::ostringstream error;
  Watched buffer("NOSUCH\nPROFILE /*#*/\n", out);
  std::istream in(&buffer);
  run({"tso"}, in, out, error);
  EXPECT_EQ(buffer.seen_at_last_line, "IKJ56500I COMMAND NOSUCH NOT FOUND\n");
}

TEST(TsoInput, HoldsLinesLongerThanACard) {
  const auto result =
      run_ringside({"tso"}, "RACDCERT" + std::string(100, ' ') + "ADDRING(Far)\nRACDCERT LISTRING(Far)\n");
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr(">Far<"));
}

TEST(TsoInput, IsReadToEndAndNoFurther) {
  EXPECT_EQ(run_ringside({"tso"}, "PROFILE\r\nEND\r\nNOSUCH\r\n").status, 0);
  EXPECT_EQ(run_ringside({"tso"}, "PROFILE\nNOSUCH").status, 12);
  EXPECT_EQ(run_ringside({"tso"}, "").status, 0);
}

TEST(TsoInput, TellsThePlaceOfAMistakeInTheInput) {
  EXPECT_THAT(run_ringside({"tso"}, "PROFILE\n\nNOSUCH\n").error, HasSubstr("line 3, column 1"));
}

TEST(TsoInput, WithALineWithoutEndIsWrongUsage) {
  const auto result = run_ringside({"tso"}, std::string(1u << 20, 'X'));
  EXPECT_EQ(result.status, 64);
  EXPECT_THAT(result.error, HasSubstr("longer than"));
}

TEST(TsoInput, WithEndlessContinuationsIsRefusedAndGoesOn) {
  std::string input;
  for (int line = 0; line < 20'000; ++line) input += "XXXXXXXX +\n";
  const auto result = run_ringside({"tso"}, input + "\nPROFILE\n");
  EXPECT_GE(result.status, 8);
}

TEST(TsoArguments, StandBeforeTheirAnswersIfThereAreSeveral) {
  const auto several = run_ringside({"tso", "NOSUCH", "LISTUSER NOBODY", "END"});
  EXPECT_EQ(several.out,
            "READY\nNOSUCH\nIKJ56500I COMMAND NOSUCH NOT FOUND\n"
            "READY\nLISTUSER NOBODY\nICH30001I UNABLE TO LOCATE USER    ENTRY NOBODY\n");
  EXPECT_EQ(run_ringside({"tso", "NOSUCH"}).out, "IKJ56500I COMMAND NOSUCH NOT FOUND\n");
  EXPECT_EQ(run_ringside({"tso"}, "NOSUCH\n").out, "IKJ56500I COMMAND NOSUCH NOT FOUND\n");
  EXPECT_THAT(run_ringside({"tso"}, "TIME\nNOSUCH\n").out, HasSubstr("READY\nNOSUCH\nIKJ56500I"));
  EXPECT_THAT(run_ringside({"tso", "TIME", "ADDUSER A PASSWORD(SECRET1)"}).out, Not(HasSubstr("SECRET1")));
}

TEST(TsoArguments, AreWithTheirAnswersInJson) {
  const auto result = run_ringside({"--json", "tso", "TIME", "NOSUCH"});
  EXPECT_THAT(result.out, testing::ContainsRegex("\"command\":.?\"NOSUCH\""));
  EXPECT_THAT(result.out, Not(HasSubstr("READY")));
}

TEST(TsoHelp, ShowsThePageOfACommandOnTheCommandLineAndInABatchJob) {
  const auto page = run_ringside({"tso", "HELP RACDCERT GENCERT"});
  EXPECT_EQ(page.status, 0);
  EXPECT_THAT(page.out, HasSubstr("RACDCERT GENCERT - makes a certificate"));
  const std::string job =
      "//J JOB\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n HELP ADDUSER SYNTAX\n/*\n";
  EXPECT_THAT(run_ringside({"run", "-"}, job).out, HasSubstr(" ADDUSER userid ... [operands]"));
}

TEST(TsoArguments, AfterEndAreNotRun) {
  EXPECT_EQ(run_ringside({"tso", "PROFILE", "END", "NOSUCH"}).status, 0);
  EXPECT_THAT(run_ringside({"--json", "tso", "PROFILE", "END", "NOSUCH"}).out, Not(HasSubstr("NOSUCH")));
}

TEST(TsoArguments, ThatAreTheWordsOfOneCommandAreNamed) {
  EXPECT_THAT(run_ringside({"tso", "RACDCERT", "LIST"}).error, HasSubstr("write a whole command in quotes"));
  EXPECT_THAT(run_ringside({"tso", "RACDCERT LIST", "NOSUCH"}).error, Not(HasSubstr("in quotes")));
}

}  // namespace
}  // namespace ringside::app
