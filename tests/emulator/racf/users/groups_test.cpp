// tests/emulator/racf/users/groups_test.cpp - ADDGROUP, ALTGROUP, DELGROUP, LISTGRP, CONNECT, REMOVE.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/golden.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::expect_golden;
using test_support::message_ids;
using test_support::RacfLab;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Addgroup, IsSilentAndStandsBelowTheIssuersGroup) {
  RacfLab lab;
  EXPECT_THAT(lab.run("ADDGROUP TEAM").shown(), IsEmpty());
  const auto group = lab.session().database.groups.find("TEAM");
  ASSERT_TRUE(group);
  EXPECT_EQ(group->superior, "SYS1");
  EXPECT_EQ(group->owner, "IBMUSER");
}

TEST(Addgroup, OfANameInUseOrBelowAMissingGroupIsRefused) {
  RacfLab lab;
  EXPECT_THAT(lab.run("ADDGROUP SYS1").shown(), ElementsAre("IKJ56702I INVALID GROUP, SYS1"));
  EXPECT_EQ(lab.run("ADDGROUP IBMUSER").return_code, 8);
  EXPECT_EQ(lab.run("ADDGROUP (NEW SYS1)").return_code, 8);
  EXPECT_FALSE(lab.session().database.groups.find("NEW"));
  EXPECT_EQ(lab.run("ADDGROUP NEW SUPGROUP(NONE)").return_code, 8);
}

TEST(Addgroup, TakesSpecialOrJoinAuthorityOrTheOwnerOfTheSuperiorGroup) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  EXPECT_THAT(message_ids(lab.run_as("ANN", "ADDGROUP TEAM")), ElementsAre("RSD250I"));
  lab.must("CONNECT ANN GROUP(SYS1) AUTHORITY(JOIN)");
  EXPECT_EQ(lab.run_as("ANN", "ADDGROUP TEAM").return_code, 0);
  EXPECT_EQ(lab.run_as("ANN", "ADDGROUP CREW SUPGROUP(TEAM)").return_code, 0);
}

TEST(Altgroup, MovesAGroupButNeverBelowItself) {
  RacfLab lab;
  lab.must("ADDGROUP A");
  lab.must("ADDGROUP B SUPGROUP(A)");
  lab.must("ADDGROUP C");
  lab.must("ALTGROUP B SUPGROUP(C) DATA('moved')");
  EXPECT_EQ(lab.session().database.groups.find("B")->superior, "C");
  const host::CommandResult loop = lab.run("ALTGROUP C SUPGROUP(B) DATA('kept')");
  EXPECT_EQ(loop.return_code, 4);
  EXPECT_THAT(loop.shown(), ElementsAre("ICH20006I B CANNOT BE A SUPERIOR GROUP OF C"));
  EXPECT_EQ(lab.session().database.groups.find("C")->superior, "SYS1");
  EXPECT_EQ(lab.session().database.groups.find("C")->data, "kept");
  EXPECT_EQ(lab.run("ALTGROUP C SUPGROUP(C)").return_code, 4);
  EXPECT_EQ(lab.run("ALTGROUP SYS1 SUPGROUP(A)").return_code, 4);
}

TEST(Altgroup, GoesOnAfterAnOperandOrAGroupThatItCannotTake) {
  RacfLab lab;
  lab.must("ADDGROUP A");
  const host::CommandResult result = lab.run("ALTGROUP (NONE A) OWNER(NOBODY) SUPGROUP(NOWHERE) DATA('kept')");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH20019I UNABLE TO LOCATE NONE", "ICH20015I SUPGROUP NOT ALTERED FOR A",
                                          "ICH20014I OWNER NOT ALTERED FOR A"));
  EXPECT_EQ(lab.session().database.groups.find("A")->data, "kept");
}

