// tests/emulator/racf/resources/resources_test.cpp - RDEFINE, RALTER, RDELETE, RLIST, PERMIT.
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

/// The access list without the entry that ADDCREATOR makes.
std::vector<std::string> access_list(RacfLab& lab, const std::string& profile_class, const std::string& name) {
  std::vector<std::string> list;
  for (const auto& entry : lab.session().database.resources.access_list(profile_class, name))
    if (entry.id != "IBMUSER" || entry.access != "ALTER") list.push_back(entry.id + " " + entry.access);
  return list;
}

TEST(Rdefine, IsSilentAndKeepsItsOperands) {
  RacfLab lab;
  lab.must("ADDUSER OWEN");
  EXPECT_THAT(lab.run("RDEFINE FACILITY X.Y UACC(READ) OWNER(OWEN) APPLDATA('a') DATA('d') LEVEL(7) WARNING"
                      " NOTIFY(IBMUSER) AUDIT(SUCCESS(UPDATE) FAILURES)")
                  .shown(),
              IsEmpty());
  const auto resource = lab.session().database.resources.find("FACILITY", "X.Y");
  ASSERT_TRUE(resource);
  EXPECT_EQ(resource->uacc, "READ");
  EXPECT_EQ(resource->owner, "OWEN");
  EXPECT_EQ(resource->application_data, "a");
  EXPECT_EQ(resource->data, "d");
  EXPECT_EQ(resource->level, 7);
  EXPECT_TRUE(resource->warning);
  EXPECT_EQ(resource->notify, "IBMUSER");
  EXPECT_EQ(resource->audit, "SUCCESS(UPDATE),FAILURES(READ)");
}

TEST(Rdefine, OfAnExistingProfileGoesOnWithTheNext) {
  RacfLab lab;
  lab.must("RDEFINE FACILITY X");
  const host::CommandResult result = lab.run("RDEFINE FACILITY (X Y)");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH10102I X ALREADY DEFINED TO CLASS FACILITY."));
  EXPECT_TRUE(lab.session().database.resources.find("FACILITY", "Y"));
}

TEST(Rdefine, InAnUnknownClassIsRefusedAsParseDoes) {
  RacfLab lab;
  const host::CommandResult result = lab.run("RDEFINE ELIXTEST (TESTING)");
  EXPECT_EQ(result.return_code, 8);
  EXPECT_THAT(result.shown(), ElementsAre("IKJ56702I INVALID CLASS, ELIXTEST", "IKJ56701I MISSING ENTITY NAME+",
                                          "IKJ56701I MISSING NAME OF ENTITY IN SPECIFIED CLASS"));
}

TEST(Rdefine, MakesClassesOfTheSite) {
  RacfLab lab;
  lab.must("SETROPTS CLASSACT(CDT) RACLIST(CDT)");
  EXPECT_EQ(lab.run("RDEFINE CDT IZP UACC(NONE) CDTINFO(POSIT(200) CASE(UPPER) RACLIST(ALLOWED))").return_code, 0);
  EXPECT_THAT(lab.run("RDEFINE IZP SOME.PROFILE").shown(), Contains("IKJ56702I INVALID CLASS, IZP"));
  lab.must("SETROPTS RACLIST(CDT) REFRESH");
  lab.must("RDEFINE IZP SOME.PROFILE");
  lab.must("SETROPTS CLASSACT(IZP) RACLIST(IZP)");
  EXPECT_TRUE(lab.session().database.resources.find("IZP", "SOME.PROFILE"));
}

TEST(Rdefine, MakesNoClassWithoutCdtinfo) {
  RacfLab lab;
  lab.must("RDEFINE CDT IZP UACC(NONE)");
  lab.must("SETROPTS CLASSACT(CDT) RACLIST(CDT)");
  EXPECT_EQ(lab.run("RDEFINE IZP SOME.PROFILE").return_code, 8);
}

TEST(Rdefine, DoesNotWorkOnCertificatesAndRings) {
  RacfLab lab;
  for (const char* command : {"RDEFINE DIGTCERT X", "RALTER DIGTRING X", "RDELETE DIGTNMAP X", "RDEFINE IDIDMAP X",
                              "PERMIT X CLASS(DIGTCERT) ID(IBMUSER)"})
    EXPECT_THAT(message_ids(lab.run(command)), ElementsAre("RSD254I")) << command;
}

