// tests/twin/commands/groups_test.cpp - commands for groups and connections.
#include "twin/commands/groups.hpp"

#include <gmock/gmock.h>

#include "tests/twin/commands/two_systems.hpp"

namespace ringside::twin {
namespace {

using testing::ElementsAreArray;
using testing::IsEmpty;

class GroupCommands : public testing::Test {
 protected:
  void expect(const std::vector<std::string>& commands) {
    EXPECT_THAT(systems_.lines(), ElementsAreArray(commands));
    EXPECT_THAT(systems_.rest_after(systems_.plan()), IsEmpty());
  }
  TwoSystems systems_;
};

TEST_F(GroupCommands, GroupsAreAddedFromTheTopOfTheTree) {
  systems_.to({"ADDGROUP Z DATA('top')", "ADDGROUP A SUPGROUP(Z) NOTERMUACC OMVS(GID(5))", "ADDGROUP M SUPGROUP(A)"});
  expect({"ADDGROUP Z SUPGROUP(SYS1) OWNER(IBMUSER) DATA('top')",
          "ADDGROUP A SUPGROUP(Z) OWNER(IBMUSER) NOTERMUACC OMVS(GID(5))", "ADDGROUP M SUPGROUP(A) OWNER(IBMUSER)"});
}

TEST_F(GroupCommands, GroupsAreDeletedFromTheBottom) {
  systems_.from({"ADDGROUP Z", "ADDGROUP A SUPGROUP(Z)", "ADDUSER U DFLTGRP(A)"});
  expect({"DELUSER U", "DELGROUP A", "DELGROUP Z"});
}

TEST_F(GroupCommands, AGroupIsMovedAndChanged) {
  systems_.both({"ADDGROUP A", "ADDGROUP B", "ADDGROUP C SUPGROUP(A) DATA('x')"});
  systems_.to({"ALTGROUP C SUPGROUP(B) NODATA NOTERMUACC OMVS(GID(8))"});
  expect({"ALTGROUP C SUPGROUP(B) NODATA NOTERMUACC OMVS(GID(8))"});
}

TEST_F(GroupCommands, AnOwnerThatComesAfterTheGroupIsSetLater) {
  systems_.to({"ADDGROUP G", "ADDUSER U DFLTGRP(G)", "ALTGROUP G OWNER(U)"});
  expect({"ADDGROUP G SUPGROUP(SYS1)", "ADDUSER U DFLTGRP(G) OWNER(IBMUSER)", "ALTGROUP G OWNER(U)"});
}

TEST_F(GroupCommands, ConnectionsAreMadeChangedAndRemoved) {
  systems_.both({"ADDGROUP A", "ADDGROUP B", "ADDUSER U", "ADDUSER V", "CONNECT U GROUP(A)", "CONNECT V GROUP(A)"});
  systems_.to({"CONNECT U GROUP(B) AUTHORITY(JOIN) UACC(READ) SPECIAL OWNER(V)",
               "CONNECT V GROUP(A) AUTHORITY(CONNECT) REVOKE", "REMOVE U GROUP(A)"});
  expect({"CONNECT U GROUP(B) AUTHORITY(JOIN) UACC(READ) OWNER(V) SPECIAL",
          "CONNECT V GROUP(A) AUTHORITY(CONNECT) REVOKE", "REMOVE U GROUP(A)"});
}

TEST_F(GroupCommands, ADefaultGroupChangesBetweenConnectAndRemove) {
  systems_.both({"ADDGROUP A", "ADDUSER U"});
  systems_.to({"CONNECT U GROUP(A)", "ALTUSER U DFLTGRP(A)", "REMOVE U GROUP(SYS1)"});
  expect({"CONNECT U GROUP(A) OWNER(IBMUSER)", "ALTUSER U DFLTGRP(A)", "REMOVE U GROUP(SYS1)"});
}

TEST_F(GroupCommands, UniversalIsRemarkedOn) {
  systems_.from({"ADDGROUP A"});
  systems_.to({"ADDGROUP A UNIVERSAL"});
  EXPECT_THAT(systems_.lines(), testing::ElementsAre("* group A: UNIVERSAL is given by ADDGROUP only"));
}

}  // namespace
}  // namespace ringside::twin
