// tests/emulator/racf/resources/data_set_profiles_test.cpp - ADDSD, ALTDSD, DELDSD, LISTDSD, PERMIT for them, RVARY.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::RacfLab;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(DataSetProfiles, AreKeptAndSaidToProtectNothing) {
  RacfLab lab;
  const host::CommandResult added = lab.run("AD 'IZU.**' UACC(READ)");
  EXPECT_EQ(added.return_code, 0);
  EXPECT_THAT(added.shown(), IsEmpty());
  EXPECT_THAT(added.diagnostics, ElementsAre(HasSubstr("protect nothing")));
  lab.must("ALTDSD 'IZU.**' UACC(NONE)");
  EXPECT_THAT(lab.run("LISTDSD DATASET('IZU.**')").shown(), Contains("INFORMATION FOR DATASET IZU.** (G)"));
  EXPECT_THAT(lab.run("SEARCH MASK(IZU)").shown(), ElementsAre("IZU.** (G)"));
  EXPECT_EQ(lab.run("ADDSD 'IZU.**'").return_code, 4);
  lab.must("DD 'IZU.**'");
  EXPECT_THAT(lab.run("LD DATASET('IZU.**')").shown(), ElementsAre("ICH35003I NO RACF DESCRIPTION FOUND FOR IZU.**"));
}

TEST(DataSetProfiles, ThatAreMissingAreReportedByEachCommandInItsWords) {
  RacfLab lab;
  const host::CommandResult discrete = lab.run("ADDSD 'NO.DATA.SET'");
  EXPECT_EQ(discrete.return_code, 4);
  EXPECT_THAT(discrete.shown(), ElementsAre("ICH09005I NO.DATA.SET NOT FOUND IN CATALOG"));
  EXPECT_THAT(lab.run("ALTDSD 'A.B' UACC(READ)").shown(), ElementsAre("ICH22001I A.B NOT DEFINED TO RACF"));
  EXPECT_THAT(lab.run("DELDSD 'A.B'").shown(), ElementsAre("ICH09020I A.B NOT DEFINED TO RACF"));
  lab.put_text("NO.DATA.SET", "now it is there");
  lab.must("ADDSD 'NO.DATA.SET'");
}

TEST(DataSetProfiles, UnquotedNamesStandBelowTheUser) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  EXPECT_EQ(lab.run_as("ANN", "ADDSD MY.**").return_code, 0);
  EXPECT_EQ(lab.run_as("ANN", "ADDSD 'SYS1.**'").return_code, 4);
  EXPECT_THAT(lab.run_as("ANN", "SEARCH").shown(), ElementsAre("ANN.MY.** (G)"));
}

TEST(DataSetProfiles, TakePermits) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  lab.must("ADDSD 'IZU.**' UACC(NONE)");
  lab.must("PERMIT 'IZU.**' ID(ANN) ACCESS(UPDATE)");
  lab.must("PERMIT 'IZU.**' CLASS(DATASET) ID(IBMUSER) ACCESS(ALTER)");
  EXPECT_EQ(lab.session().database.resources.access_list("DATASET", "IZU.**").size(), 2u);  // IBMUSER by ADDCREATOR
  EXPECT_THAT(lab.run("PERMIT 'NO.**' ID(ANN)").shown(), ElementsAre("ICH06004I NO.** NOT DEFINED TO RACF"));
}

TEST(DataSetProfiles, PutTheCreatorOnTheAccessListUnlessTheDataSetsAreTheCreatorsOwn) {
  RacfLab lab;
  lab.must("ADDGROUP IZU");
  lab.must("ADDSD 'IZU.**'");
  lab.must("ADDSD 'IBMUSER.**'");
  const auto list = lab.session().database.resources.access_list("DATASET", "IZU.**");
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list.front().id + " " + list.front().access, "IBMUSER ALTER");
  EXPECT_THAT(lab.session().database.resources.access_list("DATASET", "IBMUSER.**"), IsEmpty());
}

TEST(DataSetProfiles, GoOnAfterAnOperandThatIsNotAllowed) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  lab.must("ADDSD 'ANN.**'");
  EXPECT_THAT(lab.run("ADDSD 'IZU.**' OWNER(NOBODY)").shown(),
              ElementsAre("ICH09007I OWNER SPECIFIED IS NOT A RACF DEFINED USER OR GROUP"));
  EXPECT_EQ(lab.run("ADDSD 'IZU.**' OWNER(NOBODY)").return_code, 8);
  const host::CommandResult unknown = lab.run("ALTDSD 'ANN.**' OWNER(NOBODY) UACC(READ)");
  EXPECT_EQ(unknown.return_code, 4);
  EXPECT_THAT(unknown.shown(), ElementsAre("ICH22006I OWNER SPECIFIED NOT DEFINED TO RACF"));
  EXPECT_EQ(lab.session().database.resources.find("DATASET", "ANN.**")->uacc, "READ");
  const host::CommandResult owner = lab.run_as("ANN", "ALTDSD 'ANN.**' OWNER(ANN) UACC(NONE)");
  EXPECT_EQ(owner.return_code, 4);
  EXPECT_THAT(owner.shown(), ElementsAre("ICH22002I NOT AUTHORIZED TO SPECIFY OWNER"));
  EXPECT_EQ(lab.session().database.resources.find("DATASET", "ANN.**")->uacc, "NONE");
  lab.must("ADDSD 'IZU.**'");
  EXPECT_THAT(lab.run_as("ANN", "ALTDSD 'IZU.**' UACC(READ)").shown(),
              ElementsAre("ICH22005I NOT AUTHORIZED TO ALTER IZU.**"));
}

TEST(Rvary, TellsTheDatabaseAndChangesNothing) {
  RacfLab lab;
  EXPECT_THAT(lab.run("RVARY LIST").shown(),
              ElementsAre(HasSubstr("RSD264I System SYS1 uses the emulated security database"),
                          "ICH15020I RVARY COMMAND HAS FINISHED PROCESSING."));
  const host::CommandResult change = lab.run("RVARY SWITCH");
  EXPECT_EQ(change.return_code, 8);
  EXPECT_THAT(change.shown(), Contains("RSD210I RVARY SWITCH is not emulated. The request is not processed."));
}

}  // namespace
}  // namespace ringside::racf
