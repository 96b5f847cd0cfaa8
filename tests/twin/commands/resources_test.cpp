// tests/twin/commands/resources_test.cpp - commands for profiles of resources and data sets, access lists and options
// of classes.
#include "twin/commands/resources.hpp"

#include <gmock/gmock.h>

#include "tests/twin/commands/two_systems.hpp"

namespace ringside::twin {
namespace {

using testing::ElementsAreArray;
using testing::IsEmpty;

class ResourceCommands : public testing::Test {
 protected:
  void expect(const std::vector<std::string>& commands) {
    EXPECT_THAT(systems_.lines(), ElementsAreArray(commands));
    EXPECT_THAT(systems_.rest_after(systems_.plan()), IsEmpty());
  }
  TwoSystems systems_;
};

TEST_F(ResourceCommands, AProfileIsDefinedWithAccessListAndRefresh) {
  systems_.both({"ADDUSER A", "ADDUSER B"});
  systems_.to(
      {"RDEFINE FACILITY IRR.X.** UACC(NONE) OWNER(SYS1) APPLDATA('it''s') LEVEL(3) NOTIFY(A) "
       "AUDIT(SUCCESS(READ) FAILURES(UPDATE))",
       "PERMIT IRR.X.** CLASS(FACILITY) ID(B A) ACCESS(READ)", "PERMIT IRR.X.** CLASS(FACILITY) ID(*) ACCESS(UPDATE)",
       "SETROPTS RACLIST(FACILITY) REFRESH"});
  expect(
      {"RDEFINE FACILITY IRR.X.** OWNER(SYS1) UACC(NONE) LEVEL(3) APPLDATA('it''s') NOTIFY(A) "
       "AUDIT(SUCCESS(READ),FAILURES(UPDATE))",
       "PERMIT IRR.X.** CLASS(FACILITY) ID(B A) ACCESS(READ)", "PERMIT IRR.X.** CLASS(FACILITY) ID(*) ACCESS(UPDATE)",
       "SETROPTS RACLIST(FACILITY) REFRESH"});
}

TEST_F(ResourceCommands, TheCreatorsAccessIsTakenBackWhereTheOtherSystemHasNone) {
  systems_.to({"RDEFINE APPL X", "PERMIT X CLASS(APPL) RESET", "SETROPTS RACLIST(APPL) REFRESH"});
  systems_.both({"SETROPTS ADDCREATOR"});
  expect({"RDEFINE APPL X OWNER(IBMUSER) UACC(NONE)", "PERMIT X CLASS(APPL) ID(IBMUSER) DELETE",
          "SETROPTS RACLIST(APPL) REFRESH"});
}

TEST_F(ResourceCommands, AProfileIsChangedAndAnotherDeleted) {
  systems_.both({"RDEFINE FACILITY X DATA('x') WARNING STDATA(USER(IBMUSER) TRUSTED(YES))", "RDEFINE FACILITY Y",
                 "PERMIT X CLASS(FACILITY) ID(IBMUSER) ACCESS(READ)"});
  systems_.to({"RALTER FACILITY X NODATA NOWARNING UACC(READ) STDATA(TRUSTED(NO) NOUSER)", "RDELETE FACILITY Y",
               "PERMIT X CLASS(FACILITY) ID(IBMUSER) ACCESS(ALTER)"});
  expect({"RALTER FACILITY X UACC(READ) NOWARNING NODATA STDATA(TRUSTED(NO) NOUSER)",
          "PERMIT X CLASS(FACILITY) ID(IBMUSER) ACCESS(ALTER)", "RDELETE FACILITY Y"});
}

TEST_F(ResourceCommands, NamesThatLookLikeMoreAreTakenWhole) {
  systems_.to({"SETROPTS CLASSACT(ZMFAPLA)", "RDEFINE EJBROLE (Mixed.Case-) UACC(NONE)", "RDEFINE FACILITY (A+)"});
  expect(
      {"RDEFINE EJBROLE (Mixed.Case-) OWNER(IBMUSER) UACC(NONE)", "RDEFINE FACILITY (A+) OWNER(IBMUSER) UACC(NONE)"});
}

TEST_F(ResourceCommands, MembersAreAddedAndRemoved) {
  systems_.both({"RDEFINE GXFACILI G ADDMEM(A B)"});
  systems_.to({"RALTER GXFACILI G ADDMEM(C) DELMEM(A)", "RDEFINE GLOBAL DATASET ADDMEM('SYS1.*'/READ)"});
  expect({"RDEFINE GLOBAL DATASET OWNER(IBMUSER) UACC(NONE)", "RALTER GLOBAL DATASET ADDMEM('SYS1.*'/READ)",
          "RALTER GXFACILI G ADDMEM(C)", "RALTER GXFACILI G DELMEM(A)"});
}

TEST_F(ResourceCommands, DataSetProfilesHaveTheirOwnCommands) {
  systems_.both({"ADDUSER A", "ADDSD 'SYS1.OLD.**'", "ADDSD 'SYS1.SAME.**' DATA('x')"});
  systems_.to({"ADDSD 'A.B.**' UACC(READ) ERASE", "ADDSD 'A.DISCRETE' NOSET", "ADDSD 'A.PLAIN' GENERIC",
               "PERMIT 'A.B.**' ID(A) ACCESS(ALTER)", "ALTDSD 'SYS1.SAME.**' NODATA WARNING", "DELDSD 'SYS1.OLD.**'",
               "PERMIT 'A.PLAIN' GENERIC ID(A) ACCESS(READ)"});
  expect({"ADDSD 'A.B.**' OWNER(IBMUSER) UACC(READ) ERASE", "ADDSD 'A.DISCRETE' NOSET OWNER(IBMUSER) UACC(NONE)",
          "ADDSD 'A.PLAIN' GENERIC OWNER(IBMUSER) UACC(NONE)", "ALTDSD 'SYS1.SAME.**' WARNING NODATA",
          "PERMIT 'A.B.**' ID(A) ACCESS(ALTER)", "PERMIT 'A.PLAIN' GENERIC ID(A) ACCESS(READ)",
          "DELDSD 'SYS1.OLD.**'"});
}

TEST_F(ResourceCommands, OptionsOfClassesAreSetBeforeProfilesAndTakenBackAfterThem) {
  systems_.both({"SETROPTS CLASSACT(DASDVOL)"});
  systems_.to({"SETROPTS CLASSACT(TERMINAL) GENERIC(TERMINAL)", "RDEFINE TERMINAL T*", "SETROPTS NOCLASSACT(DASDVOL)",
               "SETROPTS RACLIST(TERMINAL) AUDIT(USER)"});
  expect({"SETROPTS CLASSACT(TERMINAL)", "SETROPTS GENERIC(TERMINAL)", "SETROPTS AUDIT(USER)",
          "RDEFINE TERMINAL T* OWNER(IBMUSER) UACC(NONE)", "SETROPTS NOCLASSACT(DASDVOL)",
          "SETROPTS RACLIST(TERMINAL)"});
}

TEST_F(ResourceCommands, AClassOfTheSiteIsKnownBeforeItsProfiles) {
  systems_.to(
      {"RDEFINE CDT $SITE UACC(NONE) CDTINFO(POSIT(300) MAXLENGTH(42) FIRST(ALPHA) OTHER(ANY) "
       "RACLIST(ALLOWED))",
       "SETROPTS RACLIST(CDT) REFRESH", "SETROPTS CLASSACT($SITE)", "RDEFINE $SITE ABC"});
  expect(
      {"RDEFINE CDT $SITE OWNER(IBMUSER) UACC(NONE) CDTINFO(FIRST(ALPHA) MAXLENGTH(42) OTHER(ANY) POSIT(300) "
       "RACLIST(ALLOWED))",
       "SETROPTS RACLIST(CDT) REFRESH", "SETROPTS CLASSACT($SITE)", "RDEFINE $SITE ABC OWNER(IBMUSER) UACC(NONE)"});
}

TEST_F(ResourceCommands, ASystemThatWasNotRefreshedIsRemarkedOn) {
  systems_.to({"RDEFINE FACILITY X", "SETROPTS RACLIST(FACILITY) REFRESH", "RDEFINE FACILITY Y"});
  EXPECT_THAT(systems_.lines(), testing::Contains(testing::HasSubstr("class FACILITY: what the other system has in "
                                                                     "storage is not what its profiles are")));
}

TEST_F(ResourceCommands, WhoIsOnAListWithoutBeingDefinedIsRemarkedOn) {
  systems_.to({"ADDUSER GONE", "PERMIT BPX.NEXT.USER CLASS(FACILITY) ID(GONE) ACCESS(READ)", "DELUSER GONE"});
  EXPECT_THAT(systems_.lines(), testing::ElementsAre("* profile BPX.NEXT.USER of class FACILITY: GONE has READ access "
                                                     "there, but is no user and no group"));
}

TEST_F(ResourceCommands, ConditionalAccessIsRemarkedOn) {
  systems_.second().session().database.resources.permit_if("FACILITY", "BPX.NEXT.USER",
                                                           {"TERMINAL", "T1", "IBMUSER", "READ", "", ""});
  EXPECT_THAT(systems_.lines(), testing::ElementsAre("* profile BPX.NEXT.USER of class FACILITY: 1 entries of its "
                                                     "conditional access list are not carried"));
}

}  // namespace
}  // namespace ringside::twin
