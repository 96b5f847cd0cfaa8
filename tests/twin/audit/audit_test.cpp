// tests/twin/audit/audit_test.cpp - every rule of an audit finds what breaks it, and nothing in a lab that is in order.
#include "twin/audit/audit.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"
#include "tests/twin/twin_lab.hpp"

namespace ringside::twin {
namespace {

using test_support::TwinLab;
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string_view name_of(AuditRule rule) {
  return audit_rules()[static_cast<std::size_t>(rule)].name;
}

/// The sentences of one rule, as "DATABASE: SENTENCE".
std::vector<std::string> found(const Holdings& holdings, std::string_view rule) {
  std::vector<std::string> texts;
  for (const Finding& finding : audit(holdings).findings)
    if (name_of(finding.rule) == rule) texts.push_back(finding.database + ": " + finding.text);
  return texts;
}

TEST(Audit, FindsNothingInALabThatIsInOrder) {
  TwinLab lab;
  const auto report = audit(lab.holdings());
  EXPECT_THAT(audit_lines(report), ElementsAre("Nothing found; 2 certificates and 1 ring in 1 database looked at."));
}

TEST(Audit, RulesHaveNamesOfTheirOwnAndStandBySeverity) {
  std::vector<std::string> names;
  for (const AuditRuleInfo& rule : audit_rules()) names.emplace_back(rule.name);
  EXPECT_TRUE(std::is_sorted(audit_rules().begin(), audit_rules().end(),
                             [](const auto& a, const auto& b) { return a.severity < b.severity; }));
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

TEST(Audit, HasItsRulesInTheDocumentation) {
  const std::string page = test_support::read_file(test_support::source_folder() / "docs" / "twin.md");
  for (const AuditRuleInfo& rule : audit_rules())
    EXPECT_THAT(page,
                HasSubstr(fmt::format("\n| `{}` | {} | {} |\n", rule.name, to_string(rule.severity), rule.about)));
}

/// Commands that break a rule in the lab of TwinLab, what is found, and commands that mend it.
struct RuleCase {
  std::string rule;
  std::vector<std::string> breaking;
  std::string sentence;
  std::vector<std::string> mending;
};

void PrintTo(const RuleCase& one, std::ostream* out) {
  *out << one.rule << ": " << one.sentence;
}

const std::vector<std::string> rdatalib = {"SETROPTS NOADDCREATOR CLASSACT(RDATALIB) RACLIST(RDATALIB)",
                                           "ADDUSER JOE NOPASSWORD", "ADDGROUP OPS"};
const std::string refresh = "SETROPTS RACLIST(RDATALIB) REFRESH";
const std::string site_ring =
    "RACDCERT SITE GENCERT SUBJECTSDN(CN('site')) WITHLABEL('Site') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA'))";
const std::string connect_site = "RACDCERT ID(WEB) CONNECT(SITE LABEL('Site') RING(Ring) USAGE(PERSONAL))";

std::vector<std::string> with_rdatalib(const std::vector<std::string>& more) {
  std::vector<std::string> commands = rdatalib;
  commands.insert(commands.end(), more.begin(), more.end());
  commands.push_back(refresh);
  return commands;
}

class AuditRules : public testing::TestWithParam<RuleCase> {};

TEST_P(AuditRules, FindWhatBreaksThemUntilItIsMended) {
  const RuleCase& one = GetParam();
  TwinLab lab;
  EXPECT_THAT(found(lab.holdings(), one.rule), IsEmpty());
  for (const std::string& command : one.breaking) EXPECT_LT(lab.run(command).return_code, 8) << command;
  EXPECT_THAT(found(lab.holdings(), one.rule), Contains("SYS1: " + one.sentence));
  for (const std::string& command : one.mending) EXPECT_LT(lab.run(command).return_code, 8) << command;
  EXPECT_THAT(found(lab.holdings(), one.rule), Not(Contains("SYS1: " + one.sentence)));
}

INSTANTIATE_TEST_SUITE_P(
    Rings, AuditRules,
    testing::Values(RuleCase{"ring-without-default",
                             {"RACDCERT ID(WEB) CONNECT(LABEL('Server') RING(Ring))"},
                             "ring WEB/Ring has no default certificate: RACDCERT CONNECT with DEFAULT sets it",
                             {"RACDCERT ID(WEB) CONNECT(LABEL('Server') RING(Ring) DEFAULT)"}},
                    RuleCase{"ring-of-cas-only",
                             {"RACDCERT ID(WEB) REMOVE(LABEL('Server') RING(Ring))"},
                             "ring WEB/Ring has no default certificate, and none that could be one",
                             {"RACDCERT ID(WEB) CONNECT(LABEL('Server') RING(Ring) DEFAULT)"}},
                    RuleCase{"ring-empty",
                             {"RACDCERT ID(WEB) ADDRING(Empty)"},
                             "ring WEB/Empty holds no certificate",
                             {"RACDCERT ID(WEB) DELRING(Empty)"}},
                    RuleCase{"expired-on-ring",
                             {"RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('old')) WITHLABEL('Old') NISTECC SIZE(256) "
                              "NOTBEFORE(DATE(2024-01-01)) NOTAFTER(DATE(2025-01-01)) SIGNWITH(CERTAUTH LABEL('CA'))",
                              "RACDCERT ID(WEB) ALTER(LABEL('Old')) TRUST",
                              "RACDCERT ID(WEB) CONNECT(LABEL('Old') RING(Ring))"},
                             "ID(WEB) LABEL('Old') on ring WEB/Ring has ended on 2025/01/01 23:59:59",
                             {"RACDCERT ID(WEB) REMOVE(LABEL('Old') RING(Ring))"}}));

INSTANTIATE_TEST_SUITE_P(
    Certificates, AuditRules,
    testing::Values(RuleCase{"weak-key",
                             {"RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('w')) WITHLABEL('W') RSA SIZE(1024)"},
                             "ID(WEB) LABEL('W') has a key of 1024 bits (RSA), less than 2048",
                             {"RACDCERT ID(WEB) DELETE(LABEL('W'))",
                              "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('w')) WITHLABEL('W') RSA SIZE(2048)"}},
                    RuleCase{"weak-key",
                             {"RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('w')) WITHLABEL('W') BPECC SIZE(192)"},
                             "ID(WEB) LABEL('W') has a key of 192 bits (BPECC), less than 224",
                             {"RACDCERT ID(WEB) DELETE(LABEL('W'))",
                              "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('w')) WITHLABEL('W') BPECC SIZE(224)"}},
                    RuleCase{"short-curve-key",
                             {"RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('w')) WITHLABEL('W') NISTECC SIZE(224)"},
                             "ID(WEB) LABEL('W') has a key of 224 bits (NISTECC), less than 256",
                             {"RACDCERT ID(WEB) DELETE(LABEL('W'))",
                              "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('w')) WITHLABEL('W') NISTECC SIZE(256)"}},
                    RuleCase{"weak-self-signature",
                             {"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('w')) WITHLABEL('W') RSA SIZE(1024)"},
                             "CERTAUTH LABEL('W') is signed with sha1RSA",
                             {"RACDCERT CERTAUTH DELETE(LABEL('W'))",
                              "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('w')) WITHLABEL('W') RSA SIZE(2048)"}},
                    RuleCase{"weak-signature",
                             {"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('w')) WITHLABEL('W') RSA SIZE(1024)",
                              "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('X') RSA SIZE(2048) "
                              "SIGNWITH(CERTAUTH LABEL('W'))"},
                             "ID(WEB) LABEL('X') is signed with sha1RSA",
                             {"RACDCERT ID(WEB) DELETE(LABEL('X'))",
                              "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('X') RSA SIZE(2048) "
                              "SIGNWITH(CERTAUTH LABEL('CA'))"}},
                    RuleCase{
                        "on-no-ring",
                        {"RACDCERT ID(WEB) REMOVE(LABEL('Server') RING(Ring))"},
                        "ID(WEB) LABEL('Server') is on no ring and has signed nothing here",
                        {"RACDCERT ADDTOKEN(WEB.TOKEN)", "RACDCERT BIND(ID(WEB) LABEL('Server') TOKEN(WEB.TOKEN))"}},
                    RuleCase{"on-no-ring",
                             {"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('n')) WITHLABEL('N') NISTECC SIZE(256)"},
                             "CERTAUTH LABEL('N') is on no ring and has signed nothing here",
                             {"RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('X') NISTECC SIZE(256) "
                              "SIGNWITH(CERTAUTH LABEL('N'))"}}));

INSTANTIATE_TEST_SUITE_P(
    Issuers, AuditRules,
    testing::Values(
        RuleCase{"ca-ends-first",
                 {"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('short')) WITHLABEL('Short') NISTECC SIZE(256) "
                  "NOTAFTER(DATE(2026-06-30))",
                  "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('X') NISTECC SIZE(256) "
                  "NOTAFTER(DATE(2028-01-01)) SIGNWITH(CERTAUTH LABEL('Short'))"},
                 "CERTAUTH LABEL('Short') ends on 2026/06/30 23:59:59, before ID(WEB) LABEL('X'), which it signed and "
                 "which ends on 2028/01/01 23:59:59",
                 {"RACDCERT ID(WEB) DELETE(LABEL('X'))",
                  "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('X') NISTECC SIZE(256) "
                  "NOTAFTER(DATE(2026-06-30)) SIGNWITH(CERTAUTH LABEL('Short'))"}},
        RuleCase{"issuer-unknown",
                 {"RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('CA.P12') FORMAT(PKCS12DER) PASSWORD('secret')",
                  "RACDCERT CERTAUTH DELETE(LABEL('CA'))"},
                 "ID(WEB) LABEL('Server') was issued by CN=CA: it is nowhere in the lab",
                 {"RACDCERT CERTAUTH ADD('CA.P12') WITHLABEL('CA') PASSWORD('secret') TRUST"}},
        RuleCase{"issuer-unknown",
                 {"RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('CA.P12') FORMAT(PKCS12DER) PASSWORD('secret')",
                  "RACDCERT CERTAUTH DELETE(LABEL('CA'))",
                  "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('Other') NISTECC SIZE(256)"},
                 "ID(WEB) LABEL('Server') was issued by CN=CA: only certificates of that name with other keys are in "
                 "the lab",
                 {"RACDCERT CERTAUTH DELETE(LABEL('Other'))",
                  "RACDCERT CERTAUTH ADD('CA.P12') WITHLABEL('CA') PASSWORD('secret') TRUST"}}));

INSTANTIATE_TEST_SUITE_P(
    Readers, AuditRules,
    testing::Values(
        RuleCase{"key-given-to-others",
                 with_rdatalib({"RDEFINE RDATALIB WEB.RING.LST UACC(NONE)",
                                "PERMIT WEB.RING.LST CLASS(RDATALIB) ID(JOE) ACCESS(UPDATE)"}),
                 "ring WEB/Ring gives the private key of ID(WEB) LABEL('Server') to user JOE: profile WEB.RING.LST of "
                 "class RDATALIB",
                 {"PERMIT WEB.RING.LST CLASS(RDATALIB) ID(JOE) ACCESS(READ)", refresh}},
        RuleCase{"key-given-to-others",
                 with_rdatalib({"SETROPTS GENERIC(RDATALIB)", "RDEFINE RDATALIB WEB.** UACC(UPDATE)"}),
                 "ring WEB/Ring gives the private key of ID(WEB) LABEL('Server') to everyone: profile WEB.** of class "
                 "RDATALIB",
                 {"RDEFINE RDATALIB WEB.RING.LST UACC(NONE)", refresh}},
        RuleCase{"key-given-to-others",
                 with_rdatalib({"RDEFINE RDATALIB WEB.RING.LST UACC(NONE)", "CONNECT JOE GROUP(OPS)",
                                "PERMIT WEB.RING.LST CLASS(RDATALIB) ID(OPS WEB) ACCESS(UPDATE)"}),
                 "ring WEB/Ring gives the private key of ID(WEB) LABEL('Server') to group OPS: profile WEB.RING.LST of "
                 "class RDATALIB",
                 {"REMOVE JOE GROUP(OPS)"}},
        RuleCase{"key-given-to-others",
                 with_rdatalib({site_ring, connect_site, "RDEFINE RDATALIB WEB.RING.LST UACC(NONE)",
                                "PERMIT WEB.RING.LST CLASS(RDATALIB) ID(JOE) ACCESS(CONTROL)"}),
                 "ring WEB/Ring gives the private key of SITE LABEL('Site') to user JOE: profile WEB.RING.LST of class "
                 "RDATALIB",
                 {"PERMIT WEB.RING.LST CLASS(RDATALIB) ID(JOE) ACCESS(UPDATE)", refresh}},
        RuleCase{
            "key-given-to-others",
            {"ADDUSER JOE NOPASSWORD", site_ring, connect_site, "SETROPTS NOADDCREATOR CLASSACT(FACILITY)",
             "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(UPDATE)", "RDEFINE FACILITY IRR.DIGTCERT.GENCERT UACC(NONE)",
             "PERMIT IRR.DIGTCERT.GENCERT CLASS(FACILITY) ID(JOE) ACCESS(CONTROL)"},
            "ring WEB/Ring gives the private key of SITE LABEL('Site') to user JOE: IRR.DIGTCERT.LISTRING and "
            "IRR.DIGTCERT.GENCERT of class FACILITY",
            {"PERMIT IRR.DIGTCERT.GENCERT CLASS(FACILITY) ID(JOE) ACCESS(UPDATE)"}},
        RuleCase{"ring-open-to-all",
                 {"SETROPTS NOADDCREATOR CLASSACT(FACILITY)", "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)",
                  "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(*) ACCESS(UPDATE)"},
                 "ring WEB/Ring with a private key may be read by everyone: IRR.DIGTCERT.LISTRING of class FACILITY",
                 {"PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(*) ACCESS(READ)"}},
        RuleCase{"ring-open-to-all",
                 with_rdatalib({"RDEFINE RDATALIB WEB.RING.LST UACC(READ)"}),
                 "ring WEB/Ring with a private key may be read by everyone: profile WEB.RING.LST of class RDATALIB",
                 {"PERMIT WEB.RING.LST CLASS(RDATALIB) ID(*) ACCESS(NONE)", refresh}}));

TEST(Audit, GoesByTheProfilesOfTheLastRefreshAsRacfDoes) {
  TwinLab lab;
  for (const std::string& command : with_rdatalib({"RDEFINE RDATALIB WEB.RING.LST UACC(NONE)"})) lab.run(command);
  lab.run("RALTER RDATALIB WEB.RING.LST UACC(UPDATE)");
  EXPECT_THAT(found(lab.holdings(), "key-given-to-others"), IsEmpty());
  lab.run(refresh);
  EXPECT_THAT(found(lab.holdings(), "key-given-to-others"), testing::SizeIs(1));
}

TEST(Audit, ComparesTheKeysOfCaCertificatesOfOneNameAcrossDatabases) {
  TwinLab lab;
  lab.add_system("SYS2");
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)", "SYS2");
  EXPECT_THAT(
      found(lab.holdings(), "same-name-other-key"),
      ElementsAre("SYS1, SYS2: CERTAUTH has certificates of CN=CA with different keys; serial number and issuer "
                  "are the same too, so ADD of one is refused with IRRD109I where the other is"));
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('CA.CRT')");
  lab.copy("CA.CRT", "SYS1", "SYS2");
  EXPECT_EQ(lab.run("RACDCERT CERTAUTH ADD('CA.CRT') WITHLABEL('Theirs') TRUST", "SYS2").return_code, 8);
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('CA'))", "SYS2");
  lab.must("RACDCERT CERTAUTH ADD('CA.CRT') WITHLABEL('Theirs') TRUST", "SYS2");
  EXPECT_THAT(found(lab.holdings(), "same-name-other-key"), IsEmpty());
}

TEST(Audit, FindsAnIssuerOnAnotherSystemOfTheLab) {
  TwinLab lab;
  lab.add_system("SYS2");
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('CA.P12') FORMAT(PKCS12DER) PASSWORD('secret')");
  lab.copy("CA.P12", "SYS1", "SYS2");
  lab.must("RACDCERT CERTAUTH ADD('CA.P12') WITHLABEL('CA') PASSWORD('secret') TRUST", "SYS2");
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('CA'))");
  EXPECT_THAT(found(lab.holdings(), "issuer-unknown"), IsEmpty());
}

