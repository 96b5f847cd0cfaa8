// tests/emulator/racf/users/racmap_test.cpp - RACMAP.
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

class Racmap : public testing::Test {
 protected:
  void SetUp() override {
    lab.must("ADDUSER (ANN BOB WEB)");
    lab.must("SETROPTS CLASSACT(IDIDMAP) RACLIST(IDIDMAP)");
  }
  void map(const std::string& user, const std::string& name, const std::string& registry,
           const std::string& more = "") {
    EXPECT_EQ(lab.run("RACMAP ID(" + user + ") MAP USERDIDFILTER(NAME('" + name + "')) REGISTRY(NAME('" + registry +
                      "')) " + more)
                  .return_code,
              0);
  }
  std::string mapped(const std::string& name, const std::string& registry) {
    return lab.shown("RACMAP QUERY USERDIDFILTER(NAME('" + name + "')) REGISTRY(NAME('" + registry + "'))");
  }
  RacfLab lab;
};

TEST_F(Racmap, ListsMappingsAsOnARealSystem) {
  map("ANN", std::string(60, 'a') + " long name of a user", "ldaps://lab.example");
  map("ANN", "uid=Ann, OU=Team , O=Lab", "ldaps://lab.example", "WITHLABEL('The boss')");
  expect_golden("racf/racmap_listmap.txt", lab.shown("RACMAP ID(ANN) LISTMAP"));
  EXPECT_THAT(lab.run("RACMAP ID(ANN) LISTMAP(LABEL('The boss'))").shown(), Contains("     >UID=Ann,OU=Team,O=Lab<"));
}

TEST_F(Racmap, RemindsOfTheRefreshWithoutWhichNothingIsMapped) {
  const host::CommandResult result =
      lab.run("RACMAP ID(ANN) MAP USERDIDFILTER(NAME('ann')) REGISTRY(NAME('LAB')) WITHLABEL('x')");
  EXPECT_THAT(result.shown(), ElementsAre("IRRW210I RACLISTed profiles for the IDIDMAP class will not reflect changes "
                                          "until a SETROPTS REFRESH is issued."));
  EXPECT_THAT(mapped("ann", "LAB"), HasSubstr("RSD270I"));
  lab.must("SETROPTS RACLIST(IDIDMAP) REFRESH");
  EXPECT_EQ(mapped("ann", "LAB"),
            "RSD269I User ANN is mapped to the distributed identity, by the mapping with label 'x'.\n");
  lab.must("SETROPTS NORACLIST(IDIDMAP)");
  EXPECT_THAT(mapped("ann", "LAB"), HasSubstr("not active and RACLISTed"));
}

TEST_F(Racmap, FindsTheMostSpecificMapping) {
  map("ANN", "UID=Ann,OU=Team,O=Lab", "LAB");
  map("BOB", "OU=Team,O=Lab", "LAB");
  map("WEB", "*", "*");
  lab.must("SETROPTS RACLIST(IDIDMAP) REFRESH");
  EXPECT_THAT(mapped("uid=Ann, ou=Team, o=Lab", "LAB"), HasSubstr("User ANN "));
  EXPECT_THAT(mapped("UID=Cal,OU=Team,O=Lab", "LAB"), HasSubstr("User BOB "));
  EXPECT_THAT(mapped("UID=Ann,OU=Team,O=Lab", "OTHER"), HasSubstr("User WEB "));
  EXPECT_THAT(mapped("somebody", "LAB"), HasSubstr("User WEB "));
}

TEST_F(Racmap, RefusesLabelsAndNamesInUse) {
  map("ANN", "ann", "LAB", "WITHLABEL('x')");
  EXPECT_THAT(message_ids(lab.run("RACMAP ID(ANN) MAP USERDIDFILTER(NAME('b')) REGISTRY(NAME('LAB')) WITHLABEL('x')")),
              ElementsAre("RSD202I"));
  EXPECT_THAT(message_ids(lab.run("RACMAP ID(BOB) MAP USERDIDFILTER(NAME('ann')) REGISTRY(NAME('LAB'))")),
              ElementsAre("RSD230I"));
  EXPECT_THAT(message_ids(lab.run("RACMAP ID(BOB) MAP USERDIDFILTER(NAME('ann'))")), ElementsAre("RSD267I"));
  EXPECT_THAT(lab.run("RACMAP ID(NOBODY) LISTMAP").shown(),
              ElementsAre("RSD268I The user ID specified is not defined to RACF."));
}

TEST_F(Racmap, DeletesByLabelOrTheOnlyMapping) {
  map("ANN", "ann", "LAB");
  map("ANN", "annie", "LAB");
  EXPECT_THAT(message_ids(lab.run("RACMAP ID(ANN) DELMAP")), ElementsAre("RSD233I"));
  EXPECT_THAT(lab.run("RACMAP ID(ANN) DELMAP(LABEL('none'))").shown(),
              ElementsAre("IRRW206I No matching identity mapping was found for this user."));
  lab.must("RACMAP ID(ANN) DELMAP(LABEL('LABEL00000001'))");
  EXPECT_THAT(lab.run("DELUSER ANN").shown(),
              ElementsAre("ICH04018I ANN cannot be deleted. Distributed identity mapping profiles are associated with "
                          "this user."));
  lab.must("RACMAP ID(ANN) DELMAP");
  const host::CommandResult gone = lab.run("RACMAP ID(ANN) DELMAP");
  EXPECT_EQ(gone.return_code, 8);
  EXPECT_THAT(gone.shown(), ElementsAre("IRRW204I No information was found for user ANN."));
  EXPECT_EQ(lab.run("RACMAP ID(ANN) LISTMAP").return_code, 4);
  lab.must("DELUSER ANN");
}

TEST_F(Racmap, TakesSpecialOrAccessToIrrIdidmap) {
  EXPECT_THAT(message_ids(lab.run_as("ANN", "RACMAP LISTMAP")), ElementsAre("RSD250I"));
  lab.must("SETROPTS CLASSACT(FACILITY)");
  lab.must("RDEFINE FACILITY IRR.IDIDMAP.LISTMAP UACC(NONE)");
  lab.must("PERMIT IRR.IDIDMAP.LISTMAP CLASS(FACILITY) ID(ANN) ACCESS(READ)");
  EXPECT_THAT(message_ids(lab.run_as("ANN", "RACMAP LISTMAP")), ElementsAre("IRRW204I"));
  EXPECT_THAT(message_ids(lab.run_as("ANN", "RACMAP ID(BOB) LISTMAP")), ElementsAre("RSD250I"));
}

TEST(CommandsThatAreNotEmulated, AreNotTypingMistakes) {
  RacfLab lab;
  for (const char* command : {"RACLINK LIST(IBMUSER.*)", "RACPRIV WRITEDOWN"}) {
    const host::CommandResult result = lab.run(command);
    EXPECT_EQ(result.return_code, 12) << command;
    EXPECT_THAT(message_ids(result), ElementsAre("RSD381I")) << command;
  }
}

}  // namespace
}  // namespace ringside::racf