TEST(Altgroup, TakesAuthorityInTheGroupAndInItsNewSuperiorGroup) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  lab.must("ADDGROUP (A B)");
  const host::CommandResult other = lab.run_as("ANN", "ALTGROUP A DATA('x')");
  EXPECT_EQ(other.return_code, 4);
  EXPECT_THAT(other.shown(), ElementsAre("ICH20002I NOT AUTHORIZED TO ALTER A"));
  lab.must("ALTGROUP A OWNER(ANN)");
  EXPECT_THAT(lab.run_as("ANN", "ALTGROUP A SUPGROUP(B)").shown(),
              ElementsAre("ICH20005I INSUFFICIENT AUTHORITY TO SUPERIOR GROUP OF A"));
  EXPECT_THAT(lab.run_as("STRANGER", "ALTGROUP A DATA('x')").shown(),
              ElementsAre("ICH20010I NOT AUTHORIZED TO ISSUE ALTGROUP"));
}

TEST(Delgroup, RefusesAGroupThatIsMissingOrNotEmpty) {
  RacfLab lab;
  lab.must("ADDGROUP A");
  lab.must("ADDGROUP B SUPGROUP(A)");
  EXPECT_THAT(lab.run("DELGROUP A").shown(), ElementsAre("IKJ56702I INVALID GROUP, A"));
  EXPECT_EQ(lab.run("DELGROUP NONE").return_code, 8);
  EXPECT_EQ(lab.run("DELGROUP SYS1").return_code, 8);
  lab.must("ADDUSER ANN DFLTGRP(B)");
  EXPECT_EQ(lab.run("DELGROUP B").return_code, 8);
  lab.must("DELUSER ANN");
  lab.must("DELGROUP B");
  lab.must("DELGROUP A");
  EXPECT_FALSE(lab.session().database.groups.find("A"));
}

TEST(Delgroup, TakesAuthorityAndNoDataSetProfiles) {
  RacfLab lab;
  lab.must("ADDGROUP A");
  lab.must("ADDUSER ANN");
  EXPECT_THAT(lab.run_as("ANN", "DELGROUP A").shown(), ElementsAre("ICH05005I NOT AUTHORIZED TO ISSUE DELGROUP"));
  EXPECT_EQ(lab.run_as("ANN", "DELGROUP A").return_code, 8);
  lab.must("ADDSD 'A.**'");
  EXPECT_THAT(lab.run("DELGROUP A").shown(),
              ElementsAre("ICH05006I A CANNOT BE DELETED, GROUP DATA SETS STILL DEFINED TO RACF"));
  EXPECT_TRUE(lab.session().database.groups.find("A"));
}

TEST(Connect, ToAMissingGroupOrOfAMissingUserConnectsNobody) {
  RacfLab lab;
  lab.must("ADDGROUP TEAM");
  const host::CommandResult result = lab.run("CONNECT IBMUSER GROUP(NONE)");
  EXPECT_EQ(result.return_code, 8);
  EXPECT_THAT(result.shown(),
              ElementsAre("ICH51003I NAME NOT FOUND IN RACF DATA SET", "ICH02003I USER(S) NOT CONNECTED."));
  EXPECT_EQ(lab.run("CONNECT (IBMUSER NOBODY) GROUP(TEAM)").return_code, 8);
  EXPECT_THAT(lab.session().database.connections.of_group("TEAM"), IsEmpty());
}

TEST(Connect, OfAConnectedUserChangesOnlyWhatIsGiven) {
  RacfLab lab;
  lab.must("ADDGROUP TEAM");
  lab.must("CONNECT IBMUSER GROUP(TEAM) AUTHORITY(JOIN) UACC(READ)");
  lab.must("CONNECT IBMUSER GROUP(TEAM) OPERATIONS");
  const auto connection = lab.session().database.connections.find("IBMUSER", "TEAM");
  EXPECT_EQ(connection->authority, "JOIN");
  EXPECT_EQ(connection->uacc, "READ");
  EXPECT_TRUE(connection->attributes.contains("OPERATIONS"));
}

