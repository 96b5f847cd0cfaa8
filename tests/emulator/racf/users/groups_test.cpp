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
  EXPECT_THAT(message_ids(lab.run("ALTGROUP C SUPGROUP(B)")), ElementsAre("RSD257I"));
  EXPECT_EQ(lab.run("ALTGROUP C SUPGROUP(C)").return_code, 8);
  EXPECT_EQ(lab.run("ALTGROUP SYS1 SUPGROUP(A)").return_code, 8);
  EXPECT_EQ(lab.run("ALTGROUP NONE DATA('x')").return_code, 8);
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
