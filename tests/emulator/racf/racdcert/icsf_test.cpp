// tests/emulator/racf/racdcert/icsf_test.cpp - keys in ICSF: listed with their PKDS label, used, never
// exported.
#include <gmock/gmock.h>

#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::message_ids;
using test_support::ZosmfLab;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* make_icsf_ca =
    "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') SIZE(1024) RSA(PKDS(CA.KEY.ONE))";

TEST(RacdcertIcsf, ShowsThePkdsLabelAndSigns) {
  ZosmfLab lab;
  lab.must(make_icsf_ca);
  EXPECT_THAT(lab.shown("RACDCERT CERTAUTH LIST(LABEL('ca'))"),
              HasSubstr("  Key Type: RSA\n  Key Size: 1024    \n  Private Key: YES\n  PKDS Label: CA.KEY.ONE\n"));
  EXPECT_FALSE(lab.record("irrcerta", "ca")->private_key);
  lab.must(
      "RACDCERT GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') SIGNWITH(CERTAUTH LABEL('ca')) NISTECC(PKDS) SIZE(256)");
  EXPECT_TRUE(lab.certificate("IBMUSER", "a").is_signed_by(lab.certificate("irrcerta", "ca").public_key()));
  EXPECT_THAT(lab.record("IBMUSER", "a")->pkds_label,
              testing::MatchesRegex("IRR\\.DIGTCERT\\.IBMUSER\\.SYS1\\.[0-9A-F]{16}"));
  lab.must("RACDCERT CERTAUTH GENREQ(LABEL('ca')) DSN('REQ')");
}

TEST(RacdcertIcsf, NeverExportsTheKey) {
  ZosmfLab lab;
  lab.must(make_icsf_ca);
  EXPECT_THAT(message_ids(lab.run("RACDCERT CERTAUTH EXPORT(LABEL('ca')) DSN('P12') PASSWORD('p')")),
              ElementsAre("IRRD147I"));
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('ca')) DSN('CERT')");
}

TEST(RacdcertIcsf, TakesTheLabelOfTheCertificateWhenItFits) {
  ZosmfLab lab;
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('a')) WITHLABEL('MY.KEY') SIZE(1024) ICSF(*)");
  EXPECT_THAT(lab.shown("RACDCERT LIST(LABEL('MY.KEY'))"), HasSubstr("  Key Type: RSA Mod-Exp\n"));
  EXPECT_EQ(lab.record("IBMUSER", "MY.KEY")->pkds_label, "MY.KEY");
  EXPECT_THAT(
      message_ids(lab.run("RACDCERT GENCERT SUBJECTSDN(CN('b')) WITHLABEL('no label') SIZE(1024) RSA(PKDS(*))")),
      ElementsAre("IRRD160I"));
  EXPECT_THAT(message_ids(lab.run("RACDCERT GENCERT SUBJECTSDN(CN('b')) SIZE(1024) RSA(PKDS(*))")),
              ElementsAre("IRRD130I"));
  EXPECT_THAT(message_ids(lab.run("RACDCERT GENCERT SUBJECTSDN(CN('b')) SIZE(1024) RSA(PKDS(MY.KEY))")),
              ElementsAre("RSD209I"));
}

TEST(RacdcertIcsf, MakesACertificateForAKeyThatIsThere) {
  ZosmfLab lab;
  lab.must(make_icsf_ca);
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('again')) WITHLABEL('again') FROMICSF(CA.KEY.ONE)");
  EXPECT_EQ(lab.certificate("irrsitec", "again").public_key().fingerprint(),
            lab.certificate("irrcerta", "ca").public_key().fingerprint());
  EXPECT_THAT(message_ids(lab.run("RACDCERT SITE GENCERT SUBJECTSDN(CN('x')) FROMICSF(NO.KEY)")),
              ElementsAre("IRRD192I"));
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('ca'))");
  EXPECT_TRUE(lab.session().database.icsf_keys.find("CA.KEY.ONE"));
  lab.must("RACDCERT SITE DELETE(LABEL('again'))");
  EXPECT_FALSE(lab.session().database.icsf_keys.find("CA.KEY.ONE"));
}

TEST(RacdcertIcsf, MakesNoCertificateForADsaKey) {
  ZosmfLab lab;
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('d')) WITHLABEL('d') DSA SIZE(1024)");
  lab.must("RACDCERT SITE EXPORT(LABEL('d')) DSN('CERT')");
  lab.must("RACDCERT SITE ADD('CERT') PKDS(DSA.KEY)");
  EXPECT_EQ(lab.run("RACDCERT SITE GENCERT SUBJECTSDN(CN('x')) FROMICSF(DSA.KEY)").shown().back(),
            "IRRD194I The key type that corresponds to this PKDS label is not supported.");
}

TEST(RacdcertIcsf, AProfileOfCsfkeysProtectsALabelEvenFromSpecial) {
  ZosmfLab lab;
  lab.must(make_icsf_ca);
  lab.must("SETROPTS CLASSACT(CSFKEYS) GENERIC(CSFKEYS)");
  lab.must("RDEFINE CSFKEYS CA.** UACC(NONE)");
  lab.run("PERMIT CA.** CLASS(CSFKEYS) ID(IBMUSER) DELETE");
  for (const char* command :
       {"RACDCERT SITE GENCERT SUBJECTSDN(CN('x')) FROMICSF(CA.KEY.ONE)",
        "RACDCERT SITE GENCERT SUBJECTSDN(CN('x')) RSA(PKDS(CA.KEY.TWO)) SIZE(1024)",
        "RACDCERT SITE GENCERT SUBJECTSDN(CN('x')) NISTECC(PKDS(*)) SIZE(256) WITHLABEL('CA.KEY.TWO')",
        "RACDCERT CERTAUTH REKEY(LABEL('ca')) WITHLABEL('x') PKDS(CA.KEY.TWO)"}) {
    const auto refused = lab.run(command);
    EXPECT_EQ(refused.return_code, 8) << command;
    EXPECT_EQ(refused.shown().back(), "IRRD191I Insufficient authorization to ICSF key label.") << command;
    EXPECT_THAT(refused.console, testing::Contains(HasSubstr("CL(CSFKEYS )"))) << command;
  }
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('x')) RSA(PKDS(OTHER.KEY)) SIZE(1024)");
  lab.must("PERMIT CA.** CLASS(CSFKEYS) ID(IBMUSER) ACCESS(READ)");
  lab.must("SETROPTS GENERIC(CSFKEYS) REFRESH");
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('y')) FROMICSF(CA.KEY.ONE)");
}

TEST(RacdcertIcsf, AddMovesAKeyToIcsf) {
  ZosmfLab lab;
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') SIZE(1024)");
  lab.must("RACDCERT SITE EXPORT(LABEL('a')) DSN('CERT')");
  lab.must("RACDCERT SITE ADD('CERT') PKDS(MOVED.KEY)");
  EXPECT_FALSE(lab.record("irrsitec", "a")->private_key);
  EXPECT_EQ(lab.record("irrsitec", "a")->pkds_label, "MOVED.KEY");
}

}  // namespace
}  // namespace ringside::racf
