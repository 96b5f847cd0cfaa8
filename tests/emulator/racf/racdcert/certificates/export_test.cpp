// tests/emulator/racf/racdcert/certificates/export_test.cpp - EXPORT and GENREQ: the six formats and what each needs.
#include <gmock/gmock.h>

#include "emulator/crypto/containers/package.hpp"
#include "emulator/host/records.hpp"
#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::message_ids;
using test_support::ZosmfLab;
using testing::ElementsAre;
using testing::EndsWith;
using testing::StartsWith;

crypto::Package read_back(ZosmfLab& lab, const std::string& name, const std::string& password = "") {
  const auto data_set = lab.session().data_sets.find(name).value();
  EXPECT_EQ(data_set.record_format, "VB");
  EXPECT_EQ(data_set.record_length, 84);
  for (const auto& record : data_set.records) EXPECT_LE(record.size(), 80u);
  return crypto::read_package(host::certificate_input(data_set), base::Secret(password)).value();
}

TEST(RacdcertExport, WritesPemByDefaultAndPkcs12WhenThereIsAPassword) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA')) DSN(CA.B64)");
  const std::string pem = lab.get_text("IBMUSER.CA.B64");
  EXPECT_THAT(pem, StartsWith("-----BEGIN CERTIFICATE-----\n"));
  EXPECT_THAT(pem, EndsWith("-----END CERTIFICATE-----\n"));
  EXPECT_EQ(pem.find('\n', pem.find('\n') + 1) - pem.find('\n') - 1, 64u);
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA')) DSN(CA.P12) PASSWORD('p')");
  EXPECT_EQ(read_back(lab, "IBMUSER.CA.P12", "p").kind, crypto::PackageKind::pkcs12);
}

TEST(RacdcertExport, EveryFormatHoldsTheCertificateAndItsChain) {
  struct Expected {
    const char* format;
    crypto::PackageKind kind;
    bool base64;
    std::size_t certificates;
  };
  ZosmfLab lab;
  lab.set_up();
  for (const Expected& expected : {Expected{"CERTDER", crypto::PackageKind::certificate, false, 1},
                                   Expected{"CERTB64", crypto::PackageKind::certificate, true, 1},
                                   Expected{"PKCS7DER", crypto::PackageKind::pkcs7, false, 2},
                                   Expected{"PKCS7B64", crypto::PackageKind::pkcs7, true, 2},
                                   Expected{"PKCS12DER", crypto::PackageKind::pkcs12, false, 2},
                                   Expected{"PKCS12B64", crypto::PackageKind::pkcs12, true, 2}}) {
    lab.must(
        std::string("RACDCERT ID(IZUSVR) EXPORT(LABEL('DefaultzOSMFCert.IZUDFLT')) DSN('OUT') PASSWORD('p') FORMAT(") +
        expected.format + ")");
    const crypto::Package package = read_back(lab, "OUT", "p");
    EXPECT_EQ(package.kind, expected.kind) << expected.format;
    EXPECT_EQ(package.base64, expected.base64) << expected.format;
    EXPECT_EQ(package.certificates.size(), expected.certificates) << expected.format;
    EXPECT_EQ(package.certificates.front(), lab.certificate("IZUSVR", "DefaultzOSMFCert.IZUDFLT")) << expected.format;
    EXPECT_EQ(package.key.has_value(), expected.kind == crypto::PackageKind::pkcs12) << expected.format;
  }
}

TEST(RacdcertExport, ReplacesTheDataSet) {
  ZosmfLab lab;
  lab.set_up();
  lab.put_text("OUT", "something else\n");
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA')) DSN('OUT') FORMAT(CERTDER)");
  EXPECT_EQ(lab.get_bytes("OUT"), lab.certificate("irrcerta", "zOSMFCA").der());
}

TEST(RacdcertExport, NamesWhatIsMissing) {
  ZosmfLab lab;
  lab.set_up();
  EXPECT_EQ(lab.run("RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA'))").shown().back(),
            "IRRD130I The DSN keyword(s) must be specified.  The request is not processed.");
  EXPECT_EQ(lab.run("RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA')) DSN(A) FORMAT(PKCS12DER)").shown().back(),
            "IRRD130I The PASSWORD keyword(s) must be specified.  The request is not processed.");
  EXPECT_THAT(message_ids(lab.run("RACDCERT CERTAUTH EXPORT(LABEL('nobody')) DSN(A)")), ElementsAre("IRRD107I"));
}

