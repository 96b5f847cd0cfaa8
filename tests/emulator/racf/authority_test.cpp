// tests/emulator/racf/authority_test.cpp - access decisions, ICH408I, and authority in groups.
#include "emulator/racf/authority.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::RacfLab;
using testing::ElementsAre;
using testing::IsEmpty;

/// FACILITY active with generics; users ANN and BOB, BOB in group TEAM.
class Access : public testing::Test {
 protected:
  void SetUp() override {
    lab.must("SETROPTS CLASSACT(FACILITY) GENERIC(FACILITY)");
    lab.must("ADDGROUP TEAM");
    lab.must("ADDGROUP CREW");
    lab.must("ADDUSER (ANN BOB) DFLTGRP(SYS1)");
    lab.must("CONNECT BOB GROUP(TEAM)");
    lab.must("CONNECT BOB GROUP(CREW)");
  }

  AccessDecision decide(const std::string& user, const std::string& resource) {
    Context context(lab.session(), lab.lab().randomness("SYS1", 0));
    return access_of(context, user, "FACILITY", resource);
  }
  AccessLevel allowed(const std::string& user, const std::string& resource) { return decide(user, resource).allowed; }

  RacfLab lab;
};

TEST_F(Access, TheDiscreteProfileGoesBeforeEveryGenericOne) {
  lab.must("RDEFINE FACILITY A.B UACC(NONE)");
  lab.must("RDEFINE FACILITY A.* UACC(READ)");
  lab.must("RDEFINE FACILITY A.** UACC(UPDATE)");
  EXPECT_EQ(decide("ANN", "A.B").profile, "A.B");
  EXPECT_EQ(allowed("ANN", "A.B"), AccessLevel::none);
  EXPECT_EQ(decide("ANN", "A.C").profile, "A.*");
  EXPECT_TRUE(decide("ANN", "A.C").generic);
  EXPECT_EQ(decide("ANN", "A").profile, "A.**");
  EXPECT_FALSE(decide("ANN", "B").profile);
}

TEST_F(Access, TheUsersOwnEntryDecidesEvenAgainstHisGroups) {
  lab.must("RDEFINE FACILITY X UACC(ALTER)");
  lab.must("PERMIT X CLASS(FACILITY) ID(BOB) ACCESS(NONE)");
  lab.must("PERMIT X CLASS(FACILITY) ID(TEAM) ACCESS(CONTROL)");
  EXPECT_EQ(allowed("BOB", "X"), AccessLevel::none);
  EXPECT_EQ(allowed("ANN", "X"), AccessLevel::alter);
}

TEST_F(Access, TheHighestOfTheGroupsCounts) {
  lab.must("RDEFINE FACILITY X UACC(NONE)");
  lab.must("PERMIT X CLASS(FACILITY) ID(TEAM) ACCESS(READ)");
  lab.must("PERMIT X CLASS(FACILITY) ID(CREW) ACCESS(UPDATE)");
  EXPECT_EQ(allowed("BOB", "X"), AccessLevel::update);
  lab.must("CONNECT BOB GROUP(CREW) REVOKE");
  EXPECT_EQ(allowed("BOB", "X"), AccessLevel::read);
}

TEST_F(Access, TheAsteriskIsForDefinedUsersWhoAreNotRestricted) {
  lab.must("RDEFINE FACILITY X UACC(NONE)");
  lab.must("PERMIT X CLASS(FACILITY) ID(*) ACCESS(READ)");
  lab.must("ADDUSER GUEST RESTRICTED");
  EXPECT_EQ(allowed("ANN", "X"), AccessLevel::read);
  EXPECT_EQ(allowed("GUEST", "X"), AccessLevel::none);
  EXPECT_EQ(allowed("NOBODY", "X"), AccessLevel::none);
  lab.must("RALTER FACILITY X UACC(UPDATE)");
  EXPECT_EQ(allowed("ANN", "X"), AccessLevel::read);
  EXPECT_EQ(allowed("GUEST", "X"), AccessLevel::none);
  EXPECT_EQ(allowed("NOBODY", "X"), AccessLevel::update);
}

TEST_F(Access, AnInactiveClassProtectsNothing) {
  lab.must("RDEFINE FACILITY X UACC(READ)");
  lab.must("SETROPTS NOCLASSACT(FACILITY)");
  EXPECT_FALSE(decide("ANN", "X").profile);
}