TEST(Connect, TakesAuthorityInTheGroup) {
  RacfLab lab;
  lab.must("ADDUSER (ANN BOB)");
  EXPECT_THAT(message_ids(lab.run_as("ANN", "CONNECT BOB GROUP(SYS1)")), ElementsAre("ICH02004I"));
  lab.must("CONNECT ANN GROUP(SYS1) AUTHORITY(CONNECT)");
  EXPECT_EQ(lab.run_as("ANN", "CONNECT BOB GROUP(SYS1)").return_code, 0);
  EXPECT_THAT(message_ids(lab.run("CONNECT BOB GROUP(SYS1) OWNER(NOBODY)")), ElementsAre("ICH02011I"));
  const host::CommandResult special = lab.run_as("ANN", "CONNECT BOB GROUP(SYS1) SPECIAL UACC(READ)");
  EXPECT_EQ(special.return_code, 4);
  EXPECT_THAT(special.shown(), ElementsAre("ICH02007I NOT AUTHORIZED TO SPECIFY SPECIAL, OPERAND IGNORED"));
  EXPECT_EQ(lab.session().database.connections.find("BOB", "SYS1")->uacc, "READ");
  EXPECT_FALSE(lab.session().database.connections.find("BOB", "SYS1")->attributes.contains("SPECIAL"));
  EXPECT_THAT(lab.run_as("STRANGER", "CONNECT BOB GROUP(SYS1)").shown(),
              ElementsAre("ICH02006I NOT AUTHORIZED TO ISSUE CONNECT"));
}

TEST(Remove, TakesTheUserOutUnlessItIsHisDefaultGroup) {
  RacfLab lab;
  lab.must("ADDGROUP TEAM");
  lab.must("ADDUSER ESWIFT");
  const host::CommandResult absent = lab.run("REMOVE ESWIFT GROUP(TEAM)");
  EXPECT_EQ(absent.return_code, 4);
  EXPECT_THAT(absent.shown(), ElementsAre("ICH03002I ESWIFT   WAS NOT CONNECTED TO GROUP."));
  lab.must("CONNECT ESWIFT GROUP(TEAM)");
  lab.must("REMOVE ESWIFT GROUP(TEAM)");
  EXPECT_FALSE(lab.session().database.connections.find("ESWIFT", "TEAM"));
  EXPECT_EQ(lab.run("REMOVE ESWIFT GROUP(SYS1)").return_code, 4);
  EXPECT_TRUE(lab.session().database.connections.find("ESWIFT", "SYS1"));
}

TEST(Listgrp, OfAMissingGroupIsReturnCodeFour) {
  RacfLab lab;
  const host::CommandResult result = lab.run("LISTGRP NONE");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH51003I NAME NOT FOUND IN RACF DATA SET"));
  lab.must("ADDUSER ANN");
  EXPECT_THAT(message_ids(lab.run_as("ANN", "LISTGRP SYS1")), ElementsAre("ICH32002I"));
}

TEST(Listgrp, IsLaidOutAsOnARealSystem) {
  RacfLab lab("2023-05-31");
  lab.must("ADDUSER ESWIFT");
  lab.must("ADDGROUP TESTGRP0 OWNER(ESWIFT) OMVS(GID(1234567))");
  expect_golden("racf/listgrp_omvs.txt", lab.shown("LISTGRP TESTGRP0 OMVS"));
}

TEST(Listgrp, ShowsSubgroupsAndUsers) {
  RacfLab lab("2023-05-30");
  lab.must("ADDUSER (ESWIFT LEONARD)");
  lab.must("ADDGROUP TESTGRP0 OWNER(ESWIFT) DATA('the test group') NOTERMUACC");
  lab.must("CONNECT ESWIFT GROUP(TESTGRP0) SPECIAL");
  lab.must("CONNECT LEONARD GROUP(TESTGRP0) OPERATIONS AUTHORITY(CREATE) UACC(READ)");
  lab.must("ADDGROUP (G1 G2 G3 G4 G5 G6 GROUP007) SUPGROUP(TESTGRP0)");
  expect_golden("racf/listgrp_users.txt", lab.shown("LISTGRP TESTGRP0"));
}

}  // namespace
}  // namespace ringside::racf
