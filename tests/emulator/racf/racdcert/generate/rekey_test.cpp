// tests/emulator/racf/racdcert/generate/rekey_test.cpp - REKEY and ROLLOVER: a certificate gets a successor, also in
// its rings.
#include <gmock/gmock.h>

#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::message_ids;
using test_support::ZosmfLab;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(RacdcertRekey, CopiesNameUsageAndValidityToANewKey) {
  ZosmfLab lab;
  lab.set_up();
  lab.set_date("2020-03-01");
  lab.must("RACDCERT CERTAUTH REKEY(LABEL('zOSMFCA')) WITHLABEL('zOSMFCA2')");
  const auto old = lab.certificate("irrcerta", "zOSMFCA");
  const auto rekeyed = lab.certificate("irrcerta", "zOSMFCA2");
  EXPECT_EQ(rekeyed.subject(), old.subject());
  EXPECT_TRUE(rekeyed.is_self_signed());
  EXPECT_EQ(rekeyed.serial(), "02");
  EXPECT_EQ(rekeyed.extensions().key_usage, old.extensions().key_usage);
  EXPECT_TRUE(rekeyed.extensions().basic_constraints->is_ca);
  EXPECT_NE(rekeyed.public_key().fingerprint(), old.public_key().fingerprint());
  EXPECT_EQ(rekeyed.not_after() - rekeyed.not_before(), old.not_after() - old.not_before());
  EXPECT_EQ(base::listing_time(rekeyed.not_before(), {}), "2020/03/01 00:00:00");
}

TEST(RacdcertRekey, TakesAnotherTypeAndSizeWhenAsked) {
  ZosmfLab lab;
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('a')) NISTECC SIZE(384) WITHLABEL('a')");
  lab.must("RACDCERT SITE REKEY(LABEL('a')) WITHLABEL('same')");
  lab.must("RACDCERT SITE REKEY(LABEL('a')) WITHLABEL('rsa') RSA SIZE(1024)");
  EXPECT_EQ(lab.certificate("irrsitec", "same").public_key().spec(), (crypto::KeySpec{crypto::KeyType::nist_ecc, 384}));
  EXPECT_EQ(lab.certificate("irrsitec", "rsa").public_key().spec(), (crypto::KeySpec{crypto::KeyType::rsa, 1024}));
}

TEST(RacdcertRekey, WithPkdsPutsTheNewKeyIntoIcsf) {
  ZosmfLab lab;
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) SIZE(1024) WITHLABEL('CA')");
  lab.must("RACDCERT CERTAUTH REKEY(LABEL('CA')) WITHLABEL('CA-2') PKDS");
  EXPECT_THAT(lab.record("irrcerta", "CA-2")->pkds_label, testing::StartsWith("IRR.DIGTCERT.CERTIFAUTH.SYS1."));
  EXPECT_FALSE(lab.record("irrcerta", "CA-2")->private_key);
  EXPECT_EQ(lab.certificate("irrcerta", "CA-2").public_key().spec(), (crypto::KeySpec{crypto::KeyType::rsa, 1024}));
  lab.must("RACDCERT CERTAUTH REKEY(LABEL('CA')) WITHLABEL('CA.3') PKDS(*)");
  EXPECT_EQ(lab.record("irrcerta", "CA.3")->pkds_label, "CA.3");
  lab.must("RACDCERT CERTAUTH REKEY(LABEL('CA')) WITHLABEL('four') PKDS(Key.Four)");
  EXPECT_EQ(lab.record("irrcerta", "four")->pkds_label, "KEY.FOUR");
  const auto no_label = lab.run("RACDCERT CERTAUTH REKEY(LABEL('CA')) WITHLABEL('no label') PKDS(*)");
  EXPECT_THAT(message_ids(no_label), ElementsAre("IRRD160I"));
  EXPECT_TRUE(lab.record("irrcerta", "CA")->private_key) << "the old key stays where it is";
}

