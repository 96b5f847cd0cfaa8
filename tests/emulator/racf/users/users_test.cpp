// tests/emulator/racf/users/users_test.cpp - ADDUSER, ALTUSER, DELUSER, LISTUSER.
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
using testing::IsEmpty;

TEST(Adduser, WithoutAPasswordTheUserIsProtected) {
  RacfLab lab;
  const host::CommandResult result = lab.run("ADDUSER ANN");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.shown(), ElementsAre("ICH01024I User ANN is defined as PROTECTED."));
  EXPECT_TRUE(lab.session().database.users.find("ANN")->attributes.contains("PROTECTED"));
}

TEST(Adduser, WithAPasswordItSaysNothingAndKeepsNoSecret) {
  RacfLab lab;
  const host::CommandResult result = lab.run("ADDUSER ANN PASSWORD(SECRET77)");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.shown(), IsEmpty());
  EXPECT_THAT(result.command, testing::Not(HasSubstr("SECRET77")));
  EXPECT_THAT(result.diagnostics, Contains(HasSubstr("not kept")));
  EXPECT_FALSE(lab.session().database.users.find("ANN")->attributes.contains("PROTECTED"));
}

TEST(Adduser, OfAnExistingUserOrGroupIsRefusedByParse) {
  RacfLab lab;
  const host::CommandResult result = lab.run("ADDUSER IBMUSER");
  EXPECT_EQ(result.return_code, 8);
  EXPECT_THAT(result.shown(), ElementsAre("IKJ56702I INVALID USERID, IBMUSER"));
  EXPECT_EQ(lab.run("ADDUSER SYS1").return_code, 8);
  EXPECT_EQ(lab.run("ADDUSER (ANN IBMUSER)").return_code, 8);
  EXPECT_FALSE(lab.session().database.users.find("ANN"));
}

TEST(Adduser, ConnectsToTheDefaultGroupWithTheIssuerAsOwner) {
  RacfLab lab;
  lab.must("ADDGROUP TEAM");
  lab.must("ADDUSER OWEN");
  lab.must("ADDUSER ANN DFLTGRP(TEAM) OWNER(OWEN) AUTHORITY(JOIN) UACC(READ)");
  EXPECT_EQ(lab.session().database.users.find("ANN")->owner, "OWEN");
  const auto connection = lab.session().database.connections.find("ANN", "TEAM");
  ASSERT_TRUE(connection);
  EXPECT_EQ(connection->owner, "IBMUSER");
  EXPECT_EQ(connection->authority, "JOIN");
  EXPECT_EQ(connection->uacc, "READ");
}

TEST(Adduser, IntoAMissingGroupOrWithAMissingOwnerAddsNothing) {
  RacfLab lab;
  EXPECT_THAT(message_ids(lab.run("ADDUSER ANN DFLTGRP(NONE)")), ElementsAre("ICH51003I", "ICH01010I"));
  EXPECT_THAT(message_ids(lab.run("ADDUSER ANN OWNER(NOBODY)")), ElementsAre("RSD251I"));
  EXPECT_EQ(lab.run("ADDUSER ANN OWNER(NOBODY)").return_code, 8);
  EXPECT_FALSE(lab.session().database.users.find("ANN"));
}

TEST(Adduser, CutsANameAtTwentyCharactersAndSaysSo) {
  RacfLab lab;
  const host::CommandResult result = lab.run("ADDUSER ANN NAME('zOSMF Started Task USERID')");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.diagnostics, Contains(HasSubstr("cut to 20 characters")));
  EXPECT_EQ(lab.session().database.users.find("ANN")->full_name, "zOSMF Started Task U");
}

TEST(Adduser, ByAnOrdinaryUserIsRefused) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  const host::CommandResult result = lab.run_as("ANN", "ADDUSER BOB");
  EXPECT_EQ(result.return_code, 8);
  EXPECT_THAT(result.shown(), ElementsAre("ICH01005I NOT AUTHORIZED TO ISSUE ADDUSER"));
  lab.must("ALTUSER ANN CLAUTH(FACILITY)");
  EXPECT_EQ(lab.run_as("ANN", "ADDUSER BOB").return_code, 8);
}