TEST(Audit, OfATwinRestsOnNamesAndDatesAndSaysSo) {
  TwinLab lab;
  database::SiteFacts ca = test_support::site_facts("00", "CN=CA of the site");
  ca.not_after = *base::from_local({2026, 1, 31, 0, 0, 0}, {});
  lab.add_site_certificate(database::certauth_owner, "Site CA", ca);
  database::SiteFacts server = test_support::site_facts("0A", "CN=site");
  server.key_size = 1024;
  server.key = {"RSA", 1024};
  server.signature_algorithm = "md5RSA";
  lab.add_site_certificate("WEB", "Site", server);
  const Holdings holdings = lab.holdings();
  EXPECT_THAT(found(holdings, "ca-ends-first"),
              ElementsAre("SYS1: CERTAUTH LABEL('Site CA') (stand-in) ends on 2026/01/31 00:00:00, before ID(WEB) "
                          "LABEL('Site') (stand-in), which it signed and which ends on 2026/02/01 23:59:59"));
  EXPECT_THAT(found(holdings, "weak-key"),
              ElementsAre("SYS1: ID(WEB) LABEL('Site') (stand-in) has a key of 1024 bits (RSA), less than 2048"));
  EXPECT_THAT(found(holdings, "weak-signature"), ElementsAre("SYS1: ID(WEB) LABEL('Site') (stand-in) is signed with "
                                                             "md5RSA"));
}