TEST_F(Access, IsFreeWhereNothingProtectsAResource) {
  Context context(lab.session());
  const AccessNeed need{"APPL", "IZUDFLT", AccessLevel::read};
  lab.must("RDEFINE APPL IZUDFLT UACC(NONE)");
  EXPECT_TRUE(may_use(context, "ANN", need)) << "the class is not active";
  lab.must("SETROPTS CLASSACT(APPL)");
  EXPECT_FALSE(may_use(context, "ANN", need));
  EXPECT_TRUE(may_use(context, "ANN", {"APPL", "OTHER", AccessLevel::read})) << "no profile";
  lab.must("RALTER APPL IZUDFLT WARNING");
  EXPECT_TRUE(may_use(context, "ANN", need));
}

TEST_F(Access, GenericProfilesNeedGenericProfileChecking) {
  lab.must("RDEFINE FACILITY X.* UACC(READ)");
  lab.must("SETROPTS NOGENERIC(FACILITY)");
  EXPECT_FALSE(decide("ANN", "X.Y").profile);
}

TEST(LenientAccess, ARaclistedClassShowsChangesAtOnceWithARemark) {
  RacfLab lab("2013-05-17", {.lenient = true});
  lab.must("SETROPTS CLASSACT(FACILITY)");
  lab.must("RDEFINE FACILITY X UACC(NONE)");
  lab.must("ADDUSER ANN");
  lab.must("SETROPTS RACLIST(FACILITY)");
  lab.must("PERMIT X CLASS(FACILITY) ID(ANN) ACCESS(READ)");
  Context context(lab.session(), lab.lab().randomness("SYS1", 0));
  EXPECT_EQ(access_of(context, "ANN", "FACILITY", "X").allowed, AccessLevel::read);
  EXPECT_THAT(context.finish("", {}).diagnostics,
              ElementsAre("access to X changed since the last refresh of FACILITY: a real system goes by the old "
                          "profiles until SETROPTS RACLIST(FACILITY) REFRESH"));
}

TEST(RaclistedAccess, ShowsTheProfilesOfItsLastRefreshAndSaysWhichRefreshIsMissing) {
  RacfLab lab;
  lab.must("SETROPTS CLASSACT(FACILITY)");
  lab.must("RDEFINE FACILITY X UACC(NONE)");
  lab.must("ADDUSER ANN");
  lab.must("SETROPTS RACLIST(FACILITY)");
  lab.must("PERMIT X CLASS(FACILITY) ID(ANN) ACCESS(READ)");
  Context context(lab.session(), lab.lab().randomness("SYS1", 0));
  EXPECT_EQ(access_of(context, "ANN", "FACILITY", "X").allowed, AccessLevel::none);
  EXPECT_THAT(context.finish("", {}).diagnostics,
              ElementsAre("access to X changed since the last refresh of FACILITY: RACF goes by the old profiles until "
                          "SETROPTS RACLIST(FACILITY) REFRESH"));
  lab.must("SETROPTS RACLIST(FACILITY) REFRESH");
  EXPECT_EQ(access_of(context, "ANN", "FACILITY", "X").allowed, AccessLevel::read);
  lab.must("RDELETE FACILITY X");
  EXPECT_TRUE(access_of(context, "ANN", "FACILITY", "X").profile);
  lab.must("SETROPTS NORACLIST(FACILITY)");
  EXPECT_FALSE(access_of(context, "ANN", "FACILITY", "X").profile);
}

/// may_use_digtcert as ANN, with what it writes to the job log.
class DigtcertAuthority : public Access {
 protected:
  bool may(const std::string& user, AccessLevel needed) {
    Session session(lab.lab(), lab.session().system, user);
    Context context(session, lab.lab().randomness("SYS1", 0));
    const bool allowed = may_use_digtcert(context, "LISTRING", needed);
    console = context.finish("", {}).console;
    return allowed;
  }
  std::vector<std::string> console;
};

TEST_F(DigtcertAuthority, SpecialMayDoAllAndOthersNothingWithoutAProfile) {
  EXPECT_TRUE(may("IBMUSER", AccessLevel::control));
  EXPECT_FALSE(may("ANN", AccessLevel::read));
  EXPECT_THAT(console, IsEmpty());
}

TEST_F(DigtcertAuthority, ADenialByAProfileIsLogged) {
  lab.must("RDEFINE FACILITY IRR.DIGTCERT.* UACC(NONE)");
  lab.must("PERMIT IRR.DIGTCERT.* CLASS(FACILITY) ID(ANN) ACCESS(READ)");
  EXPECT_TRUE(may("ANN", AccessLevel::read));
  EXPECT_THAT(console, IsEmpty());
  EXPECT_FALSE(may("ANN", AccessLevel::update));
  EXPECT_THAT(console, ElementsAre("ICH408I USER(ANN     ) GROUP(SYS1    ) NAME(UNKNOWN             )",
                                   "  IRR.DIGTCERT.LISTRING CL(FACILITY)", "  INSUFFICIENT ACCESS AUTHORITY",
                                   "  FROM IRR.DIGTCERT.* (G)", "  ACCESS INTENT(UPDATE )  ACCESS ALLOWED(READ   )"));
}