TEST(Adduser, TakesClauthUserWithJoinInTheDefaultGroup) {
  RacfLab lab;
  lab.must("ADDUSER ANN CLAUTH(USER)");
  EXPECT_EQ(lab.run_as("ANN", "ADDUSER BOB").return_code, 8);
  lab.must("CONNECT ANN AUTHORITY(JOIN)");
  EXPECT_EQ(lab.run_as("ANN", "ADDUSER BOB").return_code, 0);
}

TEST(Adduser, GivesSystemWideAttributesForSpecialUsersOnly) {
  RacfLab lab;
  lab.must("ADDUSER ANN CLAUTH(USER)");
  lab.must("CONNECT ANN AUTHORITY(JOIN)");
  const host::CommandResult result = lab.run_as("ANN", "ADDUSER BOB SPECIAL");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), Contains("ICH01001I NOT AUTHORIZED TO SPECIFY SPECIAL, OPERAND IGNORED"));
  EXPECT_FALSE(lab.session().database.users.find("BOB")->attributes.contains("SPECIAL"));
}

TEST(Adduser, SaysWhichOperandsItDoesNotEmulate) {
  RacfLab lab;
  const host::CommandResult result = lab.run("ADDUSER ANN SECLABEL(SYSHIGH) TSO(PROC(P))");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.diagnostics, Contains(HasSubstr("SECLABEL is understood but not emulated")));
  EXPECT_THAT(result.diagnostics, Contains(HasSubstr("segment TSO of ANN is kept")));
}

TEST(Adduser, WarnsWhenTheDefaultGroupHasNoGid) {
  RacfLab lab;
  EXPECT_THAT(message_ids(lab.run("ADDUSER ANN OMVS(UID(7))")), ElementsAre("ICH01024I", "ICH01019I"));
  lab.must("ADDGROUP TEAM OMVS(GID(5))");
  EXPECT_THAT(message_ids(lab.run("ADDUSER BOB DFLTGRP(TEAM) OMVS(UID(8))")), ElementsAre("ICH01024I"));
}

TEST(Autouid, TakesTheNextFreeNumberOfBpxNextUser) {
  RacfLab lab;
  lab.must("RDEFINE UNIXPRIV SHARED.IDS");
  lab.must("RDEFINE FACILITY BPX.NEXT.USER APPLDATA('500-502/40')");
  lab.must("ADDUSER TAKEN OMVS(UID(501))");
  EXPECT_THAT(lab.run("ADDUSER ANN OMVS(AUTOUID)").shown(),
              Contains("IRR52177I User ANN was assigned an OMVS UID value of 500."));
  EXPECT_THAT(lab.run("ADDUSER BOB OMVS(AUTOUID)").shown(),
              Contains("IRR52177I User BOB was assigned an OMVS UID value of 502."));
  EXPECT_EQ(lab.session().database.resources.find("FACILITY", "BPX.NEXT.USER")->application_data, "503-502/40");
  const host::CommandResult none_left = lab.run("ADDUSER CAL OMVS(AUTOUID)");
  EXPECT_EQ(none_left.return_code, 8);
  EXPECT_THAT(message_ids(none_left), Contains("IRR52181I"));
  EXPECT_FALSE(lab.session().database.users.find("CAL"));
  EXPECT_THAT(lab.run("ADDGROUP TEAM OMVS(AUTOGID)").shown(),
              ElementsAre("IRR52177I Group TEAM was assigned an OMVS GID value of 40."));
  EXPECT_EQ(lab.session().database.resources.find("FACILITY", "BPX.NEXT.USER")->application_data, "503-502/41");
}

