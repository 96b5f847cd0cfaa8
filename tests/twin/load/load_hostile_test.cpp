// tests/twin/load/load_hostile_test.cpp - loads with records that do not fit together,
// or hold what no site has: each is refused by its line, or counted in the report.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/twin/load/hostile_load.hpp"
#include "tests/twin/load/unload_rows.hpp"

namespace ringside::twin {
namespace {

using namespace std::string_literals;
using namespace test_support;

const std::string cent = "\xA2";  // stands for a blank in the name of a profile

/// The sound records and others behind them, as text.
std::string sound_and(const Rows& more) {
  return text_file(with(sound_rows(), more));
}

/// The sound records with other parts in the first record of a type that holds `mark`.
std::string changed(std::string_view type, std::string_view mark, const std::vector<Part>& parts) {
  return text_file(with_parts(sound_rows(), type, mark, parts));
}

/// The records of one more certificate of WEB.
Rows certificate_rows(const std::string& profile, const std::string& label, const std::string& issuer = "CN=CA",
                      const std::string& subject = "CN=more") {
  return {label_row("WEB", profile, label), resource_row("DIGTCERT", profile, "TRUST", "WEB"), certificate_row(profile),
          names_row(profile, issuer, subject)};
}

Rows chain_of_groups(int count) {
  Rows rows;
  for (int n = 0; n < count; ++n)
    rows.push_back(group_row(fmt::format("D{}", n), n == 0 ? "SYS1" : fmt::format("D{}", n - 1)));
  return rows;
}

Rows members(int count) {
  Rows rows;
  for (int n = 0; n < count; ++n) {
    const std::string profile = fmt::format("{:04X}.CN=CA", n + 16), label = fmt::format("m{}", n);
    for (const std::string& each : certificate_rows(profile, label, "CN=CA", "CN=m")) rows.push_back(each);
    rows.push_back(connected_row("WEB.Ring", profile, "PERSONAL", "NO", label));
  }
  return rows;
}

Rows backwards(Rows rows) {
  std::reverse(rows.begin(), rows.end());
  return rows;
}

std::vector<HostileUnload> lengths() {
  Rows longer = sound_rows(), shorter = sound_rows();
  for (std::string& each : longer) each += " NEWFIELD 0000000001 YES";
  for (std::string& each : shorter) each = each.substr(0, 600);  // of a release before phrases
  shorter = without(shorter, "1560");
  Rows mixed(longer.begin(), longer.begin() + 10);
  mixed.insert(mixed.end(), shorter.begin() + 10, shorter.end());
  return {
      {"LongerRecords", text_file(longer), counted, ""},
      {"ShorterRecords", text_file(shorter), counted, ""},
      {"MixedReleases", text_file(mixed), counted, ""},
      {"ATypeOnly", sound_and({"0200"}), counted, "record 25"},
      {"HalfAType", sound_and({"02"}), counted, "record 25"},
      {"ACutName", sound_and({"0200 AB"}), counted, "default group"},
      {"NoName", sound_and({row("0200", {{15, "2026-01-02"}})}), counted, "record 25"},
      {"UnknownTypes", sound_and({row("0999", {{6, "X"}}), row("02Z1", {{6, "X"}})}), counted, "unknown records: 2"},
      {"TypesOfLetters", sound_and({"ABCD X"}), counted, "record 25"},
      {"ColumnsShifted", sound_and({row("0200", {{6, "LONGERNAME"}, {16, "2026-01-02"}})}), counted, "record 25"},
      {"NoBlankAfterTheType", sound_and({"0200XNAME"}), counted, "record 25"},
  };
}

std::vector<HostileUnload> groups_and_users() {
  return {
      {"AGroupOfItself", changed("0100", "G1", {{15, "G1      "}}), counted, "G1"},
      {"ACycleOfGroups", sound_and({group_row("A1", "A2"), group_row("A2", "A3"), group_row("A3", "A1")}), counted,
       "A1"},
      {"DeepGroups", sound_and(chain_of_groups(300)), counted, ""},
      {"ASuperiorThatIsMissing", sound_and({group_row("A1", "NOGROUP")}), counted, "NOGROUP"},
      {"NoSys1", text_file(without(sound_rows(), "0100")), counted, "SYS1"},
      {"UsersWithoutTheirRecord", text_file(without(sound_rows(), "0200")), refused, "no user"},
      {"AConnectionOfNobody", sound_and({connect_row("NOBODY", "G1")}), counted, "connection of nobody"},
      {"AConnectionToNoGroup", sound_and({connect_row("WEB", "NOGROUP")}), counted, "connection of nobody"},
      {"ADefaultGroupThatIsMissing", sound_and({user_row("LOST", "NOGROUP")}), counted, "default group missing"},
      {"AMemberWithoutConnection", sound_and({member_row("SYS1", "WEB")}), counted, ""},
      {"AMemberThatIsNobody", sound_and({member_row("G1", "NOBODY")}), counted, ""},
      {"TwoUsersOfAName", sound_and({user_row("WEB", "SYS1")}), counted, "WEB"},
      {"TwoGroupsOfAName", sound_and({group_row("G1", "SYS1")}), counted, "G1"},
      {"AUserWithTheNameOfAGroup", sound_and({user_row("G1", "SYS1")}), counted, ""},
      {"AnAuthorityThatIsNoWord", changed("0102", "WEB", {{24, "MAYBE   "}}), counted, "MAYBE"},
      {"ControlCharactersInAName", sound_and({user_row("A\x1B[2J\x07", "G1")}), counted, "record 25"},
      {"ANulInAName", sound_and({user_row("A\0B"s, "G1")}), counted, "record 25"},
      {"QuotesInAName", sound_and({user_row("A'B\"C", "G1")}), counted, ""},
      {"ABlankInAName", sound_and({user_row("A B", "G1")}), counted, ""},
      {"ANameInLowerCase", sound_and({user_row("web", "G1")}), counted, ""},
      {"ANameOfAnAnchor", sound_and({group_row("irrcerta", "SYS1")}), counted, ""},
      {"ControlCharactersInData",
       changed("0200", "WEB",
               {{75, "A\x1B]0;x\x07"},
                {125,
                 "\x9B"
                 "31m"}}),
       counted, ""},
      {"AUidBeyondAllNumbers", sound_and({row("0270", {{6, "WEB"}, {15, "9999999999"}, {26, "/u/web"}})}), counted, ""},
      {"AUidThatIsNoNumber", sound_and({row("0270", {{6, "WEB"}, {15, "-12"}, {26, "/u/web"}})}), counted, ""},
      {"ASegmentOfNobody", sound_and({row("0270", {{6, "NOBODY"}, {15, "0000000001"}})}), counted, ""},
      {"DatesThatAreNone", changed("0200", "WEB", {{15, "9999-99-99"}, {114, "0000-00-00"}}), counted, ""},
      {"WordsForFlags", changed("0200", "WEB", {{40, "WHAT"}, {50, "X<2>"}}), counted, ""},
  };
}

std::vector<HostileUnload> certificates() {
  const std::string hashed = "02.CN=" + std::string(200, 'x') + std::string(40, 'A'), more = "02.CN=CA";
  const std::string longest(1024, 'y'), negative = "-01.CN=CA", unread = "02.!!=,,\"";
  const auto one = [](const std::string& profile) { return sound_and(certificate_rows(profile, "more")); };
  return {
      {"NoLabel", text_file(without(sound_rows(), "0207")), counted, "0207"},
      {"ALabelOfNoCertificate", sound_and({label_row("WEB", more, "more")}), counted,
       "label without certificate: 02.CN=CA"},
      {"TwoOfAProfile", sound_and({resource_row("DIGTCERT", server_profile, "TRUST", "WEB")}), counted, "01.CN=CA"},
      {"TwoLabelsOfACertificate", sound_and({label_row("WEB", server_profile, "again")}), counted, "again"},
      {"TwoOwners", sound_and({label_row("IBMUSER", server_profile, "mine")}), counted, "IBMUSER"},
      {"OneLabelForTwo", sound_and(certificate_rows(more, "server")), counted, "server"},
      {"AnOwnerThatIsNobody", changed("0500", server_profile, {{754, "NOBODY"}}), counted, "NOBODY"},
      {"NoOwner", changed("0500", server_profile, {{754, "    "}}), counted, ""},
      {"DataWithoutACertificate", sound_and({certificate_row(more)}), counted, "0560"},
      {"NamesWithoutACertificate", sound_and({names_row(more, "CN=CA", "CN=x")}), counted, "1560"},
      {"NoData", text_file(without(sound_rows(), "0560")), counted, ""},
      {"NoNames", text_file(without(sound_rows(), "1560")), counted, ""},
      {"ANameCutInTheMiddle",
       sound_and(certificate_rows(hashed, "more", "CN=" + longest.substr(3), "OU=" + longest.substr(6) + ".O=")),
       counted, ""},
      {"NamesThatAreNone", sound_and(certificate_rows(unread, "more", "!!=,,\"", "=.=.=")), counted, ""},
      {"ANameWithAHash", one(hashed), counted, ""},
      {"ALongSerialNumber", one(std::string(42, 'F') + ".CN=CA"), counted, ""},
      {"ANegativeSerialNumber", one(negative), counted, ""},
      {"ASerialNumberThatIsNoHex", one("XYZ.CN=CA"), counted, ""},
      {"NoSerialNumber", one(".CN=CA"), counted, ""},
      {"NoIssuer", one("02"), counted, ""},
      {"EndBeforeStart", changed("0560", server_profile, {{262, "2030-01-01"}, {282, "2020-01-01"}}), counted, ""},
      {"DatesOfTheYearZero", changed("0560", server_profile, {{262, "0000-00-00"}, {282, "9999-99-99"}}), counted, ""},
      {"ADayThatIsNone", changed("0560", server_profile, {{262, "2026-02-30"}, {273, "25:61:61"}}), counted, ""},
      {"DatesThatAreWords", changed("0560", server_profile, {{262, "YESTERDAY "}, {282, "TOMORROW  "}}), counted, ""},
      {"AKeyOfAMillionBits", changed("0560", server_profile, {{302, "PKCSDER "}, {311, "0001000000"}}), counted, ""},
      {"AKeyBeyondAllNumbers", changed("0560", server_profile, {{302, "PKCSDER "}, {311, "9999999999"}}), counted, ""},
      {"AKeyOfOneBit", changed("0560", server_profile, {{302, "PKCSDER "}, {311, "0000000001"}}), counted, ""},
      {"AKeyOfNoNumber", changed("0560", server_profile, {{302, "PKCSDER "}, {311, "-000002048"}}), counted, ""},
      {"AKeyOfAnUnknownKind", changed("0560", server_profile, {{302, "QUANTUM "}, {311, "0000001312"}}), counted, ""},
      {"AnUnknownAlgorithm", changed("1560", "server", {{2312, "sha3-512FALCON  "}}), counted, ""},
      {"AStatusThatIsNoWord", changed("0500", server_profile, {{337, "MAYBE   "}}), counted, "MAYBE"},
      {"AFingerprintThatIsNoHex", changed("1560", "server", {{2329, std::string(64, 'Z')}}), counted, ""},
      {"AShortFingerprint", changed("1560", "server", {{2329, std::string(60, ' ')}}), counted, ""},
      {"IssuersInACircle",
       sound_and(
           with(certificate_rows("0A.CN=b", "a", "CN=b", "CN=a"), certificate_rows("0B.CN=a", "b", "CN=a", "CN=b"))),
       counted, ""},
      {"QuotesInALabel", changed("0207", server_profile, {{262, "a'b\");--"}}), counted, ""},
      {"ControlCharactersInALabel", changed("0207", server_profile, {{262, "\x1B[2J"}}), counted, ""},
      {"ABlankLabel", changed("0207", server_profile, {{262, "      "}}), counted, ""},
  };
}

std::vector<HostileUnload> rings_and_resources() {
  return {
      {"AMemberOfNoRing", sound_and({connected_row("WEB.None", ca_profile, "CERTAUTH", "NO", "ca")}), counted,
       "WEB.None"},
      {"AMemberThatIsNoCertificate", sound_and({connected_row("WEB.Ring", "99.CN=CA", "SITE", "NO", "x")}), counted,
       "99.CN=CA"},
      {"ARingTwice", sound_and({resource_row("DIGTRING", "WEB.Ring", "NONE")}), counted, "WEB.Ring"},
      {"AMemberTwice", sound_and({connected_row("WEB.Ring", ca_profile, "CERTAUTH", "NO", "ca")}), counted, "WEB.Ring"},
      {"ARingOfNobody", sound_and({resource_row("DIGTRING", "NOBODY.Ring", "NONE")}), counted, "NOBODY"},
      {"ARingWithoutAnOwner", sound_and({resource_row("DIGTRING", "Ring", "NONE")}), counted, "Ring"},
      {"ARingWithoutAName", sound_and({resource_row("DIGTRING", "WEB.", "NONE")}), counted, "WEB."},
      {"ARingWithBlanks", sound_and({resource_row("DIGTRING", "WEB.My" + cent + "ring" + cent, "NONE")}), counted, ""},
      {"TwoDefaults", changed("0562", ca_profile, {{518, "YES "}}), counted, ""},
      {"AnotherLabel", changed("0562", "server", {{523, "other "}}), counted, "other"},
      {"AUsageThatIsNoWord", changed("0562", "server", {{509, "OTHER   "}}), counted, "OTHER"},
      {"ManyMembers", sound_and(members(1000)), counted, ""},
      {"AReferenceToNoRing", sound_and({reference_row(ca_profile, "WEB.None")}), counted, "WEB.None"},
      {"AnAccessListOfNothing", sound_and({access_row("FACILITY", "NO.SUCH", "WEB", "READ")}), counted,
       "access without profile"},
      {"AccessOfNobody", sound_and({access_row("FACILITY", "A.B", "NOBODY", "READ")}), counted, ""},
      {"AccessThatIsNoWord", sound_and({access_row("FACILITY", "A.B", "IBMUSER", "MAYBE")}), counted, "MAYBE"},
      {"AccessTwice", sound_and({access_row("FACILITY", "A.B", "WEB", "READ")}), counted, ""},
      {"AnUnknownClass", sound_and({resource_row("$NOSUCH", "A.B", "NONE")}), counted, ""},
      {"NoClass", sound_and({resource_row("", "A.B", "NONE")}), counted, "record 25"},
      {"ADataSetThatIsNone", sound_and({row("0400", {{6, "..A..*"}, {58, "YES"}, {74, "G1"}, {129, "NONE"}})}), counted,
       ""},
      {"AFilterOfNothing", sound_and({row("0208", {{6, "WEB"}, {15, "f"}, {48, "CN=x"}})}), counted, ""},
      {"AFilterThatIsNone",
       sound_and({resource_row("DIGTNMAP", "!!", "NONE"),
                  row("0508", {{6, "!!"}, {253, "DIGTNMAP"}, {262, "f"}, {304, "WEB"}, {551, "=.,"}})}),
       counted, ""},
      {"Backwards", text_file(backwards(sound_rows())), counted, ""},
  };
}

class HostileRecords : public HostileLoad {};
INSTANTIATE_TEST_SUITE_P(Lengths, HostileRecords, testing::ValuesIn(lengths()), HostileName());
INSTANTIATE_TEST_SUITE_P(GroupsAndUsers, HostileRecords, testing::ValuesIn(groups_and_users()), HostileName());
INSTANTIATE_TEST_SUITE_P(Certificates, HostileRecords, testing::ValuesIn(certificates()), HostileName());
INSTANTIATE_TEST_SUITE_P(RingsAndResources, HostileRecords, testing::ValuesIn(rings_and_resources()), HostileName());

TEST_P(HostileRecords, AreRefusedByLineOrCounted) {
  load();
}

TEST(HostileRows, AreMeasuredAgainstASoundUnload) {
  EXPECT_EQ(sound_rows().size(), 24u) << "the lines that the tables name";
}

}  // namespace
}  // namespace ringside::twin
