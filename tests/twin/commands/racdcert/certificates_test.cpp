// tests/twin/commands/racdcert/certificates_test.cpp - commands for certificates, their files, rings and tokens.
#include "twin/commands/racdcert/certificates.hpp"

#include <gmock/gmock.h>

#include "tests/twin/commands/two_systems.hpp"

namespace ringside::twin {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr const char* password = "secret";

class CertificateCommands : public testing::Test {
 protected:
  CertificateCommands() { systems_.both({"ADDUSER WEB"}); }

  static std::string gencert(const std::string& owner, const std::string& label, const std::string& more = "") {
    return "RACDCERT " + owner + " GENCERT SUBJECTSDN(CN('" + label + "')) WITHLABEL('" + label + "') NISTECC " + more;
  }

  std::vector<std::string> texts(const CommandPlan& plan) {
    std::vector<std::string> found;
    for (const PlannedLine& line : plan.lines)
      found.push_back((line.kind == PlannedLine::Kind::remark ? "* " : "") + line.text);
    return found;
  }

  /// With keys, these are the commands, and nothing remains.
  void expect(const std::vector<std::string>& commands) {
    const CommandPlan plan = systems_.plan(password);
    EXPECT_THAT(texts(plan), ElementsAreArray(commands));
    EXPECT_THAT(systems_.rest_after(plan), IsEmpty());
  }

