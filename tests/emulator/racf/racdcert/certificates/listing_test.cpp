// tests/emulator/racf/racdcert/certificates/listing_test.cpp - LIST, LISTRING, LISTCHAIN and CHECKCERT, column by
// column.
#include "emulator/racf/racdcert/certificates/listing.hpp"

#include <gmock/gmock.h>

#include "emulator/crypto/containers/package.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"
#include "tests/support/golden.hpp"

namespace ringside::racf {
namespace {

using test_support::expect_golden;
using test_support::ZosmfLab;
using testing::HasSubstr;
using testing::Not;

TEST(RacdcertList, ShowsACaWithItsRing) {
  ZosmfLab lab;
  lab.set_up();
  expect_golden("racdcert/list_ca.txt", lab.shown("RACDCERT CERTAUTH LIST(LABEL('zOSMFCA'))"));
}

TEST(RacdcertList, ShowsAllCertificatesOfAUserInTheOrderOfCreation) {
  ZosmfLab lab;
  lab.set_up();
  lab.must(
      "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('second')) WITHLABEL('A second') NISTECC SIZE(256) KEYUSAGE(HANDSHAKE "
      "KEYAGREE) "
      "ALTNAME(URI('https://host.example.com/') DOMAIN('host.example.com') IP(10.1.1.2) EMAIL('choi@example.com'))");
  expect_golden("racdcert/list_user.txt", lab.shown("RACDCERT ID(IZUSVR) LIST"));
}

TEST(RacdcertList, FoldsALongNameAfter69Characters) {
  ZosmfLab lab;
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('" + std::string(64, 'a') + "') OU('" + std::string(64, 'b') +
           "')) WITHLABEL('long')");
  const std::string text = lab.shown("RACDCERT SITE LIST(LABEL('long'))");
  EXPECT_THAT(text,
              HasSubstr("\n       >CN=" + std::string(64, 'a') + ".O<\n       >U=" + std::string(64, 'b') + "<\n"));
  EXPECT_THAT(text, HasSubstr("Digital certificate information for SITE:"));
}

TEST(RacdcertList, ShowsTimesInTheZoneOfTheLab) {
  ZosmfLab lab;
  lab.set_up();
  lab.lab().set_zone({std::chrono::hours{9}});
  EXPECT_THAT(lab.shown("RACDCERT CERTAUTH LIST(LABEL('zOSMFCA'))"), HasSubstr("Start Date: 2013/05/17 09:00:00"));
}

TEST(RacdcertList, SaysThatNothingWasFoundWithReturnCode4) {
  ZosmfLab lab;
  auto nothing = lab.run("RACDCERT ID(IZUSVR) LIST");
  EXPECT_EQ(nothing.return_code, 4);
  EXPECT_EQ(nothing.shown().back(), "IRRD105I No certificate information was found for user IZUSVR.");
  auto no_label = lab.run("RACDCERT CERTAUTH LIST(LABEL('zosmfca'))");
  EXPECT_EQ(no_label.return_code, 4);
  EXPECT_EQ(no_label.shown().back(), "IRRD107I No matching certificate was found for this user.");
}

TEST(RacdcertList, FindsByASerialNumberAlone) {
  ZosmfLab lab;
  lab.set_up();
  EXPECT_THAT(lab.shown("RACDCERT ID(IZUSVR) LIST(SERIALNUMBER(01))"), HasSubstr("Label: DefaultzOSMFCert.IZUDFLT"));
  EXPECT_EQ(lab.run("RACDCERT ID(IZUSVR) LIST(SERIALNUMBER(02))").return_code, 4);
}

TEST(RacdcertListring, ShowsTheTableInTheOrderOfConnection) {
  ZosmfLab lab;
  lab.set_up();
  expect_golden("racdcert/listring.txt", lab.shown("RACDCERT LISTRING(IZUKeyring.IZUDFLT) ID(IZUSVR)"));
}

TEST(RacdcertListring, PadsEveryRowTo70Columns) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('s')) WITHLABEL('12345678901234567890123456789012')");
  lab.must("RACDCERT ID(IZUSVR) CONNECT(SITE LABEL('12345678901234567890123456789012') RING(IZUKeyring.IZUDFLT))");
  const auto lines = lab.run("RACDCERT ID(IZUSVR) LISTRING(*)").shown();
  EXPECT_EQ(lines[9], "  12345678901234567890123456789012   SITE           SITE         NO   ");
  EXPECT_EQ(lines[9].size(), 70u);
}

TEST(RacdcertListring, ShowsEmptyRingsAndSeveralRingsUnderOneHeading) {
  ZosmfLab lab;
  lab.must("RACDCERT ADDRING(Empty.Ring) ID(IZUSVR)");
  lab.must("RACDCERT ADDRING(empty.ring) ID(IZUSVR)");
  expect_golden("racdcert/listring_empty.txt", lab.shown("RACDCERT LISTRING(*) ID(IZUSVR)"));
}