TEST(Rdefine, RemindsOfTheRefreshOnlyWhenTheClassIsRaclisted) {
  RacfLab lab;
  lab.must("SETROPTS CLASSACT(FACILITY) RACLIST(FACILITY)");
  lab.must("RDEFINE SERVER X");
  EXPECT_THAT(lab.run("RDEFINE FACILITY (X Y)").shown(),
              ElementsAre("ICH10006I RACLISTED PROFILES FOR FACILITY WILL NOT REFLECT THE ADDITION(S) UNTIL A SETROPTS "
                          "REFRESH IS ISSUED."));
  EXPECT_THAT(lab.run("RALTER FACILITY X UACC(READ)").shown(),
              ElementsAre("ICH11009I RACLISTED PROFILES FOR FACILITY WILL NOT REFLECT THE UPDATE(S) UNTIL A SETROPTS "
                          "REFRESH IS ISSUED."));
  EXPECT_THAT(lab.run("PERMIT X CLASS(FACILITY) ID(IBMUSER) ACCESS(READ)").shown(),
              ElementsAre("ICH06011I RACLISTED PROFILES FOR FACILITY WILL NOT REFLECT THE UPDATE(S) UNTIL A SETROPTS "
                          "REFRESH IS ISSUED"));
  EXPECT_THAT(lab.run("RDELETE FACILITY X").shown(),
              ElementsAre("ICH12002I RACLISTED PROFILES FOR FACILITY WILL NOT REFLECT THE DELETION(S) UNTIL A SETROPTS "
                          "REFRESH IS ISSUED."));
  EXPECT_THAT(message_ids(lab.run("RDEFINE FACILITY Y")), ElementsAre("ICH10102I"));
}

TEST(Rdefine, ANameWithAsterisksIsDiscreteUntilGenericsAreActive) {
  RacfLab lab;
  const host::CommandResult result = lab.run("RDEFINE STARTED IZUSVR1.*");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.diagnostics, Contains(HasSubstr("SETROPTS GENERIC(STARTED)")));
  EXPECT_FALSE(lab.session().database.resources.find("STARTED", "IZUSVR1.*")->generic);
  lab.must("SETROPTS GENCMD(STARTED)");
  lab.must("RDEFINE STARTED IZUANG1.*");
  EXPECT_TRUE(lab.session().database.resources.find("STARTED", "IZUANG1.*")->generic);
}

TEST(Rdefine, KeepsTheCaseOfNamesOnlyWhereTheClassDoes) {
  RacfLab lab;
  lab.must("RDEFINE EJBROLE IZUDFLT.*.izuUsers");
  lab.must("RDEFINE FACILITY irr.digtcert.listring");
  EXPECT_TRUE(lab.session().database.resources.find("EJBROLE", "IZUDFLT.*.izuUsers"));
  EXPECT_TRUE(lab.session().database.resources.find("FACILITY", "IRR.DIGTCERT.LISTRING"));
}

TEST(Rdefine, CopiesAModelWithItsAccessList) {
  RacfLab lab;
  lab.must("RDEFINE FACILITY MODEL UACC(UPDATE) DATA('model')");
  lab.must("PERMIT MODEL CLASS(FACILITY) ID(SYS1) ACCESS(CONTROL)");
  lab.must("RDEFINE SERVER COPY FROM(MODEL) FCLASS(FACILITY) UACC(NONE)");
  EXPECT_EQ(lab.session().database.resources.find("SERVER", "COPY")->data, "model");
  EXPECT_EQ(lab.session().database.resources.find("SERVER", "COPY")->uacc, "NONE");
  EXPECT_THAT(access_list(lab, "SERVER", "COPY"), ElementsAre("SYS1 CONTROL"));
  EXPECT_EQ(lab.run("RDEFINE SERVER OTHER FROM(NONE)").return_code, 8);
}

TEST(Rdefine, TakesSpecialOrClauthInTheClass) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  const host::CommandResult refused = lab.run_as("ANN", "RDEFINE FACILITY (X Y)");
  EXPECT_EQ(refused.return_code, 4);
  EXPECT_THAT(refused.shown(),
              ElementsAre("ICH10103I NOT AUTHORIZED TO DEFINE X.", "ICH10103I NOT AUTHORIZED TO DEFINE Y."));
  lab.must("ALTUSER ANN CLAUTH(FACILITY)");
  EXPECT_EQ(lab.run_as("ANN", "RDEFINE FACILITY X").return_code, 0);
  EXPECT_EQ(lab.run_as("ANN", "RDEFINE SERVER X").return_code, 4);
}