  TwoSystems systems_;
};

TEST_F(CertificateCommands, CertificatesAreAddedWithTheirKeysIssuersFirst) {
  systems_.to({gencert("CERTAUTH", "CA"), gencert("ID(WEB)", "Server", "SIGNWITH(CERTAUTH LABEL('CA'))"),
               gencert("SITE", "Site"), "RACDCERT CERTAUTH ALTER(LABEL('CA')) HIGHTRUST",
               "RACDCERT SITE ALTER(LABEL('Site')) NOTRUST"});
  expect({"RACDCERT CERTAUTH ADD('IBMUSER.RINGSIDE.CERT1') WITHLABEL('CA') HIGHTRUST PASSWORD('secret')",
          "RACDCERT ID(WEB) ADD('IBMUSER.RINGSIDE.CERT2') WITHLABEL('Server') TRUST PASSWORD('secret')",
          "RACDCERT SITE ADD('IBMUSER.RINGSIDE.CERT3') WITHLABEL('Site') NOTRUST PASSWORD('secret')"});
}

TEST_F(CertificateCommands, WithoutAPasswordKeysStayBehindAndARemarkSaysSo) {
  systems_.to({gencert("ID(WEB)", "Server")});
  const CommandPlan plan = systems_.plan();
  EXPECT_THAT(
      texts(plan),
      ElementsAre("* the certificate 'Server' of user WEB: its private key is not carried: a PKCS#12 file for it "
                  "needs a password",
                  "RACDCERT ID(WEB) ADD('IBMUSER.RINGSIDE.CERT1') WITHLABEL('Server') TRUST"));
  EXPECT_EQ(plan.keys_left, 1U);
  ASSERT_EQ(plan.files.size(), 1U);
  EXPECT_FALSE(plan.files.front().holds_key);
  EXPECT_THAT(plan.files.front().content, StartsWith("-----BEGIN CERTIFICATE-----"));
}

TEST_F(CertificateCommands, NamesWithQuotesBlanksAndOtherLettersAreKept) {
  systems_.to({gencert("ID(WEB)", "It''s a \u00fcber label"), "RACDCERT ID(WEB) ADDRING(R.1)",
               "RACDCERT ID(WEB) CONNECT(LABEL('It''s a \u00fcber label') RING(R.1) DEFAULT)"});
  expect(
      {"RACDCERT ID(WEB) ADD('IBMUSER.RINGSIDE.CERT1') WITHLABEL('It''s a \u00fcber label') TRUST PASSWORD('secret')",
       "RACDCERT ID(WEB) ADDRING(R.1)",
       "RACDCERT ID(WEB) CONNECT(ID(WEB) LABEL('It''s a \u00fcber label') RING(R.1) DEFAULT)"});
}

TEST_F(CertificateCommands, LabelAndStatusAreAltered) {
  systems_.both({gencert("CERTAUTH", "CA")});
  systems_.to({"RACDCERT CERTAUTH ALTER(LABEL('CA')) NOTRUST NEWLABEL('Old CA')"});
  expect({"RACDCERT CERTAUTH ALTER(LABEL('CA')) NOTRUST NEWLABEL('Old CA')"});
}

TEST_F(CertificateCommands, LabelsChangePlaces) {
  systems_.both({gencert("ID(WEB)", "A"), gencert("ID(WEB)", "B")});
  systems_.to({"RACDCERT ID(WEB) ALTER(LABEL('A')) NEWLABEL('X')", "RACDCERT ID(WEB) ALTER(LABEL('B')) NEWLABEL('A')",
               "RACDCERT ID(WEB) ALTER(LABEL('X')) NEWLABEL('B')"});
  const CommandPlan plan = systems_.plan(password);
  EXPECT_EQ(plan.commands(), 3U);
  EXPECT_THAT(systems_.rest_after(plan), IsEmpty());
}

TEST_F(CertificateCommands, ARenewalKeepsLabelAndRings) {
  systems_.both({gencert("CERTAUTH", "CA"), gencert("ID(WEB)", "Server", "SIGNWITH(CERTAUTH LABEL('CA'))"),
                 "RACDCERT ID(WEB) ADDRING(R)", "RACDCERT ID(WEB) CONNECT(LABEL('Server') RING(R) DEFAULT)"});
  systems_.to({"RACDCERT ID(WEB) GENREQ(LABEL('Server')) DSN('WEB.REQ')",
               "RACDCERT ID(WEB) GENCERT('WEB.REQ') SIGNWITH(CERTAUTH LABEL('CA')) NOTAFTER(DATE(2014-01-01))"});
  expect({"RACDCERT ID(WEB) ADD('IBMUSER.RINGSIDE.CERT1') WITHLABEL('Server') TRUST PASSWORD('secret')"});
}

TEST_F(CertificateCommands, ANewCertificateUnderAnOldLabelIsConnectedAgain) {
  systems_.both({"RACDCERT ID(WEB) ADDRING(R)", gencert("ID(WEB)", "Server"),
                 "RACDCERT ID(WEB) CONNECT(LABEL('Server') RING(R) DEFAULT)"});
  systems_.to({"RACDCERT ID(WEB) DELETE(LABEL('Server'))", gencert("ID(WEB)", "Server", "NOTAFTER(DATE(2020-01-01))"),
               "RACDCERT ID(WEB) CONNECT(LABEL('Server') RING(R) DEFAULT)"});
  expect({"RACDCERT ID(WEB) DELETE(LABEL('Server'))",
          "RACDCERT ID(WEB) ADD('IBMUSER.RINGSIDE.CERT1') WITHLABEL('Server') TRUST PASSWORD('secret')",
          "RACDCERT ID(WEB) CONNECT(ID(WEB) LABEL('Server') RING(R) DEFAULT)"});
}

TEST_F(CertificateCommands, ARequestIsMadeAndADeletionForcedWhereOneWas) {
  systems_.both({gencert("ID(WEB)", "A"), gencert("ID(WEB)", "B"), "RACDCERT ID(WEB) GENREQ(LABEL('B')) DSN(B.REQ)"});
  systems_.to({"RACDCERT ID(WEB) GENREQ(LABEL('A')) DSN('A.REQ')", "RACDCERT ID(WEB) DELETE(LABEL('B')) FORCE"});
  expect({"RACDCERT ID(WEB) GENREQ(LABEL('A')) DSN('IBMUSER.RINGSIDE.REQUEST1')",
          "RACDCERT ID(WEB) DELETE(LABEL('B')) FORCE"});
}

TEST_F(CertificateCommands, AKeyInIcsfKeepsItsLabelThere) {
  systems_.to({"RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('k')) WITHLABEL('Key') RSA(PKDS(WEB.KEY)) SIZE(1024)"});
  expect({"RACDCERT ID(WEB) ADD('IBMUSER.RINGSIDE.CERT1') WITHLABEL('Key') TRUST PASSWORD('secret') PKDS(WEB.KEY)"});
}

TEST_F(CertificateCommands, RingsAreFilledInTheOrderOfTheOtherSystem) {
  systems_.both({gencert("CERTAUTH", "CA"), gencert("CERTAUTH", "CB"), gencert("ID(WEB)", "S"),
                 "RACDCERT ID(WEB) ADDRING(R)", "RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('CA') RING(R))",
                 "RACDCERT ID(WEB) CONNECT(LABEL('S') RING(R) DEFAULT)", "RACDCERT ID(WEB) ADDRING(OLD)"});
  systems_.to({"RACDCERT ID(WEB) REMOVE(LABEL('S') RING(R))",
               "RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('CB') RING(R) USAGE(PERSONAL))",
               "RACDCERT ID(WEB) CONNECT(LABEL('S') RING(R))", "RACDCERT ID(WEB) DELRING(OLD)"});
  expect({"RACDCERT ID(WEB) REMOVE(ID(WEB) LABEL('S') RING(R))",
          "RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('CB') RING(R) USAGE(PERSONAL))",
          "RACDCERT ID(WEB) CONNECT(ID(WEB) LABEL('S') RING(R))", "RACDCERT ID(WEB) DELRING(OLD)"});
}

TEST_F(CertificateCommands, ADefaultIsGivenAndTakenAway) {
  systems_.both({gencert("ID(WEB)", "A"), gencert("ID(WEB)", "B"), "RACDCERT ID(WEB) ADDRING(R)",
                 "RACDCERT ID(WEB) CONNECT(LABEL('A') RING(R) DEFAULT)",
                 "RACDCERT ID(WEB) CONNECT(LABEL('B') RING(R))"});
  systems_.to({"RACDCERT ID(WEB) CONNECT(LABEL('A') RING(R))"});
  expect({"RACDCERT ID(WEB) CONNECT(ID(WEB) LABEL('A') RING(R))"});
}

TEST_F(CertificateCommands, RaclistedClassesAreRefreshed) {
  systems_.both({gencert("ID(WEB)", "A"), "SETROPTS RACLIST(DIGTCERT DIGTRING)"});
  systems_.to({"RACDCERT ID(WEB) ADDRING(R)", "RACDCERT ID(WEB) CONNECT(LABEL('A') RING(R))",
               "SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH"});
  expect({"RACDCERT ID(WEB) ADDRING(R)", "RACDCERT ID(WEB) CONNECT(ID(WEB) LABEL('A') RING(R))",
          "SETROPTS RACLIST(DIGTRING) REFRESH"});
}

TEST_F(CertificateCommands, TokensAreMadeAndDeleted) {
  systems_.both({gencert("CERTAUTH", "CA"), gencert("ID(WEB)", "S"), "RACDCERT ADDTOKEN(OLD)"});
  systems_.to({"RACDCERT DELTOKEN(OLD)", "RACDCERT ADDTOKEN(NEW)", "RACDCERT BIND(CERTAUTH LABEL('CA') TOKEN(NEW))",
               "RACDCERT BIND(ID(WEB) LABEL('S') TOKEN(NEW) DEFAULT)"});
  expect({"RACDCERT ADDTOKEN(NEW)", "RACDCERT BIND(CERTAUTH LABEL('CA') TOKEN(NEW) USAGE(CERTAUTH))",
          "RACDCERT BIND(ID(WEB) LABEL('S') TOKEN(NEW) USAGE(PERSONAL) DEFAULT)", "RACDCERT DELTOKEN(OLD) FORCE"});
}

TEST_F(CertificateCommands, FiltersAreMappedAlteredAndDeleted) {
  systems_.both({"RACDCERT ID(WEB) MAP SDNFILTER('O=Old') WITHLABEL('old') TRUST",
                 "RACDCERT ID(WEB) MAP SDNFILTER('O=Same') WITHLABEL('same') TRUST"});
  systems_.to({"RACDCERT ID(WEB) DELMAP(LABEL('old'))",
               "RACDCERT ID(WEB) ALTMAP(LABEL('same')) NOTRUST NEWLABEL('other')",
               "RACDCERT MULTIID MAP IDNFILTER('O=It''s') CRITERIA(APPLID=&APPLID) WITHLABEL('m') NOTRUST"});
  expect({"RACDCERT ID(WEB) ALTMAP(LABEL('same')) NOTRUST NEWLABEL('other')",
          "RACDCERT MULTIID MAP IDNFILTER('O=It''s') CRITERIA('APPLID=&APPLID') WITHLABEL('m') NOTRUST",
          "RACDCERT ID(WEB) DELMAP(LABEL('old'))"});
}

TEST_F(CertificateCommands, IdentitiesAreMappedAndMovedToAnotherUser) {
  systems_.both({"ADDUSER B", "RACMAP ID(WEB) MAP USERDIDFILTER(NAME('CN=a')) REGISTRY(NAME('r')) WITHLABEL('l')"});
  systems_.to({"RACMAP ID(WEB) DELMAP(LABEL('l'))",
               "RACMAP ID(B) MAP USERDIDFILTER(NAME('CN=a')) REGISTRY(NAME('r')) WITHLABEL('l')"});
  expect({"RACMAP ID(WEB) DELMAP(LABEL('l'))",
          "RACMAP ID(B) MAP USERDIDFILTER(NAME('CN=a')) REGISTRY(NAME('r')) WITHLABEL('l')"});
}

TEST_F(CertificateCommands, DataSetsOfTheSystemAreNotUsedForFiles) {
  systems_.first().put_text("IBMUSER.RINGSIDE.CERT1", "mine\n");
  systems_.to({gencert("SITE", "S")});
  EXPECT_THAT(texts(systems_.plan(password)), Contains(HasSubstr("ADD('IBMUSER.RINGSIDE.CERT2')")));
}

TEST_F(CertificateCommands, ACertificateThatOnlyStandsInForTheSitesIsRemarkedOn) {
  systems_.to({gencert("CERTAUTH", "CA")});
  auto& certificates = systems_.second().session().database.certificates;
  auto record = certificates.by_label(database::certauth_owner, "CA").value();
  record.site = database::SiteFacts{.grade = database::Grade::stand_in, .fingerprint = "AB"};
  certificates.replace(record);
  EXPECT_THAT(texts(systems_.plan(password)),
              ElementsAre("* the certificate 'CA' of CERTAUTH is to be added from the site: the twin has a stand-in "
                          "certificate for it. Its SHA-256 is AB"));
}

}  // namespace
}  // namespace ringside::twin