TEST(RacdcertListring, SeparatesRowsByBlankLinesByOptionFrom31On) {
  for (const auto level : {lab::RacfLevel::v2r5, lab::RacfLevel::v3r1}) {
    lab::Rules rules;
    rules.level = level;
    rules.ring_blank_lines = true;
    ZosmfLab lab("2013-05-17", rules);
    lab.set_up();
    const auto lines = lab.run("RACDCERT ID(IZUSVR) LISTRING(IZUKeyring.IZUDFLT)").shown();
    EXPECT_EQ(lines[8].empty(), level == lab::RacfLevel::v3r1);
  }
}

TEST(RacdcertListring, NamesARingThatIsNotThere) {
  ZosmfLab lab;
  auto missing = lab.run("RACDCERT LISTRING(NoRing) ID(IZUSVR)");
  EXPECT_EQ(missing.shown().back(), "IRRD114I Ring NoRing does not exist.");
  EXPECT_EQ(missing.return_code, 4);
  auto none = lab.run("RACDCERT LISTRING ID(IZUSVR)");
  EXPECT_EQ(none.shown().back(), "IRRD115I User IZUSVR has no rings.");
  EXPECT_EQ(none.return_code, 4);
}

TEST(RacdcertListchain, GoesFromTheLeafToTheRoot) {
  ZosmfLab lab;
  lab.set_up();
  expect_golden("racdcert/listchain.txt",
                lab.shown("RACDCERT ID(IZUSVR) LISTCHAIN(LABEL('DefaultzOSMFCert.IZUDFLT'))"));
}

TEST(RacdcertListchain, SaysWhenTheChainIsIncompleteExpiredOrNotTrusted) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT ID(IZUSVR) ALTER(LABEL('DefaultzOSMFCert.IZUDFLT')) NOTRUST");
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('zOSMFCA'))");
  lab.set_date("2024-01-01");
  const std::string text = lab.shown("RACDCERT ID(IZUSVR) LISTCHAIN(LABEL('DefaultzOSMFCert.IZUDFLT'))");
  EXPECT_THAT(text, HasSubstr("Chain information:\n"
                              "  Chain contains 1 certificate(s), chain is incomplete\n"
                              "  Chain contains expired certificate(s)\n"
                              "  Chain contains NOTRUST certificate(s)\n"));
}

TEST(RacdcertCheckcert, ShowsAKnownCertificateWithoutItsRings) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA')) DSN(CA.CERT)");
  expect_golden("racdcert/checkcert_known.txt", lab.shown("RACDCERT CHECKCERT(CA.CERT)"));
}

TEST(RacdcertCheckcert, ShowsTheMappingThatFitsACertificate) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT ID(IZUSVR) MAP IDNFILTER('OU=IZUDFLT') WITHLABEL('less specific') NOTRUST");
  lab.must("RACDCERT ID(IZUSVR) MAP SDNFILTER('OU=IZUDFLT') WITHLABEL('z/OSMF') TRUST");
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA')) DSN(CA.CERT)");
  expect_golden("racdcert/checkcert_mapped.txt", lab.shown("RACDCERT CHECKCERT(CA.CERT)"));
}

TEST(RacdcertCheckcert, ShowsLessOfACertificateThatRacfDoesNotHold) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT ID(IZUSVR) EXPORT(LABEL('DefaultzOSMFCert.IZUDFLT')) DSN('SERVER.CERT')");
  lab.must("RACDCERT ID(IZUSVR) DELETE(LABEL('DefaultzOSMFCert.IZUDFLT'))");
  lab.set_date("2024-01-01");
  expect_golden("racdcert/checkcert_foreign.txt", lab.shown("RACDCERT CHECKCERT('SERVER.CERT') ID(IZUSVR)"));
}

TEST(RacdcertCheckcert, CompletesTheChainFromTheDataSetOnly) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT ID(IZUSVR) EXPORT(LABEL('DefaultzOSMFCert.IZUDFLT')) DSN('ONE.CERT')");
  lab.must("RACDCERT ID(IZUSVR) EXPORT(LABEL('DefaultzOSMFCert.IZUDFLT')) DSN('ALL.P7') FORMAT(PKCS7DER)");
  EXPECT_THAT(lab.shown("RACDCERT CHECKCERT('ONE.CERT')"), HasSubstr("1 certificate(s), chain is incomplete"));
  EXPECT_THAT(lab.shown("RACDCERT CHECKCERT('ALL.P7')"), HasSubstr("2 certificate(s), chain is complete"));
}

TEST(CertificateId, IsWhatRealSystemsShow) {
  using racdcert::certificate_id;
  EXPECT_EQ(certificate_id("irrcerta", "zOSMFCA"), "2QiJmZmDhZmjganW4tTGw8FA");
  EXPECT_EQ(certificate_id("irrcerta", "MQ CA"), "2QiJmZmDhZmjgdTYQMPB");
  EXPECT_EQ(certificate_id("AN01X", "billtst"), "2QXB1fDx54KJk5OjoqNA");
  EXPECT_EQ(certificate_id("GTM", "GTM Certificate"), "2QPH49TH49RAw4WZo4mGiYOBo4VA");
}

TEST(Displayable, ReplacesWhatATerminalCannotShow) {
  using racdcert::displayable;
  EXPECT_EQ(displayable("M\u00fcller \u20ac\x1b[31m"), "M\u00fcller ..[31m");
}

}  // namespace
}  // namespace ringside::racf
