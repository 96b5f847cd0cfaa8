// tests/emulator/racf/resources/setropts_test.cpp - SETROPTS.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/golden.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::expect_golden;
using test_support::message_ids;
using test_support::RacfLab;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

database::Attributes options(RacfLab& lab, const std::string& name) {
  return lab.session().database.classes.find(name).options;
}

TEST(Setropts, SetsSeveralOptionsOfAClassAndSaysSo) {
  RacfLab lab;
  const host::CommandResult result = lab.run("SETROPTS CLASSACT(SERVER) RACLIST(SERVER) GENERIC(SERVER)");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.shown(), ElementsAre("ICH14063I SETROPTS command complete."));
  EXPECT_THAT(options(lab, "SERVER"), UnorderedElementsAre("CLASSACT", "GENCMD", "GENERIC", "RACLIST"));
  lab.must("SETR NOCLASSACT(SERVER) NORACLIST(SERVER) NOGENERIC(SERVER)");
  EXPECT_THAT(options(lab, "SERVER"), UnorderedElementsAre());
}

TEST(Setropts, TakesListsWithCommasOrBlanks) {
  RacfLab lab;
  lab.must("SETROPTS CLASSACT(DIGTCERT,DIGTRING DIGTNMAP) RACLIST(SERVAUTH )");
  for (const char* name : {"DIGTCERT", "DIGTRING", "DIGTNMAP"})
    EXPECT_THAT(options(lab, name), UnorderedElementsAre("CLASSACT")) << name;
  lab.must("SETROPTS RACLIST(SERVAUTH ) REFRESH");
  EXPECT_EQ(lab.session().database.classes.find("SERVAUTH").refreshes, 1);
}

TEST(Setropts, AnAsteriskIsEveryClass) {
  RacfLab lab;
  lab.must("RDEFINE CDT MYCLASS CDTINFO(POSIT(200))");
  lab.must("SETROPTS CLASSACT(CDT) RACLIST(CDT)");
  lab.must("SETROPTS GENERIC(*)");
  EXPECT_THAT(options(lab, "FACILITY"), Contains("GENERIC"));
  EXPECT_THAT(options(lab, "MYCLASS"), Contains("GENERIC"));
}

TEST(Setropts, RefreshOfAClassThatIsNotRaclistedHasNoEffect) {
  RacfLab lab;
  const host::CommandResult result = lab.run("SETROPTS RACLIST(FACILITY) REFRESH");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH14070I SETROPTS RACLIST REFRESH had no effect on class FACILITY.",
                                          "ICH14063I SETROPTS command complete."));
  EXPECT_THAT(options(lab, "FACILITY"), UnorderedElementsAre());
}

TEST(Setropts, RefreshOfGenericAndGlobalChangesNoOption) {
  RacfLab lab;
  lab.must("SETROPTS GENERIC(FACILITY) REFRESH");
  EXPECT_THAT(options(lab, "FACILITY"), UnorderedElementsAre());
  EXPECT_THAT(lab.run("SETROPTS GLOBAL(FACILITY) REFRESH").shown(),
              Contains("ICH14016I CANNOT REFRESH FACILITY, GLOBAL ACCESS CHECKING INACTIVE."));
}

TEST(Setropts, AnUnknownClassIsRefused) {
  RacfLab lab;
  const host::CommandResult result = lab.run("SETROPTS CLASSACT(FACILITY) RACLIST(ELIXTEST)");
  EXPECT_EQ(result.return_code, 8);
  EXPECT_THAT(result.shown(), Contains("IKJ56702I INVALID RACLIST, ELIXTEST"));
  EXPECT_THAT(options(lab, "FACILITY"), UnorderedElementsAre());
}

TEST(Setropts, DoesNotRaclistAClassWhoseCdtinfoDisallowsIt) {
  RacfLab lab;
  lab.must("RDEFINE CDT NEVER CDTINFO(POSIT(200) RACLIST(DISALLOWED))");
  lab.must("RDEFINE CDT DEFAULT CDTINFO(POSIT(201))");
  lab.must("RDEFINE CDT ALWAYS CDTINFO(POSIT(202) RACLIST(REQUIRED) GENERIC(DISALLOWED))");
  lab.must("SETROPTS CLASSACT(CDT) RACLIST(CDT)");
  const host::CommandResult result = lab.run("SETROPTS CLASSACT(NEVER ALWAYS) RACLIST(NEVER DEFAULT ALWAYS)");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(
      result.shown(),
      ElementsAre("RSD266I Class NEVER does not allow RACLIST by its CDTINFO segment. The operand has no effect "
                  "on it.",
                  "RSD266I Class DEFAULT does not allow RACLIST by its CDTINFO segment. The operand has no effect "
                  "on it.",
                  "ICH14063I SETROPTS command complete."));
  EXPECT_THAT(options(lab, "NEVER"), UnorderedElementsAre("CLASSACT"));
  EXPECT_THAT(options(lab, "ALWAYS"), UnorderedElementsAre("CLASSACT", "RACLIST"));
  EXPECT_EQ(lab.run("SETROPTS GENERIC(ALWAYS)").return_code, 4);
}

TEST(Setropts, SaysWhatItDoesNotEmulate) {
  RacfLab lab;
  const host::CommandResult result = lab.run("SETROPTS INITSTATS PASSWORD(INTERVAL(60))");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.diagnostics, ElementsAre(HasSubstr("INITSTATS"), HasSubstr("PASSWORD")));
}

TEST(Setropts, TakesSpecial) {
  RacfLab lab;
  lab.must("ADDUSER ANN AUDITOR");
  const host::CommandResult ignored = lab.run_as("ANN", "SETROPTS CLASSACT(FACILITY) RACLIST(FACILITY) LIST");
  EXPECT_EQ(ignored.return_code, 4);
  EXPECT_THAT(ignored.shown(), Contains("ICH14002I NOT AUTHORIZED TO SPECIFY CLASSACT,RACLIST; KEYWORD IGNORED."));
  EXPECT_THAT(options(lab, "FACILITY"), UnorderedElementsAre());
  EXPECT_EQ(lab.run_as("ANN", "SETROPTS LIST").return_code, 0);
}

TEST(Setropts, ListsTheOptionsOfClasses) {
  RacfLab lab;
  lab.must(
      "SETROPTS CLASSACT(FACILITY SERVER APPL EJBROLE ZMFAPLA SERVAUTH DIGTCERT DIGTRING DIGTNMAP RDATALIB STARTED)");
  lab.must("SETROPTS RACLIST(DIGTCERT DIGTRING FACILITY) GENERIC(EJBROLE ZMFAPLA SERVER)");
  expect_golden("racf/setropts_list.txt", lab.shown("SETROPTS LIST"));
}

TEST(Setropts, ListsWhatIsAuditedToAuditorsOnly) {
  RacfLab lab;
  lab.must("ADDUSER ANN AUDITOR");
  lab.must("SETROPTS AUDIT(FACILITY)");
  EXPECT_THAT(lab.run_as("ANN", "SETROPTS LIST").shown(), Contains("AUDIT CLASSES = FACILITY"));
  EXPECT_THAT(lab.run("SETROPTS LIST").shown(), testing::Not(Contains(HasSubstr("AUDIT CLASSES"))));
}

}  // namespace
}  // namespace ringside::racf