TEST(Rdefine, PutsTheCreatorOnTheAccessListUnlessNoaddcreatorIsSet) {
  RacfLab lab;
  lab.must("ADDUSER ANN CLAUTH(FACILITY)");
  lab.must("RDEFINE FACILITY MODEL");
  lab.must("PERMIT MODEL CLASS(FACILITY) ID(ANN) ACCESS(READ)");
  EXPECT_THAT(lab.run("SETROPTS LIST").shown(), Contains("ADDCREATOR IS IN EFFECT"));
  ASSERT_EQ(lab.run_as("ANN", "RDEFINE FACILITY X").return_code, 0);
  EXPECT_THAT(access_list(lab, "FACILITY", "X"), ElementsAre("ANN ALTER"));
  ASSERT_EQ(lab.run_as("ANN", "RDEFINE FACILITY COPY FROM(MODEL)").return_code, 0);
  EXPECT_THAT(access_list(lab, "FACILITY", "COPY"), Contains("ANN ALTER"));
  lab.must("SETROPTS NOADDCREATOR");
  EXPECT_THAT(lab.run("SETROPTS LIST").shown(), Contains("ADDCREATOR IS NOT IN EFFECT"));
  ASSERT_EQ(lab.run_as("ANN", "RDEFINE FACILITY Y").return_code, 0);
  EXPECT_THAT(access_list(lab, "FACILITY", "Y"), IsEmpty());
  lab.must("SETROPTS ADDCREATOR");
  ASSERT_EQ(lab.run_as("ANN", "RDEFINE FACILITY Z").return_code, 0);
  EXPECT_THAT(access_list(lab, "FACILITY", "Z"), ElementsAre("ANN ALTER"));
}

TEST(Ralter, OfAMissingProfileGoesOnWithTheNext) {
  RacfLab lab;
  lab.must("RDEFINE FACILITY X APPLDATA('old') NOTIFY(IBMUSER) WARNING");
  const host::CommandResult result = lab.run("RALTER FACILITY (NONE X) NOAPPLDATA NONOTIFY NOWARNING UACC(READ)");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH11102I NONE NOT DEFINED TO CLASS FACILITY."));
  const auto resource = lab.session().database.resources.find("FACILITY", "X");
  EXPECT_EQ(resource->uacc, "READ");
  EXPECT_EQ(resource->application_data + resource->notify, "");
  EXPECT_FALSE(resource->warning);
}

TEST(Ralter, WithAMissingOwnerGoesOnWithTheOtherOperands) {
  RacfLab lab;
  lab.must("RDEFINE FACILITY X");
  const host::CommandResult result = lab.run("RALTER FACILITY X OWNER(NOBODY) UACC(READ)");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(
      result.shown(),
      ElementsAre("RSD265I Owner NOBODY is not a user or group defined to RACF. The owner of X is not altered."));
  EXPECT_EQ(lab.session().database.resources.find("FACILITY", "X")->uacc, "READ");
}

TEST(Ralter, AndRdeleteTakeTheOwnerOrAlterAccess) {
  RacfLab lab;
  lab.must("ADDUSER (ANN OWEN)");
  lab.must("RDEFINE FACILITY X OWNER(OWEN)");
  const host::CommandResult altered = lab.run_as("ANN", "RALTER FACILITY X UACC(ALTER)");
  EXPECT_EQ(altered.return_code, 4);
  EXPECT_THAT(altered.shown(), ElementsAre("ICH11103I NOT AUTHORIZED TO ALTER X"));
  const host::CommandResult deleted = lab.run_as("ANN", "RDELETE FACILITY X");
  EXPECT_EQ(deleted.return_code, 4);
  EXPECT_THAT(deleted.shown(), ElementsAre("ICH12103I NOT AUTHORIZED TO DELETE X"));
  EXPECT_THAT(message_ids(lab.run_as("ANN", "PERMIT X CLASS(FACILITY) ID(ANN) ACCESS(ALTER)")),
              ElementsAre("ICH06006I"));
  EXPECT_EQ(lab.session().database.resources.find("FACILITY", "X")->uacc, "NONE");
  EXPECT_EQ(lab.run_as("OWEN", "PERMIT X CLASS(FACILITY) ID(ANN) ACCESS(ALTER)").return_code, 0);
  EXPECT_EQ(lab.run_as("ANN", "RALTER FACILITY X UACC(READ)").return_code, 0);
  EXPECT_THAT(lab.run_as("ANN", "RALTER FACILITY X OWNER(ANN)").shown(),
              ElementsAre("ICH11003I NOT AUTHORIZED TO SPECIFY OWNER FOR X; OPERAND IGNORED"));
  EXPECT_EQ(lab.run_as("OWEN", "RDELETE FACILITY X").return_code, 0);
}

