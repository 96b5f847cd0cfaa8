// tests/twin/load/certificates_test.cpp - certificates of an unload: real, stand-in and hollow ones.
#include "twin/load/certificates.hpp"

#include <fstream>

#include <gmock/gmock.h>

#include "tests/twin/load/site.hpp"

namespace ringside::twin {
namespace {

using database::Grade;
using test_support::Site;
using test_support::SiteCertificate;
using test_support::Twin;
using testing::HasSubstr;
using testing::Not;

SiteCertificate authority() {
  return {"irrcerta", "The CA", "00",          "CN=CA.O=Site",      "CN=CA.O=Site",
          "PKCSDER",  256,      "sha256ECDSA", std::string(64, 'A')};
}

SiteCertificate server() {
  return {"IZUSVR",  "Server", "0279",        "CN=CA.O=Site",      "CN=www.example.com.O=Site",
          "PKCSDER", 2048,     "sha256ECDSA", std::string(64, 'B')};
}

Site site_of(const std::vector<SiteCertificate>& certificates) {
  Site site;
  for (const SiteCertificate& one : certificates) site.certificate(one);
  return site;
}

TEST(LoadedCertificates, AreStandInsWithoutFiles) {
  Twin twin(site_of({authority(), server()}));
  ASSERT_TRUE(twin.report()) << twin.report().error();
  EXPECT_EQ(twin.report()->certificates.at(Grade::stand_in), 2U);
  const auto ca = twin.certificate("irrcerta", "The CA"), leaf = twin.certificate("IZUSVR", "Server");
  EXPECT_TRUE(leaf.is_signed_by(ca.public_key()));
  EXPECT_TRUE(ca.extensions().basic_constraints->is_ca);
  EXPECT_EQ(leaf.public_key().spec(), (crypto::KeySpec{crypto::KeyType::rsa, 2048}));
  EXPECT_EQ(ca.public_key().spec(), (crypto::KeySpec{crypto::KeyType::nist_ecc, 256}));
}

TEST(LoadedCertificates, AreListedWithTheFactsOfTheSite) {
  Twin twin(site_of({authority(), server()}));
  const std::string listing = twin.shown("RACDCERT ID(IZUSVR) LIST(LABEL('Server'))");
  EXPECT_THAT(listing, HasSubstr(">0279<"));
  EXPECT_THAT(listing, HasSubstr(">CN=www.example.com.O=Site<"));
  EXPECT_THAT(listing, HasSubstr("Start Date: 2012/01/01 00:00:00"));
  EXPECT_THAT(listing, HasSubstr("End Date:   2032/01/01 23:59:59"));
  EXPECT_THAT(listing, HasSubstr("Key Type: RSA"));
  EXPECT_THAT(listing, HasSubstr("Private Key: YES"));
  EXPECT_THAT(listing, HasSubstr("BB:BB:BB"));
  EXPECT_THAT(twin.diagnosed("RACDCERT ID(IZUSVR) LIST(LABEL('Server'))"),
              HasSubstr("'Server' of user IZUSVR is a stand-in"));
}

TEST(LoadedCertificates, HaveTheSameKeyInEveryTwin) {
  Twin one(site_of({authority(), server()})), other(site_of({authority()}));
  EXPECT_EQ(one.certificate("irrcerta", "The CA"), other.certificate("irrcerta", "The CA"));
}

TEST(LoadedCertificates, OfAnOlderUnloadAreHollow) {
  Site site;
  site.add(RecordLine("0500")
               .text("GRBD_NAME", "05.CN=Root\u00a2CA.O=Site")
               .text("GRBD_CLASS_NAME", "DIGTCERT")
               .text("GRBD_APPL_DATA", "IZUSVR")
               .text("GRBD_UACC", "HIGHTRST"));
  site.add(RecordLine("0207")
               .text("USCERT_NAME", "IZUSVR")
               .text("USCERT_CERT_NAME", "05.CN=Root\u00a2CA.O=Site")
               .text("USCERT_CERTLABL", "Old"));
  Twin twin(site);
  EXPECT_EQ(twin.report()->certificates.at(Grade::hollow), 1U);
  EXPECT_EQ(twin.remarks("hollow certificate"), 1U);
  EXPECT_EQ(twin.record("IZUSVR", "Old").status, database::Status::hightrust);
  EXPECT_EQ(twin.certificate("IZUSVR", "Old").issuer().listing(), "CN=Root CA.O=Site");
  EXPECT_THAT(twin.diagnosed("RACDCERT ID(IZUSVR) LIST"), HasSubstr("hollow"));
}

TEST(LoadedCertificates, AreRealWhereTheFolderHasThemByFingerprint) {
  test_support::RacfLab source;
  source.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA') O('Site')) WITHLABEL('The CA') NISTECC SIZE(256)");
  const auto real = source.certificate("irrcerta", "The CA");
  const test_support::TemporaryDirectory folder;
  std::ofstream(folder.file("ca.der"), std::ios::binary) << base::to_text(real.der());
  std::ofstream(folder.file("readme.txt")) << "not a certificate";
  SiteCertificate ca = authority();
  ca.fingerprint = base::hex(real.sha256());
  LoadOptions options;
  options.certificates = folder.path();
  Twin twin(site_of({ca, server()}), options);
  ASSERT_TRUE(twin.report()) << twin.report().error();
  EXPECT_EQ(twin.report()->certificates.at(Grade::real), 1U);
  EXPECT_EQ(twin.certificate("irrcerta", "The CA"), real);
  EXPECT_TRUE(twin.record("irrcerta", "The CA").has_key_at_site_only());
  ASSERT_EQ(twin.report()->unreadable_files.size(), 1U);
  EXPECT_THAT(twin.report()->unreadable_files.front(), HasSubstr("readme.txt"));
  EXPECT_THAT(twin.diagnosed("RACDCERT CERTAUTH LIST"), HasSubstr("private key is at the site only"));
}

TEST(LoadedCertificates, OfTheSameSerialNumberAndIssuerAreNotRealIfTheFingerprintDiffers) {
  test_support::RacfLab source;
  source.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA') O('Site')) WITHLABEL('The CA') NISTECC SIZE(256)");
  const test_support::TemporaryDirectory folder;
  std::ofstream(folder.file("ca.der"), std::ios::binary)
      << base::to_text(source.certificate("irrcerta", "The CA").der());
  LoadOptions options;
  options.certificates = folder.path();
  Twin twin(site_of({authority()}), options);
  EXPECT_EQ(twin.report()->certificates.at(Grade::stand_in), 1U);
  EXPECT_EQ(twin.remarks("file of another certificate"), 1U);
  SiteCertificate without_fingerprint = authority();
  without_fingerprint.fingerprint.clear();
  EXPECT_EQ(Twin(site_of({without_fingerprint}), options).report()->certificates.at(Grade::real), 1U);
}

TEST(LoadedCertificates, WithoutALabelOrOwnerAreLeftOutAndTold) {
  Site site;
  site.add(RecordLine("0500")
               .text("GRBD_NAME", "05.CN=x")
               .text("GRBD_CLASS_NAME", "DIGTCERT")
               .text("GRBD_APPL_DATA", "IZUSVR"));
  site.add(RecordLine("0207")
               .text("USCERT_NAME", "IZUSVR")
               .text("USCERT_CERT_NAME", "06.CN=y")
               .text("USCERT_CERTLABL", "y"));
  SiteCertificate nobody = server();
  nobody.owner = "NOBODY";
  site.certificate(nobody);
  Twin twin(site);
  EXPECT_EQ(twin.remarks("certificate without label"), 1U);
  EXPECT_EQ(twin.remarks("label without certificate"), 1U);
  EXPECT_EQ(twin.remarks("certificate of nobody"), 1U);
  EXPECT_EQ(twin.database().certificates.count(), 0);
}

TEST(LoadedCertificates, SignWithTheKeyOfTheirStandIn) {
  Twin twin(site_of({authority()}));
  EXPECT_THAT(twin.shown("RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('new')) WITHLABEL('New') NISTECC SIZE(256) "
                         "SIGNWITH(CERTAUTH LABEL('The CA'))"),
              HasSubstr("IRRD199I"));
  EXPECT_TRUE(twin.certificate("IZUSVR", "New").is_signed_by(twin.certificate("irrcerta", "The CA").public_key()));
}

TEST(LoadedCertificates, AreRenewedByRekeyAndRollover) {
  Twin twin(site_of({authority(), server()}));
  EXPECT_THAT(twin.shown("RACDCERT CERTAUTH REKEY(LABEL('The CA')) WITHLABEL('The CA 2')"), HasSubstr("IRRD199I"));
  EXPECT_THAT(twin.shown("RACDCERT CERTAUTH ROLLOVER(LABEL('The CA')) NEWLABEL('The CA 2')"), Not(HasSubstr("IRRD")));
  EXPECT_FALSE(twin.record("irrcerta", "The CA").has_key());
  EXPECT_TRUE(twin.certificate("IZUSVR", "Server").is_signed_by(twin.certificate("irrcerta", "The CA").public_key()));
  EXPECT_TRUE(twin.certificate("irrcerta", "The CA 2").is_self_signed());
}

TEST(LoadedCertificates, KeepTheirLastSerialNumberAndRequest) {
  Site site;
  site.certificate(authority());
  RecordLine more("0560");
  Site other;
  SiteCertificate ca = authority();
  RecordLine base("0500"), data("0560"), label("0207");
  base.text("GRBD_NAME", ca.profile())
      .text("GRBD_CLASS_NAME", "DIGTCERT")
      .text("GRBD_APPL_DATA", ca.owner)
      .text("GRBD_UACC", "TRUST");
  data.text("GRCERT_NAME", ca.profile())
      .text("GRCERT_CLASS_NAME", "DIGTCERT")
      .text("GRCERT_LAST_SERIAL", "000000000000002A")
      .flag("GRCERT_GEN_REQ", true);
  label.text("USCERT_NAME", ca.owner).text("USCERT_CERT_NAME", ca.profile()).text("USCERT_CERTLABL", ca.label);
  for (const auto& line : {base, data, label}) other.add(line);
  Twin twin(other);
  EXPECT_EQ(twin.record("irrcerta", "The CA").last_serial, 42);
  EXPECT_TRUE(twin.record("irrcerta", "The CA").request_made);
}

}  // namespace
}  // namespace ringside::twin