TEST(RacdcertRekey, WithPkdsKeepsTheTypeThatIcsfHas) {
  ZosmfLab lab;
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('e')) NISTECC SIZE(384) WITHLABEL('e')");
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('d')) DSA SIZE(1024) WITHLABEL('d')");
  lab.must("RACDCERT SITE REKEY(LABEL('e')) WITHLABEL('e2') PKDS");
  lab.must("RACDCERT SITE REKEY(LABEL('d')) WITHLABEL('d2') PKDS SIZE(1024)");
  lab.must("RACDCERT SITE REKEY(LABEL('d')) WITHLABEL('d3') NISTECC SIZE(256) PKDS(D3)");
  EXPECT_EQ(lab.certificate("irrsitec", "e2").public_key().spec(), (crypto::KeySpec{crypto::KeyType::nist_ecc, 384}));
  EXPECT_EQ(lab.certificate("irrsitec", "d2").public_key().spec(), (crypto::KeySpec{crypto::KeyType::rsa, 1024}));
  EXPECT_EQ(lab.certificate("irrsitec", "d3").public_key().spec(), (crypto::KeySpec{crypto::KeyType::nist_ecc, 256}));
  EXPECT_EQ(lab.record("irrsitec", "d3")->pkds_label, "D3");
}

TEST(RacdcertRollover, AUserCertificateIsRetiredInItsRings) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT ID(IZUSVR) REKEY(LABEL('DefaultzOSMFCert.IZUDFLT')) WITHLABEL('new')");
  lab.must("RACDCERT ID(IZUSVR) GENREQ(LABEL('new')) DSN('NEW.REQ')");
  lab.must("RACDCERT ID(IZUSVR) GENCERT('NEW.REQ') SIGNWITH(CERTAUTH LABEL('zOSMFCA')) NOTAFTER(DATE(2023/05/17))");
  lab.must("RACDCERT ID(IZUSVR) ROLLOVER(LABEL('DefaultzOSMFCert.IZUDFLT')) NEWLABEL('new')");
  EXPECT_FALSE(lab.record("IZUSVR", "DefaultzOSMFCert.IZUDFLT")->private_key);
  const std::string ring = lab.shown("RACDCERT ID(IZUSVR) LISTRING(IZUKeyring.IZUDFLT)");
  EXPECT_THAT(ring, HasSubstr("\n  new                                ID(IZUSVR)     PERSONAL     YES  \n"));
  EXPECT_EQ(ring.find("DefaultzOSMFCert"), std::string::npos);
  EXPECT_TRUE(lab.certificate("IZUSVR", "new").is_signed_by(lab.certificate("irrcerta", "zOSMFCA").public_key()));
}

TEST(RacdcertRollover, ACaStaysOnTheRingBesideItsSuccessorAndHandsOnItsCounter) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT CERTAUTH REKEY(LABEL('zOSMFCA')) WITHLABEL('zOSMFCA2')");
  lab.must("RACDCERT CERTAUTH ROLLOVER(LABEL('zOSMFCA')) NEWLABEL('zOSMFCA2')");
  const std::string ring = lab.shown("RACDCERT ID(IZUSVR) LISTRING(IZUKeyring.IZUDFLT)");
  EXPECT_THAT(ring, HasSubstr("\n  zOSMFCA                            CERTAUTH       CERTAUTH     NO   \n"));
  EXPECT_THAT(ring, HasSubstr("\n  zOSMFCA2                           CERTAUTH       CERTAUTH     NO   \n"));
  EXPECT_EQ(lab.record("irrcerta", "zOSMFCA2")->last_serial, 1);
  const auto refused = lab.run("RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('x')) SIGNWITH(CERTAUTH LABEL('zOSMFCA'))");
  EXPECT_THAT(message_ids(refused), ElementsAre("IRRD128I"));
}

TEST(RacdcertRollover, RefusesWhatCannotTakeThePlace) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('other')) WITHLABEL('other') SIZE(1024)");
  const auto run = [&](const std::string& operands) {
    const auto result = lab.run("RACDCERT CERTAUTH ROLLOVER(LABEL('zOSMFCA')) " + operands);
    EXPECT_EQ(result.return_code, 8) << operands;
    return message_ids(result);
  };
  EXPECT_THAT(run(""), ElementsAre("IRRD130I"));
  EXPECT_THAT(run("NEWLABEL('nobody')"), ElementsAre("IRRD107I"));
  EXPECT_THAT(run("NEWLABEL('zOSMFCA')"), ElementsAre("RSD215I"));
  EXPECT_THAT(run("NEWLABEL('other')"), ElementsAre("RSD215I"));
  lab.must("RACDCERT CERTAUTH ROLLOVER(LABEL('zOSMFCA')) NEWLABEL('other') FORCE");
}

}  // namespace
}  // namespace ringside::racf