TEST(Rdelete, TakesAccessListSegmentsAndMembersAlong) {
  RacfLab lab;
  lab.must("RDEFINE STARTED X STDATA(USER(IBMUSER)) ADDMEM(ONE)");
  lab.must("PERMIT X CLASS(STARTED) ID(SYS1)");
  EXPECT_THAT(lab.run("RDELETE STARTED (X NONE)").shown(), ElementsAre("ICH12102I NONE NOT DEFINED TO CLASS STARTED."));
  lab.must("RDEFINE STARTED X");
  EXPECT_THAT(access_list(lab, "STARTED", "X"), IsEmpty());
  EXPECT_THAT(lab.shown("RLIST STARTED X STDATA"), HasSubstr("NO STDATA INFORMATION"));
  EXPECT_THAT(lab.session().database.resources.members("STARTED", "X"), IsEmpty());
}

TEST(Permit, AddsChangesAndDeletesEntries) {
  RacfLab lab;
  lab.must("RDEFINE FACILITY X");
  lab.must("ADDUSER ANN");
  lab.must("PERMIT X CLASS(FACILITY) ID(ANN SYS1 *) ACCESS(READ)");
  lab.must("PERMIT X CLASS(FACILITY) ID(SYS1) ACCESS(CONTROL)");
  EXPECT_THAT(access_list(lab, "FACILITY", "X"), ElementsAre("ANN READ", "SYS1 CONTROL", "* READ"));
  lab.must("PERMIT X CLASS(FACILITY) ID(SYS1) DELETE");
  EXPECT_THAT(access_list(lab, "FACILITY", "X"), ElementsAre("ANN READ", "* READ"));
  lab.must("PERMIT X CLASS(FACILITY) RESET");
  EXPECT_THAT(access_list(lab, "FACILITY", "X"), IsEmpty());
}

TEST(Permit, WithoutAccessGivesRead) {
  RacfLab lab;
  lab.must("RDEFINE FACILITY X");
  lab.must("PE X CL(FACILITY) ID(IBMUSER)");
  EXPECT_THAT(access_list(lab, "FACILITY", "X"), ElementsAre("IBMUSER READ"));
}

TEST(Permit, SaysWhichUserMayHaveBeenMeant) {
  RacfLab lab;
  lab.must("ADDUSER IZUSVR NOPASSWORD");
  lab.must("RDEFINE FACILITY X");
  const host::CommandResult result = lab.run("PERMIT X CLASS(FACILITY) ID(IZUSRVR ZZZZ) ACCESS(READ)");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.diagnostics, ElementsAre("user IZUSRVR is not defined; did you mean IZUSVR?"));
}

TEST(Permit, ReportsEveryIdThatIsNotThereAndGoesOn) {
  RacfLab lab;
  lab.must("RDEFINE FACILITY X");
  const host::CommandResult result = lab.run("PERMIT X CLASS(FACILITY) ID(NOBODY IBMUSER) ACCESS(READ)");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("ICH06007I NOBODY NOT DEFINED TO RACF"));
  EXPECT_THAT(access_list(lab, "FACILITY", "X"), ElementsAre("IBMUSER READ"));
  const host::CommandResult absent = lab.run("PERMIT X CLASS(FACILITY) ID(SYS1) DELETE");
  EXPECT_EQ(absent.return_code, 4);
  EXPECT_THAT(absent.shown(), ElementsAre("ICH06002I SYS1     NOT AUTHORIZED, DELETE IGNORED"));
}

TEST(Permit, OnAMissingProfileStops) {
  RacfLab lab;
  const host::CommandResult result = lab.run("PERMIT TESTING CLASS(FACILITY) ACCESS(READ) ID(IBMUSER)");
  EXPECT_EQ(result.return_code, 8);
  EXPECT_THAT(result.shown(), ElementsAre("ICH06004I TESTING NOT DEFINED TO RACF"));
  lab.must("RDEFINE FACILITY X");
  const host::CommandResult model = lab.run("PERMIT X CLASS(FACILITY) FROM(TESTING)");
  EXPECT_EQ(model.return_code, 8);
  EXPECT_THAT(model.shown(), ElementsAre("ICH06004I TESTING NOT DEFINED TO RACF"));
}