TEST(Autouid, WithoutBpxNextUserCountsFromItsOwnBaseAndSaysSoWhenLenient) {
  RacfLab lab("2013-05-17", {.lenient = true});
  const host::CommandResult result = lab.run("ADDUSER ANN OMVS(AUTOUID)");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.shown(), Contains("IRR52177I User ANN was assigned an OMVS UID value of 100000."));
  EXPECT_THAT(result.diagnostics, Contains(HasSubstr("BPX.NEXT.USER is not defined")));
  EXPECT_THAT(lab.run("ADDUSER BOB OMVS(AUTOUID)").shown(), Contains(HasSubstr("100001")));
}

TEST(Autouid, WithoutBpxNextUserIsRefused) {
  RacfLab lab;
  EXPECT_EQ(lab.run("ADDUSER ANN OMVS(AUTOUID)").return_code, 8);
}

TEST(Autouid, WithNoautoOrForSeveralUsersIsRefused) {
  RacfLab lab;
  lab.must("RDEFINE UNIXPRIV SHARED.IDS");
  lab.must("RDEFINE FACILITY BPX.NEXT.USER APPLDATA('NOAUTO/3000')");
  EXPECT_EQ(lab.run("ADDUSER ANN OMVS(AUTOUID)").return_code, 8);
  lab.must("RALTER FACILITY BPX.NEXT.USER APPLDATA('1/0')");
  EXPECT_THAT(message_ids(lab.run("ADDUSER (ANN BOB) OMVS(AUTOUID)")), Contains("IRR52184I"));
  EXPECT_FALSE(lab.session().database.users.find("ANN"));
  EXPECT_EQ(lab.run("ADDUSER ANN OMVS(AUTOUID SHARED)").return_code, 8);
}

TEST(Autouid, KeepsANumberThatTheUserHas) {
  RacfLab lab;
  lab.must("ADDUSER ANN OMVS(UID(77))");
  EXPECT_THAT(lab.run("ALTUSER ANN OMVS(AUTOUID)").shown(), IsEmpty());
  EXPECT_THAT(lab.shown("LISTUSER ANN NORACF OMVS"), HasSubstr("UID= 0000000077"));
  lab.must("ADDUSER BOB OMVS(UID(77) SHARED)");
  const host::CommandResult shared = lab.run("ALTUSER ANN OMVS(AUTOUID)");
  EXPECT_EQ(shared.return_code, 8);
  EXPECT_THAT(message_ids(shared), ElementsAre("IRR52178I"));
}

TEST(Uid, SharedNumbersAreAllowedUntilSharedIdsIsDefined) {
  RacfLab lab;
  lab.must("ADDUSER ANN OMVS(UID(7))");
  const host::CommandResult warned = lab.run("ADDUSER BOB OMVS(UID(7))");
  EXPECT_EQ(warned.return_code, 0);
  EXPECT_THAT(warned.diagnostics, Contains(HasSubstr("also the UID of ANN")));
  lab.must("RDEFINE UNIXPRIV SHARED.IDS");
  EXPECT_EQ(lab.run("ADDUSER CAL OMVS(UID(7))").return_code, 8);
  lab.must("ADDUSER CAL OMVS(UID(7) SHARED)");
  EXPECT_THAT(message_ids(lab.run("ADDUSER (DAN EVE) OMVS(UID(8))")), Contains("IRR52185I"));
}

TEST(Altuser, ChangesWhatIsGivenAndTheLastOfTwoOppositesWins) {
  RacfLab lab;
  lab.must("ADDUSER ANN NAME('OLD NAME') SPECIAL");
  lab.must("ALTUSER ANN NAME('NEW NAME') OPERATIONS SPECIAL NOSPECIAL DATA('x')");
  const auto user = lab.session().database.users.find("ANN");
  EXPECT_EQ(user->full_name, "NEW NAME");
  EXPECT_EQ(user->data, "x");
  EXPECT_TRUE(user->attributes.contains("OPERATIONS"));
  EXPECT_FALSE(user->attributes.contains("SPECIAL"));
}