TEST(Audit, MakesFindingsOfTheRemarksOfALoad) {
  TwinLab lab;
  auto database = lab.database();
  database.load_remarks.add({"label differs", "ring WEB.Ring", "0562 says 'A', 0207 says 'B'"});
  database.load_remarks.add({"member without certificate", "ring WEB.Ring", "its member 0A.CN¢A is not there"});
  database.load_remarks.add({"certificate of nobody", "0B.CN¢B", "its owner JOE is not there"});
  database.load_remarks.add({"something new", "record 17", "is odd"});
  database.load_remarks.add({"added by the twin", "user irrcerta", "the unload does not have it"});
  const Holdings holdings = lab.holdings();
  EXPECT_THAT(found(holdings, "label-differs"), ElementsAre("SYS1: ring WEB.Ring: 0562 says 'A', 0207 says 'B'"));
  EXPECT_THAT(found(holdings, "member-gone"), ElementsAre("SYS1: ring WEB.Ring: its member 0A.CN¢A is not there"));
  EXPECT_THAT(found(holdings, "owner-gone"), ElementsAre("SYS1: 0B.CN¢B: its owner JOE is not there"));
  EXPECT_THAT(found(holdings, "unload-remark"), ElementsAre("SYS1: record 17: is odd"));
}

// No command leaves these behind; an unload or a damaged file can.
TEST(Audit, FindsMembersAndOwnersThatAreGone) {
  TwinLab lab;
  Holdings holdings = lab.holdings();
  HeldDatabase& database = holdings.databases.front();
  database.users.erase("WEB");
  database.rings.front().members.front().certificate.reset();
  EXPECT_THAT(found(holdings, "owner-gone"),
              ElementsAre("SYS1: ring WEB/Ring belongs to WEB, who is not defined",
                          "SYS1: ID(WEB) LABEL('Server') belongs to a user who is not defined"));
  EXPECT_THAT(found(holdings, "member-gone"), ElementsAre("SYS1: ring WEB/Ring holds a certificate that is gone"));
}

