// tests/twin/commands/users_test.cpp - commands for users, their attributes and segments.
#include "twin/commands/users.hpp"

#include <gmock/gmock.h>

#include "tests/twin/commands/two_systems.hpp"

namespace ringside::twin {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class UserCommands : public testing::Test {
 protected:
  void expect(const std::vector<std::string>& commands) {
    EXPECT_THAT(systems_.lines(), testing::ElementsAreArray(commands));
    EXPECT_THAT(systems_.rest_after(systems_.plan()), IsEmpty());
  }
  TwoSystems systems_;
};

TEST_F(UserCommands, NothingLeadsToTheSameSystem) {
  expect({});
}

TEST_F(UserCommands, AUserIsAddedWithAttributesAndSegments) {
  systems_.to(
      {"ADDUSER SRV NAME('O''NEIL') OPERATIONS CLAUTH(USER) DATA('a server') OMVS(UID(77) HOME('/u/srv') "
       "PROGRAM(/bin/sh)) TSO(PROC(LOGON) ACCTNUM('A 1') SIZE(4096))"});
  expect(
      {"ADDUSER SRV DFLTGRP(SYS1) OWNER(IBMUSER) NAME('O''NEIL') DATA('a server') CLAUTH(USER) OPERATIONS "
       "OMVS(HOME(/u/srv) PROGRAM(/bin/sh) UID(77)) TSO(ACCTNUM('A 1') PROC(LOGON) SIZE(4096))"});
}

TEST_F(UserCommands, AUidThatAnotherUserHasIsShared) {
  systems_.to({"ADDUSER A OMVS(UID(0) SHARED)"});
  expect({"ADDUSER A DFLTGRP(SYS1) OWNER(IBMUSER) OMVS(UID(0) SHARED)"});
}

TEST_F(UserCommands, SegmentsAreChangedFieldByFieldAndRemoved) {
  systems_.both({"ADDUSER SRV OMVS(UID(77) HOME('/u/srv')) TSO(PROC(LOGON) UNIT(SYSDA)) CICS(OPCLASS(1 2))",
                 "ADDUSER OLD KERB(KERBNAME('old'))"});
  systems_.to({"ALTUSER SRV OMVS(UID(78)) TSO(PROC(OTHER) NOUNIT) CICS(OPCLASS(2 3))", "ALTUSER OLD NOKERB"});
  expect({"ALTUSER OLD NOKERB", "ALTUSER SRV CICS(OPCLASS(2 3)) OMVS(UID(78)) TSO(PROC(OTHER) NOUNIT)"});
}

TEST_F(UserCommands, AttributesAreGivenAndTakenAway) {
  systems_.both({"ADDUSER A SPECIAL RESTRICTED CLAUTH(USER)"});
  systems_.to({"ALTUSER A NOSPECIAL NORESTRICTED NOCLAUTH(USER) CLAUTH(FACILITY) UAUDIT REVOKE DATA('x')",
               "ALTUSER A RESUME(12/31/30)"});
  expect({"ALTUSER A DATA('x') NOCLAUTH(USER) NORESTRICTED NOSPECIAL CLAUTH(FACILITY) REVOKE UAUDIT",
          "ALTUSER A RESUME(12/31/30)"});
}

TEST_F(UserCommands, APasswordIsAskedForSinceItIsNotKnown) {
  systems_.to({"ADDUSER A PASSWORD(SECRET1)", "PASSWORD USER(A) INTERVAL(90)"});
  expect({"ADDUSER A DFLTGRP(SYS1) OWNER(IBMUSER)", "ALTUSER A PASSWORD",
          "* user A: its password or phrase is not known here; give it a value", "PASSWORD USER(A) INTERVAL(90)"});
}

TEST_F(UserCommands, AUserLosesItsPasswordAndItsInterval) {
  systems_.both({"ADDUSER A PASSWORD(SECRET1) PHRASE('a long pass phrase')", "PASSWORD USER(A) NOINTERVAL"});
  systems_.to({"ALTUSER A NOPASSWORD", "PASSWORD USER(A) INTERVAL(30)"});
  expect({"ALTUSER A NOPASSWORD", "PASSWORD USER(A) INTERVAL(30)"});
}

TEST_F(UserCommands, AUserIsDeletedAfterWhatItOwns) {
  systems_.from({"ADDUSER OLD", "RACDCERT ID(OLD) ADDRING(Ring)",
                 "RACDCERT ID(OLD) GENCERT SUBJECTSDN(CN('old')) WITHLABEL('Old') NISTECC",
                 "RACDCERT ID(OLD) CONNECT(LABEL('Old') RING(Ring))", "ADDSD 'OLD.**' UACC(NONE)",
                 "RACMAP ID(OLD) MAP USERDIDFILTER(NAME('CN=a')) REGISTRY(NAME('ldap')) WITHLABEL('m')",
                 "PERMIT BPX.NEXT.USER CLASS(FACILITY) ID(OLD) ACCESS(READ)"});
  expect({"RACDCERT ID(OLD) DELRING(Ring)", "RACDCERT ID(OLD) DELETE(LABEL('Old'))",
          "RACMAP ID(OLD) DELMAP(LABEL('m'))", "PERMIT BPX.NEXT.USER CLASS(FACILITY) ID(OLD) DELETE", "DELDSD 'OLD.**'",
          "DELUSER OLD"});
}

TEST_F(UserCommands, TheIssuerIsChangedLast) {
  systems_.to({"ADDUSER ADM SPECIAL", "ADDUSER B", "ALTUSER IBMUSER NOSPECIAL REVOKE"});
  const auto lines = systems_.lines();
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines.back(), "ALTUSER IBMUSER NOSPECIAL REVOKE");
  EXPECT_THAT(systems_.rest_after(systems_.plan()), IsEmpty());
}

TEST_F(UserCommands, AnOwnerThatIsNoUserAnyMoreIsLeft) {
  systems_.to({"ADDUSER BOSS", "ADDUSER A OWNER(BOSS)", "DELUSER BOSS"});
  EXPECT_THAT(systems_.lines(), ElementsAre("ADDUSER A DFLTGRP(SYS1)"));
  EXPECT_THAT(systems_.rest_after(systems_.plan()), testing::SizeIs(2));  // both sides of the user
}

TEST_F(UserCommands, ASystemSegmentThatNoCommandKnowsIsRemarkedOn) {
  systems_.both({"ADDUSER A"});
  systems_.second().session().database.segments.put("USER", "A", "NOSUCH", "FIELD", "1");
  systems_.second().session().database.segments.put("USER", "A", "TSO", "NOFIELD", "1");
  EXPECT_THAT(systems_.lines(), ElementsAre("* user A: no operand of ALTUSER sets NOSUCH",
                                            "* user A: no operand of ALTUSER sets TSO NOFIELD"));
}

}  // namespace
}  // namespace ringside::twin