TEST(Altuser, OfAMissingUserGoesOnWithTheNext) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  const host::CommandResult result = lab.run("ALTUSER (NOBODY ANN) NAME('A')");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH21009I UNABLE TO LOCATE NOBODY"));
  EXPECT_EQ(lab.session().database.users.find("ANN")->full_name, "A");
}

TEST(Altuser, ByTheOwnerIsAllowedButNotSystemWideAttributes) {
  RacfLab lab;
  lab.must("ADDUSER OWEN");
  lab.must("ADDUSER ANN OWNER(OWEN)");
  EXPECT_EQ(lab.run_as("OWEN", "ALTUSER ANN DATA('by owner')").return_code, 0);
  const host::CommandResult ignored = lab.run_as("OWEN", "ALTUSER ANN SPECIAL NAME('BY OWNER')");
  EXPECT_EQ(ignored.return_code, 4);
  EXPECT_THAT(ignored.shown(), ElementsAre("ICH21005I NOT AUTHORIZED TO SPECIFY SPECIAL, OPERAND IGNORED"));
  EXPECT_FALSE(lab.session().database.users.find("ANN")->attributes.contains("SPECIAL"));
  EXPECT_EQ(lab.session().database.users.find("ANN")->full_name, "BY OWNER");
  EXPECT_EQ(lab.run_as("ANN", "ALTUSER OWEN NAME('X')").return_code, 8);
  EXPECT_EQ(lab.run_as("ANN", "ALTUSER ANN NAME('X')").return_code, 0);
  EXPECT_EQ(lab.run_as("ANN", "ALTUSER ANN CLAUTH(USER)").return_code, 8);
}

TEST(Altuser, KeepsARevokeDateForTheListingAndTakesNothingElseAsADate) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  lab.must("ALTUSER ANN REVOKE(10/22/23) RESUME(11/02/23)");
  EXPECT_THAT(lab.shown("LISTUSER ANN"), HasSubstr(" REVOKE DATE=OCTOBER 22, 2023   RESUME DATE=NOVEMBER 2, 2023\n"));
  EXPECT_FALSE(lab.session().database.users.find("ANN")->attributes.contains("REVOKED"));
  lab.must("ALTUSER ANN NOREVOKE NORESUME");
  EXPECT_THAT(lab.shown("LISTUSER ANN"), HasSubstr(" REVOKE DATE=NONE   RESUME DATE=NONE\n"));
  EXPECT_EQ(lab.run("ALTUSER ANN REVOKE(02/30/23)").return_code, 8);
  EXPECT_EQ(lab.run("ALTUSER ANN REVOKE(' SPECIAL')").return_code, 8);
  EXPECT_FALSE(lab.session().database.users.find("ANN")->attributes.contains("SPECIAL"));
}

TEST(Altuser, ARevokedSpecialUserHasNoAuthority) {
  RacfLab lab;
  lab.must("ADDUSER ANN SPECIAL");
  EXPECT_EQ(lab.run_as("ANN", "ADDUSER BOB").return_code, 0);
  lab.must("ALTUSER ANN REVOKE");
  EXPECT_EQ(lab.run_as("ANN", "ADDUSER CAL").return_code, 8);
  lab.must("ALTUSER ANN RESUME");
  EXPECT_EQ(lab.run_as("ANN", "ADDUSER CAL").return_code, 0);
}

TEST(Altuser, NopasswordAndNophraseMakeAProtectedUser) {
  RacfLab lab;
  lab.must("ADDUSER ANN PASSWORD(X)");
  lab.must("ALTUSER ANN PHRASE('a long enough phrase') NOPASSWORD");
  EXPECT_THAT(lab.shown("LISTUSER ANN"), HasSubstr("ATTRIBUTES=PASSPHRASE\n"));
  lab.must("ALTUSER ANN NOPHRASE");
  EXPECT_THAT(lab.shown("LISTUSER ANN"), HasSubstr("ATTRIBUTES=PROTECTED\n"));
}