TEST(Audit, LeavesOutACertificateThatLogsItsOwnerOn) {
  TwinLab lab;
  lab.must("ADDUSER JOE NOPASSWORD");
  lab.must(
      "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('joe')) WITHLABEL('J') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('CA'))");
  lab.must("RACDCERT ID(WEB) EXPORT(LABEL('J')) DSN('JOE.CRT')");
  lab.must("RACDCERT ID(WEB) DELETE(LABEL('J'))");
  lab.must("RACDCERT ID(JOE) ADD('JOE.CRT') WITHLABEL('J') TRUST");
  EXPECT_THAT(audit(lab.holdings()).findings, IsEmpty());
}

TEST(Audit, ReportsBySeverityAndCounts) {
  TwinLab lab;
  lab.must("RACDCERT ID(WEB) ADDRING(Empty)");
  lab.run("RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('w')) WITHLABEL('W') RSA SIZE(1024)");
  lab.must("RACDCERT ID(WEB) CONNECT(LABEL('W') RING(Ring))");
  const auto lines = audit_lines(audit(lab.holdings()));
  EXPECT_THAT(lines,
              ElementsAre("high   weak-key             SYS1: ID(WEB) LABEL('W') has a key of 1024 bits (RSA), less "
                          "than 2048",
                          "low    ring-empty           SYS1: ring WEB/Empty holds no certificate",
                          "low    weak-self-signature  SYS1: ID(WEB) LABEL('W') is signed with sha1RSA",
                          "3 findings: 1 high, 0 medium, 2 low; 3 certificates and 2 rings in 1 database looked "
                          "at."));
}

TEST(Audit, LeavesOutWhatRingsideSupplies) {
  test_support::RacfLab lab("2040-01-15", {}, racf::Preparation::prepared);
  EXPECT_THAT(audit_lines(audit(holdings_of(lab.lab(), lab.lab().systems().all(), Depth::all))),
              ElementsAre("Nothing found; 0 certificates and 0 rings in 1 database looked at."));
}

}  // namespace
}  // namespace ringside::twin