TEST(RacdcertExport, NeedsAPrivateKeyForPkcs12) {
  ZosmfLab lab;
  lab.set_up();
  lab.add_system("SYSX");
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA')) DSN('CA')");
  lab.copy("CA", "SYS1", "SYSX");
  lab.must("RACDCERT CERTAUTH ADD('CA') WITHLABEL('ca')", "SYSX");
  const auto refused = lab.run("RACDCERT CERTAUTH EXPORT(LABEL('ca')) DSN('P12') PASSWORD('p')", "SYSX");
  EXPECT_EQ(refused.return_code, 8);
  EXPECT_EQ(
      refused.shown().back(),
      "IRRD147I EXPORT in PKCS12 format requires a certificate with an associated non-ICSF private key.  The request "
      "is not processed.");
  const auto no_request = lab.run("RACDCERT CERTAUTH GENREQ(LABEL('ca')) DSN('REQ')", "SYSX");
  EXPECT_EQ(no_request.shown().back(),
            "IRRD128I GENREQ requires a certificate with an associated private key.  The request is not processed.");
}

TEST(RacdcertExport, SaysThatAnIssuerIsMissing) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('zOSMFCA'))");
  const auto incomplete =
      lab.run("RACDCERT ID(IZUSVR) EXPORT(LABEL('DefaultzOSMFCert.IZUDFLT')) DSN('P7') FORMAT(PKCS7DER)");
  EXPECT_EQ(incomplete.return_code, 0);
  EXPECT_THAT(message_ids(incomplete), ElementsAre("RSD212I"));
}

TEST(RacdcertAlter, ChangesStatusAndLabel) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT CERTAUTH ALTER(LABEL('zOSMFCA')) NEWLABEL('Jupiter') HIGHTRUST");
  EXPECT_EQ(lab.record("irrcerta", "Jupiter")->status, database::Status::hightrust);
  lab.must("RACDCERT ID(IZUSVR) ALTER(LABEL('DefaultzOSMFCert.IZUDFLT')) HIGHTRUST");
  EXPECT_EQ(lab.record("IZUSVR", "DefaultzOSMFCert.IZUDFLT")->status, database::Status::trust);
  EXPECT_THAT(message_ids(lab.run("RACDCERT CERTAUTH ALTER(LABEL('zOSMFCA')) TRUST")), ElementsAre("IRRD107I"));
  EXPECT_THAT(message_ids(lab.run("RACDCERT CERTAUTH ALTER(LABEL('Jupiter'))")), ElementsAre("IRRD130I"));
  EXPECT_EQ(lab.run("RACDCERT CERTAUTH ALTER NOTRUST").return_code, 0);
}

TEST(RacdcertDelete, TakesTheCertificateOffEveryRing) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('zOSMFCA'))");
  EXPECT_EQ(lab.shown("RACDCERT ID(IZUSVR) LISTRING(*)").find("zOSMFCA"), std::string::npos);
  EXPECT_THAT(message_ids(lab.run("RACDCERT CERTAUTH DELETE(LABEL('zOSMFCA'))")), ElementsAre("IRRD107I"));
}

TEST(RacdcertDelete, AsksForForceWhileARequestIsOut) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT CERTAUTH GENREQ(LABEL('zOSMFCA')) DSN('REQ')");
  EXPECT_THAT(message_ids(lab.run("RACDCERT CERTAUTH DELETE(LABEL('zOSMFCA'))")), ElementsAre("RSD208I"));
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('zOSMFCA')) FORCE");
}

TEST(RacdcertDelete, NeedsASelectorWhenThereAreSeveral) {
  ZosmfLab lab;
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('a')) SIZE(1024)");
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('b')) SIZE(1024)");
  EXPECT_THAT(message_ids(lab.run("RACDCERT SITE DELETE")), ElementsAre("RSD205I"));
  lab.must("RACDCERT SITE DELETE(SERIALNUMBER(00) ISSUERSDN('CN=a'))");
  lab.must("RACDCERT SITE DELETE");
}

}  // namespace
}  // namespace ringside::racf
