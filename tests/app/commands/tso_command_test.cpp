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

TEST(TsoArguments, AfterEndAreNotRun) {
  EXPECT_EQ(run_ringside({"tso", "PROFILE", "END", "NOSUCH"}).status, 0);
  EXPECT_THAT(run_ringside({"--json", "tso", "PROFILE", "END", "NOSUCH"}).out, Not(HasSubstr("NOSUCH")));
}

}  // namespace
}  // namespace ringside::app
