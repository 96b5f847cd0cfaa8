// tests/emulator/racf/users/password_test.cpp - PASSWORD and PHRASE.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::RacfLab;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(Password, KeepsTheIntervalAndListsIt) {
  RacfLab lab;
  lab.must("ADDUSER ANN PASSWORD(INITIAL)");
  EXPECT_THAT(lab.run("LISTUSER ANN").shown(), Contains(HasSubstr("PASS-INTERVAL=30 ")));
  lab.must("PASSWORD USER(ANN) INTERVAL(90)");
  EXPECT_THAT(lab.run("LISTUSER ANN").shown(), Contains(HasSubstr("PASS-INTERVAL=90 ")));
  lab.must("PW USER(ANN) NOINTERVAL");
  EXPECT_THAT(lab.run("LISTUSER ANN").shown(), Contains(HasSubstr("PASS-INTERVAL=N/A")));
}

TEST(Password, KeepsNoValueAndShowsNone) {
  RacfLab lab;
  lab.must("ADDUSER ANN PASSWORD(INITIAL)");
  const host::CommandResult result = lab.run_as("ANN", "PASSWORD PASSWORD(OLDSECR NEWSECR)");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.command, Not(HasSubstr("SECR")));
  EXPECT_THAT(result.diagnostics, ElementsAre(HasSubstr("neither value of PASSWORD is kept")));
  EXPECT_THAT(lab.session().database.users.find("ANN")->attributes, Each(Not(HasSubstr("SECR"))));
}

TEST(Password, IsRefusedWhereThereIsNone) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  EXPECT_THAT(lab.run_as("ANN", "PASSWORD PASSWORD(OLDSECR NEWSECR)").shown(),
              ElementsAre("ICH08008I ANN NOT DEFINED TO USE A PASSWORD"));
  EXPECT_EQ(lab.run_as("ANN", "PHRASE PHRASE('an old phrase 123' 'a new phrase 456')").return_code, 8);
}

TEST(Password, OfOthersIsForTheirOwnerAndSpecial) {
  RacfLab lab;
  lab.must("ADDUSER (ANN BOB) PASSWORD(INITIAL)");
  const host::CommandResult refused = lab.run_as("ANN", "PASSWORD USER(BOB) INTERVAL(10)");
  EXPECT_EQ(refused.return_code, 4);
  EXPECT_THAT(refused.shown(), ElementsAre("ICH08007I NOT AUTHORIZED TO CHANGE PASSWORD/INTERVAL FOR BOB"));
  lab.must("ALTUSER BOB OWNER(ANN)");
  EXPECT_EQ(lab.run_as("ANN", "PASSWORD USER(BOB) INTERVAL(10)").return_code, 0);
  const host::CommandResult unknown = lab.run("PASSWORD USER(NOBODY BOB) INTERVAL(20)");
  EXPECT_EQ(unknown.return_code, 4);
  EXPECT_THAT(unknown.shown(), ElementsAre("ICH08001I NOBODY NOT DEFINED TO RACF"));
  EXPECT_THAT(lab.run("LISTUSER BOB").shown(), Contains(HasSubstr("PASS-INTERVAL=20 ")));
  EXPECT_THAT(lab.run_as("STRANGER", "PHRASE USER(BOB) INTERVAL(20)").shown(),
              ElementsAre("ICH08006I NOT AUTHORIZED TO ISSUE PASSWORD"));
}

}  // namespace
}  // namespace ringside::racf