TEST_F(DigtcertAuthority, AWarningProfileLetsPassAndSaysSo) {
  lab.must("RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE) WARNING");
  EXPECT_TRUE(may("ANN", AccessLevel::read));
  EXPECT_THAT(console, ElementsAre("ICH408I USER(ANN     ) GROUP(SYS1    ) NAME(UNKNOWN             )",
                                   "  IRR.DIGTCERT.LISTRING CL(FACILITY)",
                                   "  WARNING: INSUFFICIENT AUTHORITY - TEMPORARY ACCESS ALLOWED",
                                   "  ACCESS INTENT(READ   )  ACCESS ALLOWED(NONE   )"));
}

/// ANN is SPECIAL in group TOP, which owns SUB, a user, and profiles; FREE stands below TOP and belongs to somebody
/// else.
class GroupSpecial : public testing::Test {
 protected:
  void SetUp() override {
    lab.must("ADDGROUP TOP");
    lab.must("ADDGROUP SUB SUPGROUP(TOP) OWNER(TOP)");
    lab.must("ADDGROUP FREE SUPGROUP(TOP) OWNER(IBMUSER)");
    lab.must("ADDUSER ANN DFLTGRP(SYS1)");
    lab.must("CONNECT ANN GROUP(TOP) SPECIAL");
    lab.must("ADDUSER MINE DFLTGRP(SUB) OWNER(SUB)");
    lab.must("ADDUSER OTHER DFLTGRP(FREE) OWNER(FREE)");
    lab.must("SETROPTS CLASSACT(FACILITY)");
    lab.must("RDEFINE FACILITY OF.TOP UACC(NONE) OWNER(TOP)");
    lab.must("RDEFINE FACILITY OF.MINE UACC(NONE) OWNER(MINE)");
    lab.must("RDEFINE FACILITY OF.FREE UACC(NONE) OWNER(FREE)");
  }
  int as_ann(const std::string& command) { return lab.run_as("ANN", command).return_code; }

  RacfLab lab;
};

TEST_F(GroupSpecial, AdministersWhatTheGroupAndItsSubgroupsOwn) {
  for (const char* command :
       {"LISTUSER MINE", "ALTUSER MINE NAME('x')", "LISTGRP SUB", "ALTGROUP SUB DATA('x')", "CONNECT MINE GROUP(TOP)",
        "ADDGROUP NEW SUPGROUP(SUB)", "RALTER FACILITY OF.TOP UACC(READ)", "RALTER FACILITY OF.MINE UACC(READ)",
        "PERMIT OF.TOP CLASS(FACILITY) ID(MINE) ACCESS(READ)", "RLIST FACILITY OF.TOP", "REMOVE MINE GROUP(TOP)"})
    EXPECT_EQ(as_ann(command), 0) << command;
}

TEST_F(GroupSpecial, EndsAtAGroupThatSomebodyElseOwns) {
  for (const char* command : {"LISTUSER OTHER", "LISTGRP FREE", "ALTGROUP FREE DATA('x')", "CONNECT MINE GROUP(FREE)",
                              "RALTER FACILITY OF.FREE UACC(READ)", "ALTUSER OTHER NAME('x')"})
    EXPECT_GT(as_ann(command), 0) << command;
}

TEST_F(GroupSpecial, GivesNothingSystemWideAndNoCertificates) {
  EXPECT_EQ(as_ann("SETROPTS CLASSACT(SERVER)"), 4);
  EXPECT_FALSE(lab.session().database.classes.has("SERVER", "CLASSACT"));
  for (const char* command : {"RACDCERT ID(MINE) ADDRING(Ring)", "RACDCERT CERTAUTH LIST", "ADDUSER NEW DFLTGRP(TOP)"})
    EXPECT_EQ(as_ann(command), 8) << command;
  lab.run_as("ANN", "ALTUSER MINE SPECIAL");
  EXPECT_FALSE(lab.session().database.users.find("MINE")->attributes.contains("SPECIAL"));
}

TEST_F(GroupSpecial, IsGoneWithTheConnection) {
  lab.must("CONNECT ANN GROUP(TOP) REVOKE");
  EXPECT_GT(as_ann("LISTUSER MINE"), 0);
}

}  // namespace
}  // namespace ringside::racf