TEST(Altuser, TakesADefaultGroupOnlyOfTheUsersOwn) {
  RacfLab lab;
  lab.must("ADDGROUP TEAM");
  lab.must("ADDUSER ANN");
  const host::CommandResult absent = lab.run("ALTUSER ANN DFLTGRP(TEAM) NAME('A')");
  EXPECT_EQ(absent.return_code, 4);
  EXPECT_THAT(absent.shown(), ElementsAre("ICH21004I DFLTGRP NOT ALTERED"));
  EXPECT_EQ(lab.session().database.users.find("ANN")->full_name, "A");
  lab.must("CONNECT ANN GROUP(TEAM)");
  lab.must("ALTUSER ANN DFLTGRP(TEAM)");
  EXPECT_EQ(lab.session().database.users.find("ANN")->default_group, "TEAM");
}

TEST(Altuser, WithAMissingOwnerGoesOnWithTheOtherOperands) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  const host::CommandResult result = lab.run("ALTUSER ANN OWNER(NOBODY) DATA('kept')");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH21004I OWNER NOT ALTERED"));
  EXPECT_EQ(lab.session().database.users.find("ANN")->owner, "IBMUSER");
  EXPECT_EQ(lab.session().database.users.find("ANN")->data, "kept");
}

TEST(Altuser, SaysThatAuthorityAndUaccNeedAConnection) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  lab.must("ADDGROUP TEAM");
  const host::CommandResult result = lab.run("ALTUSER ANN GROUP(TEAM) AUTHORITY(JOIN) UACC(READ)");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH21011I AUTHORITY NOT ALTERED", "ICH21011I UACC NOT ALTERED"));
}

TEST(Altuser, RemovesSegmentsAndTheirFields) {
  RacfLab lab;
  lab.must("ADDUSER ANN TSO(ACCTNUM(D999) PROC(PROC) SIZE(1024)) NETVIEW(OPCLASS(1 2))");
  lab.must("ALTUSER ANN TSO(NOPROC) NETVIEW(ADDOPCLASS(3) DELOPCLASS(1))");
  EXPECT_EQ(lab.shown("LISTUSER ANN NORACF TSO NETVIEW"),
            " \nTSO INFORMATION\n---------------\nACCTNUM= D999\nSIZE= 00001024\n"
            " \nNETVIEW INFORMATION\n-------------------\nOPCLASS= 2 3\n");
  lab.must("ALTUSER ANN NOTSO");
  EXPECT_EQ(lab.shown("LISTUSER ANN NORACF TSO"), " \nNO TSO INFORMATION\n");
}

TEST(Deluser, TakesConnectionsCertificatesAndRingsAlong) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  database::SecurityDatabase& racf = lab.session().database;
  racf.rings.add("ANN", "Ring");
  database::CertificateRecord certificate;
  certificate.owner = "ANN";
  certificate.label = "Cert";
  certificate.profile = "01.CN=ANN";
  racf.certificates.add(certificate);
  racf.rings.connect(racf.rings.find("ANN", "Ring")->id, {certificate.id, database::Usage::personal, true});
  lab.must("SETROPTS RACLIST(DIGTCERT DIGTRING)");
  EXPECT_THAT(
      lab.run("DELUSER ANN").shown(),
      ElementsAre(
          "IRRD175I The new profile for DIGTCERT will not be in effect until a SETROPTS REFRESH has been issued.",
          "IRRD175I The new profile for DIGTRING will not be in effect until a SETROPTS REFRESH has been issued."));
  EXPECT_FALSE(racf.users.find("ANN"));
  EXPECT_THAT(racf.connections.of_user("ANN"), IsEmpty());
  EXPECT_THAT(racf.rings.by_owner("ANN"), IsEmpty());
  EXPECT_FALSE(racf.certificates.by_profile("01.CN=ANN"));
}