TEST(Permit, NeverGrantsWithoutTheConditionThatWasGiven) {
  RacfLab lab;
  lab.must("RDEFINE FACILITY X");
  const host::CommandResult result = lab.run("PERMIT X CLASS(FACILITY) ID(IBMUSER) ACCESS(READ) WHEN(PROGRAM(P))");
  EXPECT_THAT(access_list(lab, "FACILITY", "X"), IsEmpty());
  EXPECT_THAT(result.diagnostics, Contains(HasSubstr("WHEN")));
}

TEST(Permit, NamesADataSetProfileThatIsNotThere) {
  RacfLab lab;
  EXPECT_THAT(message_ids(lab.run("PERMIT SYS1.DATA ID(IBMUSER)")), ElementsAre("ICH06004I"));
}

TEST(Rlist, OfAMissingProfileOrAnEmptyClassIsReturnCodeFour) {
  RacfLab lab;
  EXPECT_THAT(lab.run("RLIST FACILITY NONE").shown(), ElementsAre("ICH13003I NONE NOT FOUND"));
  EXPECT_EQ(lab.run("RLIST FACILITY NONE").return_code, 4);
  EXPECT_THAT(lab.run("RLIST FACILITY *").shown(), ElementsAre("ICH13004I NOTHING TO LIST"));
  EXPECT_THAT(lab.run("RLIST ELIXTEST TESTING").shown(), Contains("IKJ56702I INVALID CLASS NAME, ELIXTEST"));
}

TEST(Rlist, TakesReadAccess) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  lab.must("RDEFINE FACILITY X");
  EXPECT_THAT(lab.run_as("ANN", "RLIST FACILITY X").shown(), ElementsAre("ICH13002I NOT AUTHORIZED TO LIST X"));
  lab.must("PERMIT X CLASS(FACILITY) ID(ANN)");
  EXPECT_EQ(lab.run_as("ANN", "RLIST FACILITY X").return_code, 0);
}

TEST(Rlist, ShowsTheGenericProfileThatCoversTheName) {
  RacfLab lab;
  lab.must("ADDUSER ESWIFT");
  lab.must("SETROPTS GENERIC(FACILITY)");
  lab.must("SETROPTS NOADDCREATOR");  // the listing is for another user than the creator
  lab.must("RDEFINE FACILITY TEST* UACC(READ) OWNER(ESWIFT)");
  expect_golden("racf/rlist.txt", lab.shown("RLIST FACILITY (TESTING)"));
  EXPECT_THAT(message_ids(lab.run("RLIST FACILITY TESTING NOGENERIC")), ElementsAre("ICH13003I"));
}

TEST(Rlist, ShowsTheGroupingClassAndThreeLinesBetweenProfiles) {
  RacfLab lab;
  lab.must("ADDUSER ESWIFT");
  lab.must("SETROPTS GENERIC(XFACILIT)");
  lab.must("RDEFINE XFACILIT IRR.IRRSMO00.PRECHECK UACC(READ) OWNER(ESWIFT)");
  lab.must("SETROPTS NOADDCREATOR");
  lab.must("RDEFINE XFACILIT HZS.** UACC(READ) OWNER(SYS1) WARNING");
  expect_golden("racf/rlist_class.txt", lab.shown("RLIST XFACILIT (*)"));
}

TEST(Rlist, ShowsTheStdataSegment) {
  RacfLab lab;
  lab.must("ADDUSER ESWIFT");
  lab.must("SETROPTS NOADDCREATOR");
  lab.must("RDEFINE STARTED TSTTSKEL OWNER(ESWIFT) STDATA(TRUSTED(YES))");
  expect_golden("racf/rlist_stdata.txt", lab.shown("RLIST STARTED (TSTTSKEL) STDATA"));
}

TEST(Rlist, ShowsAccessListMembersAndOtherSegments) {
  RacfLab lab;
  lab.must(
      "RDEFINE CDT MYCLASS LEVEL(12) UACC(ALTER) WARNING APPLDATA('application') DATA('installation')"
      " NOTIFY(IBMUSER) ADDMEM(TWO ONE) CDTINFO(POSIT(200) OTHER(ALPHA NUMERIC))");
  lab.must("PERMIT MYCLASS CLASS(CDT) ID(IBMUSER) ACCESS(ALTER)");
  lab.must("PERMIT MYCLASS CLASS(CDT) ID(SYS1) ACCESS(NONE)");
  expect_golden("racf/rlist_all.txt", lab.shown("RLIST CDT MYCLASS AUTHUSER CDTINFO"));
}

}  // namespace
}  // namespace ringside::racf
