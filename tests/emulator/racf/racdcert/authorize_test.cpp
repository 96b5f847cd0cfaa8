// tests/emulator/racf/racdcert/authorize_test.cpp - who may do what with RACDCERT: one test per cell of the authority
// tables (Command Language Reference, RACDCERT, "Authorization required"), and the profiles that decide.
#include "emulator/racf/racdcert/authorize.hpp"

#include <array>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "tests/emulator/racf/racdcert/authority_lab.hpp"
#include "tests/support/golden.hpp"

namespace ringside::racf {
namespace {

using test_support::RacfLab;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::array levels{AccessLevel::none, AccessLevel::read, AccessLevel::update, AccessLevel::control};
/// One function on one owner's certificate or ring.
struct AuthorityCell {
  std::string command;
  std::string profile;
  AccessLevel needed;
  std::string also;  ///< a second profile, which is given in full
};

std::ostream& operator<<(std::ostream& out, const AuthorityCell& cell) {
  return out << cell.command;
}

class FunctionAuthority : public testing::TestWithParam<AuthorityCell> {};

TEST_P(FunctionAuthority, IsWhatTheTableSays) {
  const AuthorityCell& cell = GetParam();
  AuthorityLab world;
  if (!cell.also.empty()) world.give(cell.also, AccessLevel::control);
  const host::CommandResult without = world.as_ann(cell.command);
  EXPECT_TRUE(refused(without)) << "no profile: refused";
  EXPECT_THAT(without.console, IsEmpty()) << "and nothing logged";
  bool done = false;
  for (const AccessLevel level : levels) {
    world.give(cell.profile, level);
    const host::CommandResult result = world.as_ann(cell.command);
    EXPECT_EQ(refused(result), level < cell.needed) << to_string(level);
    EXPECT_EQ(result.console.empty(), level >= cell.needed) << "ICH408I with " << to_string(level);
    if (level == cell.needed) done = result.return_code < 8;
  }
  EXPECT_TRUE(done) << "the level of the table is enough to do it";
}

constexpr AccessLevel R = AccessLevel::read, U = AccessLevel::update, C = AccessLevel::control;

// Mappings of other users and of MULTIID need UPDATE.
void add_mapping_cells(std::vector<AuthorityCell>& all) {
  constexpr std::array<std::pair<const char*, const char*>, 4> rows{{{"MAP", "MAP SDNFILTER('C=GB')"},
                                                                     {"ALTMAP", "ALTMAP(LABEL('m')) TRUST"},
                                                                     {"LISTMAP", "LISTMAP(LABEL('m'))"},
                                                                     {"DELMAP", "DELMAP(LABEL('m'))"}}};
  for (const auto& [profile, operands] : rows) {
    all.push_back({fmt::format("RACDCERT ID(ANN) {}", operands), profile, R, ""});
    all.push_back({fmt::format("RACDCERT ID(BOB) {}", operands), profile, U, ""});
    const std::string criteria = std::string_view(profile) == "MAP" ? " CRITERIA(APPLID=B)" : "";
    all.push_back({fmt::format("RACDCERT MULTIID {}{}", operands, criteria), profile, U, ""});
  }
}

// BIND needs what CONNECT needs for the issuer's own ring. The other functions of tokens need nothing in FACILITY.
void add_token_cells(std::vector<AuthorityCell>& all) {
  constexpr std::array levels_by_owner{R, C, U, U};
  for (std::size_t i = 0; i < owners.size(); ++i)
    all.push_back(
        {fmt::format("RACDCERT BIND(TOKEN(OUTSIDE) {} LABEL('c'))", owners[i]), "BIND", levels_by_owner[i], ""});
}

std::vector<AuthorityCell> cells() {
  std::vector<AuthorityCell> all;
  struct Row {
    const char* profile;
    const char* operands;
    const char* also;
  };
  constexpr std::array certificate_rows{
      Row{"ADD", "ADD('NEW.CERT') WITHLABEL('new')", ""},
      Row{"ALTER", "ALTER(LABEL('c')) NOTRUST", ""},
      Row{"DELETE", "DELETE(LABEL('c'))", ""},
      Row{"LIST", "LIST(LABEL('c'))", ""},
      Row{"LIST", "LIST", ""},
      Row{"EXPORT", "EXPORT(LABEL('c')) DSN('OUT.CERT')", ""},
      Row{"EXPORTKEY", "EXPORT(LABEL('c')) DSN('OUT.P12') FORMAT(PKCS12DER) PASSWORD('secret')", "EXPORT"},
      Row{"GENREQ", "GENREQ(LABEL('c')) DSN('OUT.REQ')", ""},
      Row{"REKEY", "REKEY(LABEL('c')) WITHLABEL('r')", ""},
      Row{"ROLLOVER", "ROLLOVER(LABEL('c')) NEWLABEL('c2')", ""},
      Row{"IMPORT", "IMPORT(TOKEN(OUTSIDE) SEQNUM(1)) WITHLABEL('new')", ""},
  };
  for (const Row& row : certificate_rows)
    for (std::size_t i = 0; i < owners.size(); ++i)
      all.push_back(
          {fmt::format("RACDCERT {} {}", owners[i], row.operands), row.profile, std::array{R, U, C, C}[i], row.also});
  for (const char* owner : owners)
    all.push_back({fmt::format("RACDCERT {} LISTCHAIN(LABEL('c'))", owner), "LIST", C, ""});
  constexpr std::array ring_rows{Row{"ADDRING", "ADDRING(New)", ""}, Row{"DELRING", "DELRING(Ring)", ""},
                                 Row{"LISTRING", "LISTRING(Ring)", ""}, Row{"LISTRING", "LISTRING(*)", ""}};
  for (const Row& row : ring_rows) {
    all.push_back({fmt::format("RACDCERT ID(ANN) {}", row.operands), row.profile, R, ""});
    all.push_back({fmt::format("RACDCERT ID(BOB) {}", row.operands), row.profile, U, ""});
  }
  for (std::size_t i = 0; i < owners.size(); ++i) {
    const std::string what = fmt::format("REMOVE({} LABEL('c') RING(Ring))", owners[i]);
    all.push_back({"RACDCERT ID(ANN) " + what, "REMOVE", std::array{R, R, U, U}[i], ""});
    all.push_back({"RACDCERT ID(BOB) " + what, "REMOVE", C, ""});
  }
  add_mapping_cells(all);
  add_token_cells(all);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Table, FunctionAuthority, testing::ValuesIn(cells()));

/// A function that needs levels on two profiles; none: the second profile is not checked.
struct TwoChecks {
  std::string command;  ///< {} stands for a number that differs each time
  std::string first, second;
  AccessLevel of_first, of_second;
};

std::ostream& operator<<(std::ostream& out, const TwoChecks& cell) {
  return out << cell.command;
}

class TwofoldAuthority : public testing::TestWithParam<TwoChecks> {};

TEST_P(TwofoldAuthority, AsksForBothLevels) {
  const TwoChecks& cell = GetParam();
  AuthorityLab world;
  int run = 0;
  for (const AccessLevel first : levels) {
    for (const AccessLevel second : levels) {
      world.give(cell.first, first);
      world.give(cell.second, second);
      const host::CommandResult result = world.as_ann(fmt::format(fmt::runtime(cell.command), ++run));
      const bool allowed = first >= cell.of_first && second >= cell.of_second;
      EXPECT_EQ(result.return_code, allowed ? 0 : 8) << to_string(first) << ' ' << to_string(second);
      EXPECT_EQ(refused(result), !allowed) << to_string(first) << ' ' << to_string(second);
    }
  }
}

std::vector<TwoChecks> gencert_cells() {
  std::vector<TwoChecks> all;
  for (std::size_t i = 0; i < owners.size(); ++i) {
    const AccessLevel target = std::array{R, U, C, C}[i];
    const std::string command =
        fmt::format("RACDCERT {} GENCERT SUBJECTSDN(CN('n{{0}}')) WITHLABEL('n{{0}}') NISTECC SIZE(256)", owners[i]);
    all.push_back({command, "ADD", "GENCERT", target, target});
    if (i < 2) all.push_back({command + " SIGNWITH(LABEL('c'))", "ADD", "GENCERT", target, R});
    all.push_back({command + " SIGNWITH(SITE LABEL('c'))", "ADD", "GENCERT", target, C});
    all.push_back({command + " SIGNWITH(CERTAUTH LABEL('c'))", "ADD", "GENCERT", target, C});
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(Gencert, TwofoldAuthority, testing::ValuesIn(gencert_cells()));

std::vector<TwoChecks> connect_cells() {
  constexpr AccessLevel none = AccessLevel::none;
  const auto cell = [](const char* ring, const char* certificate, AccessLevel connect, AccessLevel add) {
    return TwoChecks{fmt::format("RACDCERT ID({}) CONNECT({} RING(Ring) LABEL('c'))", ring, certificate), "CONNECT",
                     "ADD", connect, add};
  };
  return {
      cell("ANN", "ID(ANN)", R, none),
      cell("ANN", "ID(ANN) USAGE(PERSONAL)", R, none),
      cell("ANN", "ID(ANN) USAGE(SITE)", U, C),
      cell("ANN", "ID(ANN) USAGE(CERTAUTH)", U, C),
      cell("ANN", "SITE", U, none),
      cell("ANN", "SITE USAGE(SITE)", U, none),
      cell("ANN", "SITE USAGE(CERTAUTH)", U, C),
      cell("ANN", "CERTAUTH", U, none),
      cell("ANN", "CERTAUTH USAGE(CERTAUTH)", U, none),
      cell("ANN", "CERTAUTH USAGE(SITE)", U, C),
      cell("ANN", "CERTAUTH USAGE(PERSONAL)", U, C),
      cell("ANN", "ID(BOB)", C, none),
      cell("ANN", "ID(BOB) USAGE(PERSONAL)", C, none),
      cell("ANN", "ID(BOB) USAGE(CERTAUTH)", C, U),
      cell("BOB", "ID(ANN)", C, none),
      cell("BOB", "ID(ANN) USAGE(CERTAUTH)", C, C),
      cell("BOB", "ID(BOB)", C, none),
      cell("BOB", "ID(BOB) USAGE(SITE)", C, C),
      cell("BOB", "SITE", C, none),
      cell("BOB", "SITE USAGE(CERTAUTH)", C, C),
      cell("BOB", "CERTAUTH", C, none),
      cell("BOB", "CERTAUTH USAGE(PERSONAL)", C, none),
  };
}

INSTANTIATE_TEST_SUITE_P(Connect, TwofoldAuthority, testing::ValuesIn(connect_cells()));

class CheckcertAuthority : public testing::TestWithParam<std::size_t> {};

TEST_P(CheckcertAuthority, ShowsWhatTheDatabaseKnowsByTheLevelOnList) {
  AuthorityLab world;
  world.lab.must(fmt::format("RACDCERT {} EXPORT(LABEL('c')) DSN('ONE.CERT')", owners[GetParam()]));
  for (const AccessLevel level : levels) {
    world.give("LIST", level);
    const host::CommandResult result = world.as_ann("RACDCERT CHECKCERT('ONE.CERT')");
    EXPECT_LT(result.return_code, 8);
    const bool shown = level >= std::array{R, U, C, C}[GetParam()];
    const auto lines = result.shown();
    const bool has_label = std::any_of(
        lines.begin(), lines.end(), [](const std::string& line) { return line.find("Label: c") != std::string::npos; });
    EXPECT_EQ(has_label, shown) << to_string(level);
  }
}

INSTANTIATE_TEST_SUITE_P(Owners, CheckcertAuthority, testing::Range(std::size_t{0}, owners.size()));

TEST(Authority, SpecialMayDoEverythingWithoutAProfile) {
  for (const AuthorityCell& cell : cells()) {
    static AuthorityLab world;
    world.lab.must("ALTUSER ANN SPECIAL");
    EXPECT_FALSE(refused(world.as_ann(cell.command))) << cell.command;
  }
}

TEST(Authority, ComesFromGenericProfilesGroupsAndUacc) {
  AuthorityLab world;
  world.lab.must("ADDGROUP CERTADM");
  world.lab.must("RDEFINE FACILITY IRR.DIGTCERT.* UACC(NONE)");
  EXPECT_TRUE(refused(world.as_ann("RACDCERT ID(BOB) LIST")));
  world.lab.must("PERMIT IRR.DIGTCERT.* CLASS(FACILITY) ID(CERTADM) ACCESS(UPDATE)");
  world.lab.must("CONNECT ANN GROUP(CERTADM)");
  EXPECT_FALSE(refused(world.as_ann("RACDCERT ID(BOB) LIST")));
  EXPECT_TRUE(refused(world.as_ann("RACDCERT CERTAUTH LIST")));
  world.lab.must("RDEFINE FACILITY IRR.DIGTCERT.LIST UACC(CONTROL)");
  EXPECT_FALSE(refused(world.as_ann("RACDCERT CERTAUTH LIST"))) << "the discrete profile and its UACC";
  world.lab.must("RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)");
  EXPECT_TRUE(refused(world.as_ann("RACDCERT LISTRING(Ring)"))) << "the discrete profile hides the generic one";
}

TEST(Authority, ChangesOfARaclistedClassAreInvisibleUntilRefresh) {
  RacfLab lab;
  lab.must("ADDUSER ANN");
  lab.must("SETROPTS CLASSACT(FACILITY)");
  lab.must("SETROPTS RACLIST(FACILITY)");
  lab.must("RDEFINE FACILITY IRR.DIGTCERT.ADDRING UACC(READ)");
  const host::CommandResult before = lab.run_as("ANN", "RACDCERT ADDRING(Ring)");
  EXPECT_TRUE(refused(before));
  EXPECT_THAT(before.console, IsEmpty()) << "the new profile is not seen at all";
  lab.must("SETROPTS RACLIST(FACILITY) REFRESH");
  EXPECT_EQ(lab.run_as("ANN", "RACDCERT ADDRING(Ring)").return_code, 0);
  lab.must("RALTER FACILITY IRR.DIGTCERT.ADDRING UACC(NONE)");
  EXPECT_EQ(lab.run_as("ANN", "RACDCERT ADDRING(Ring2)").return_code, 0) << "the old one still decides";
  lab.must("SETROPTS RACLIST(FACILITY) REFRESH");
  EXPECT_TRUE(refused(lab.run_as("ANN", "RACDCERT ADDRING(Ring3)")));
}

TEST(Authority, EveryRefusalIsExplainedToAPerson) {
  AuthorityLab world;
  EXPECT_THAT(world.as_ann("RACDCERT CERTAUTH LIST").diagnostics,
              ElementsAre("user ANN needs CONTROL on IRR.DIGTCERT.LIST: no profile of class FACILITY covers it; what "
                          "would grant it: RDEFINE FACILITY IRR.DIGTCERT.LIST UACC(NONE); PERMIT IRR.DIGTCERT.LIST "
                          "CLASS(FACILITY) ID(ANN) ACCESS(CONTROL)"));
  world.give("*", AccessLevel::read);
  world.lab.must("SETROPTS RACLIST(FACILITY)");
  EXPECT_THAT(world.as_ann("RACDCERT CERTAUTH LIST").diagnostics,
              ElementsAre("user ANN needs CONTROL on IRR.DIGTCERT.LIST: generic profile IRR.DIGTCERT.* of class "
                          "FACILITY allows READ; what would grant it: PERMIT IRR.DIGTCERT.* CLASS(FACILITY) ID(ANN) "
                          "ACCESS(CONTROL); SETROPTS RACLIST(FACILITY) REFRESH"));
  world.lab.must("SETROPTS NORACLIST(FACILITY) NOCLASSACT(FACILITY)");
  EXPECT_THAT(world.as_ann("RACDCERT CERTAUTH LIST").diagnostics,
              ElementsAre(HasSubstr("class FACILITY is not active; what would grant it: SETROPTS CLASSACT(FACILITY); "
                                    "PERMIT IRR.DIGTCERT.* CLASS(FACILITY)")));
}

TEST(Authority, WhatWouldGrantItGrantsIt) {
  AuthorityLab world;
  const host::CommandResult result = world.as_ann("RACDCERT CERTAUTH LIST");
  ASSERT_EQ(result.diagnostics.size(), 1u);
  std::string commands = result.diagnostics.front();
  commands = commands.substr(commands.find("grant it: ") + 10);
  for (std::size_t end; !commands.empty(); commands = end == std::string::npos ? "" : commands.substr(end + 2)) {
    end = commands.find("; ");
    world.lab.must(commands.substr(0, end));
  }
  EXPECT_EQ(world.as_ann("RACDCERT CERTAUTH LIST").return_code, 0);
}

TEST(Authority, TheJobLogTellsDenials) {
  AuthorityLab world;
  world.lab.must("ALTUSER ANN NAME('Ann Onymous')");
  world.lab.must("RDEFINE FACILITY IRR.DIGTCERT.* UACC(NONE)");
  world.give("LIST", AccessLevel::update);
  world.lab.must("RDEFINE FACILITY IRR.DIGTCERT.GENREQ UACC(NONE) WARNING");
  std::string log;
  for (const char* command :
       {"RACDCERT CERTAUTH LIST", "RACDCERT ADDRING(New)", "RACDCERT GENREQ(LABEL('c')) DSN('OUT.REQ')"})
    for (const std::string& line : world.as_ann(command).console) log += line + "\n";
  test_support::expect_golden("racf/ich408i.txt", log);
}

}  // namespace
}  // namespace ringside::racf