TEST(Deluser, OfAMissingUserDeletesNobody) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  const host::CommandResult result = lab.run("DELUSER (ANN NOBODY)");
  EXPECT_EQ(result.return_code, 8);
  EXPECT_THAT(result.shown(), ElementsAre("IKJ56702I INVALID USERID, NOBODY"));
  EXPECT_TRUE(lab.session().database.users.find("ANN"));
  EXPECT_THAT(message_ids(lab.run_as("ANN", "DELUSER IBMUSER")), ElementsAre("ICH04010I"));
}

TEST(Deluser, RefusesIbmuserAndUsersWithDataSetProfiles) {
  RacfLab lab;
  EXPECT_THAT(lab.run("DELUSER IBMUSER").shown(), ElementsAre("ICH04011I Deletion of IBMUSER not allowed."));
  EXPECT_EQ(lab.run("DELUSER IBMUSER").return_code, 8);
  lab.must("ADDUSER (ANN BOB)");
  lab.must("ADDSD 'ANN.**'");
  const host::CommandResult kept = lab.run("DELUSER (ANN BOB)");
  EXPECT_EQ(kept.return_code, 4);
  EXPECT_THAT(kept.shown(), ElementsAre("ICH04009I ANN CANNOT BE DELETED. DATA SET PROFILES STILL EXIST."));
  EXPECT_TRUE(lab.session().database.users.find("ANN"));
  EXPECT_FALSE(lab.session().database.users.find("BOB"));
}

TEST(Listuser, OfAMissingUserIsReturnCodeFour) {
  RacfLab lab;
  const host::CommandResult result = lab.run("LISTUSER NOBODY");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH30001I UNABLE TO LOCATE USER    ENTRY NOBODY"));
}

TEST(Listuser, ShowsOthersToTheirOwnerAndToAuditorsOnly) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  EXPECT_THAT(message_ids(lab.run_as("ANN", "LISTUSER IBMUSER")), ElementsAre("ICH30002I"));
  EXPECT_EQ(lab.run_as("ANN", "LISTUSER").return_code, 0);
  lab.must("ALTUSER ANN AUDITOR");
  EXPECT_EQ(lab.run_as("ANN", "LISTUSER IBMUSER").return_code, 0);
}

TEST(Listuser, IsLaidOutAsOnARealSystem) {
  RacfLab lab("2023-06-07");
  lab.must("ADDUSER LEONARD SPECIAL");
  ASSERT_EQ(lab.run_as("LEONARD", "ADDUSER SQUIDWRD").return_code, 0);
  expect_golden("racf/listuser.txt", lab.shown("LISTUSER SQUIDWRD"));
}

TEST(Listuser, ShowsNameAttributesDataConnectionsAndSegments) {
  RacfLab lab("2023-10-21");
  lab.must("ADDGROUP TEAM");
  lab.must(
      "ADDUSER SQUIDWRD NAME('SQUIDWRD') PASSWORD(X) SPECIAL RESTRICTED CLAUTH(FACILITY XFACILIT)"
      " DATA('a long text of installation data that runs over the end of its line')"
      " OMVS(UID(1919) HOME('/u/squidward') PROGRAM('/bin/sh') CPUTIMEMAX(1500) ASSIZEMAX(10485760)"
      " FILEPROCMAX(50) PROCUSERMAX(128) MMAPAREAMAX(350) MEMLIMIT(4G) SHMEMMAX(2G))"
      " TSO(ACCTNUM('D999') HOLDCLASS(A) MSGCLASS(O) PROC(PROC) SIZE(1024) MAXSIZE(2048) SYSOUTCLASS(O)"
      " UNIT(SYSDA) USERDATA(ABCD) COMMAND('ISPF'))");
  lab.must("CONNECT SQUIDWRD GROUP(TEAM) AUTHORITY(CONNECT) UACC(READ) SPECIAL");
  expect_golden("racf/listuser_segments.txt", lab.shown("LISTUSER SQUIDWRD OMVS TSO WORKATTR"));
}

}  // namespace
}  // namespace ringside::racf
