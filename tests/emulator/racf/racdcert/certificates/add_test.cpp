// tests/emulator/racf/racdcert/certificates/add_test.cpp - ADD: what is stored, with which status, and what is
// refused.
#include <gmock/gmock.h>

#include "emulator/crypto/containers/package.hpp"
#include "emulator/crypto/random.hpp"
#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::make_ca;
using test_support::message_ids;
using test_support::ZosmfLab;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* collision =
    "IRRD109I The certificate cannot be added.  Profile "
    "00.CN=z/OSMF\u00a2CertAuth\u00a2for\u00a2Security\u00a2Domain.OU=IZUDFLT is already defined.";

// Two systems with a database each, both set up by the same job.
struct TwoSystems : ZosmfLab {
  TwoSystems() {
    add_system("SYSX");
    define_user("SYSX");
    set_up("SYS1");
  }
  void export_from(const std::string& system, const std::string& operands, const std::string& data_set) {
    must("RACDCERT EXPORT(" + operands + " DSN('" + data_set + "')", system);
    copy(data_set, system, system == "SYS1" ? "SYSX" : "SYS1");
  }
};

TEST(RacdcertAdd, TwoCasOfTheSameJobShareANameAndOnlyOneFits) {
  TwoSystems lab;
  lab.set_up("SYSX");
  lab.export_from("SYSX", "LABEL('zOSMFCA')) CERTAUTH", "X.CA");
  for (const char* label : {"zOSMFCA", "Saturn"}) {
    const auto refused = lab.run(std::string("RACDCERT ADD('X.CA') CERTAUTH TRUST WITHLABEL('") + label + "')");
    EXPECT_EQ(refused.return_code, 8);
    EXPECT_THAT(refused.shown(), ElementsAre(collision));
  }
}

TEST(RacdcertAdd, TheSameCertificateAgainIsRefused) {
  TwoSystems lab;
  lab.export_from("SYS1", "LABEL('zOSMFCA')) CERTAUTH", "J.CA");
  EXPECT_EQ(lab.run("RACDCERT ADD('J.CA') CERTAUTH").shown().back(), collision);
  EXPECT_EQ(lab.run("RACDCERT ADD('J.CA') CERTAUTH WITHLABEL('other')").shown().back(), collision);
  EXPECT_EQ(lab.run("RACDCERT ADD('J.CA') SITE").shown().back(), collision);
}

TEST(RacdcertAdd, ACaWithoutItsKeyIsTrustedButCannotSign) {
  TwoSystems lab;
  lab.export_from("SYS1", "LABEL('zOSMFCA')) CERTAUTH", "J.CA");
  const auto added = lab.run("RACDCERT ADD('J.CA') CERTAUTH TRUST WITHLABEL('Jupiter')", "SYSX");
  EXPECT_EQ(added.return_code, 0);
  EXPECT_THAT(message_ids(added), ElementsAre("IRRD113I", "IRRD199I"));
  EXPECT_EQ(lab.record("irrcerta", "Jupiter", "SYSX")->status, database::Status::trust);
  const auto refused =
      lab.run("RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('x')) SIGNWITH(CERTAUTH LABEL('Jupiter'))", "SYSX");
  EXPECT_EQ(refused.return_code, 8);
  EXPECT_THAT(message_ids(refused), ElementsAre("IRRD128I"));
}

TEST(RacdcertAdd, ACaThatTravelsWithItsKeyCountsSerialNumbersFromTheStart) {
  TwoSystems lab;
  lab.export_from("SYS1", "LABEL('zOSMFCA')) CERTAUTH PASSWORD('secret') FORMAT(PKCS12DER)", "J.P12");
  lab.must("RACDCERT ADD('J.P12') CERTAUTH TRUST WITHLABEL('zOSMFCA') PASSWORD('secret')", "SYSX");
  lab.must(test_support::make_server, "SYSX");
  EXPECT_EQ(lab.certificate("IZUSVR", "DefaultzOSMFCert.IZUDFLT", "SYSX").serial(), "01");
  lab.export_from("SYSX", "LABEL('DefaultzOSMFCert.IZUDFLT')) ID(IZUSVR)", "X.CERT");
  const auto refused = lab.run("RACDCERT ADD('X.CERT') ID(IZUSVR) WITHLABEL('of x')");
  EXPECT_THAT(message_ids(refused), ElementsAre("IRRD109I"));
}

TEST(RacdcertAdd, ALeafWhoseIssuerIsMissingIsStoredAsNotTrusted) {
  TwoSystems lab;
  lab.export_from("SYS1", "LABEL('DefaultzOSMFCert.IZUDFLT')) ID(IZUSVR)", "LEAF");
  const auto added = lab.run("RACDCERT ADD('LEAF') ID(IZUSVR) WITHLABEL('leaf')", "SYSX");
  EXPECT_EQ(added.return_code, 4);
  EXPECT_THAT(message_ids(added), ElementsAre("RSD203I", "IRRD199I"));
  EXPECT_EQ(lab.record("IZUSVR", "leaf", "SYSX")->status, database::Status::notrust);
}

TEST(RacdcertAdd, TrustOnTheCommandIsHonoured) {
  TwoSystems lab;
  lab.export_from("SYS1", "LABEL('DefaultzOSMFCert.IZUDFLT')) ID(IZUSVR)", "LEAF");
  EXPECT_EQ(lab.run("RACDCERT ADD('LEAF') ID(IZUSVR) WITHLABEL('leaf') TRUST", "SYSX").return_code, 0);
  EXPECT_EQ(lab.record("IZUSVR", "leaf", "SYSX")->status, database::Status::trust);
}

TEST(RacdcertAdd, ALeafUnderACaOfTheSameNameWithAnotherKeyIsRejected) {
  TwoSystems lab;
  lab.export_from("SYS1", "LABEL('DefaultzOSMFCert.IZUDFLT')) ID(IZUSVR)", "LEAF");
  lab.must(make_ca, "SYSX");
  const auto refused = lab.run("RACDCERT ADD('LEAF') ID(IZUSVR) WITHLABEL('leaf') TRUST", "SYSX");
  EXPECT_EQ(refused.return_code, 8);
  EXPECT_THAT(message_ids(refused), ElementsAre("RSD204I"));
}

TEST(RacdcertAdd, APackageBringsItsIssuersToCertauth) {
  for (const char* format :
       {"FORMAT(PKCS7DER)", "FORMAT(PKCS7B64)", "PASSWORD('p') FORMAT(PKCS12DER)", "PASSWORD('p') FORMAT(PKCS12B64)"}) {
    TwoSystems lab;
    lab.export_from("SYS1", std::string("LABEL('DefaultzOSMFCert.IZUDFLT')) ID(IZUSVR) ") + format, "PACK");
    const bool with_key = std::string(format).find("12") != std::string::npos;
    const auto added = lab.run(
        std::string("RACDCERT ADD('PACK') ID(IZUSVR) WITHLABEL('leaf')") + (with_key ? " PASSWORD('p')" : ""), "SYSX");
    EXPECT_EQ(added.return_code, 0) << format;
    EXPECT_THAT(message_ids(added), ElementsAre("IRRD199I", "IRRD199I")) << format;
    EXPECT_EQ(lab.record("irrcerta", "LABEL00000001", "SYSX")->status, database::Status::trust) << format;
    EXPECT_EQ(lab.record("IZUSVR", "leaf", "SYSX")->private_key.has_value(), with_key) << format;
  }
}

TEST(RacdcertAdd, AKeyThatWasMissingIsAddedToItsCertificate) {
  TwoSystems lab;
  lab.export_from("SYS1", "LABEL('zOSMFCA')) CERTAUTH", "J.CA");
  lab.export_from("SYS1", "LABEL('zOSMFCA')) CERTAUTH PASSWORD('p')", "J.P12");
  lab.must("RACDCERT ADD('J.CA') CERTAUTH WITHLABEL('Jupiter')", "SYSX");
  lab.must("RACDCERT ADD('J.P12') CERTAUTH PASSWORD('p')", "SYSX");
  EXPECT_TRUE(lab.record("irrcerta", "Jupiter", "SYSX")->private_key);
}

TEST(RacdcertAdd, AReplyToARequestTakesThePlaceOfTheCertificate) {
  TwoSystems lab;
  lab.must("RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('x.example.com')) WITHLABEL('x')", "SYSX");
  lab.must("RACDCERT ADDRING(R) ID(IZUSVR)", "SYSX");
  lab.must("RACDCERT ID(IZUSVR) CONNECT(LABEL('x') RING(R) DEFAULT)", "SYSX");
  lab.must("RACDCERT ID(IZUSVR) GENREQ(LABEL('x')) DSN('X.REQ')", "SYSX");
  lab.copy("X.REQ", "SYSX", "SYS1");
  lab.must("RACDCERT SITE GENCERT('X.REQ') SIGNWITH(CERTAUTH LABEL('zOSMFCA')) WITHLABEL('for x')");
  lab.export_from("SYS1", "LABEL('for x')) SITE", "X.CERT");
  lab.export_from("SYS1", "LABEL('zOSMFCA')) CERTAUTH", "J.CA");
  lab.must("RACDCERT ADD('J.CA') CERTAUTH WITHLABEL('Jupiter')", "SYSX");
  lab.must("RACDCERT ADD('X.CERT') ID(IZUSVR)", "SYSX");
  const auto record = lab.record("IZUSVR", "x", "SYSX").value();
  EXPECT_TRUE(record.private_key);
  EXPECT_EQ(lab.certificate("IZUSVR", "x", "SYSX").serial(), "02");
  EXPECT_THAT(lab.shown("RACDCERT ID(IZUSVR) LISTRING(R)", "SYSX"), HasSubstr("ID(IZUSVR)     PERSONAL     YES"));
  EXPECT_EQ(lab.on("SYSX").database.certificates.by_owner("IZUSVR").size(), 1u);
}

TEST(RacdcertAdd, RefusesALabelThatTheOwnerUses) {
  TwoSystems lab;
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('other')) WITHLABEL('s') SIZE(1024)", "SYSX");
  lab.export_from("SYSX", "LABEL('s')) SITE", "S.CERT");
  const auto refused = lab.run("RACDCERT ADD('S.CERT') CERTAUTH WITHLABEL('zOSMFCA')");
  EXPECT_EQ(refused.return_code, 8);
  EXPECT_EQ(refused.shown().back(),
            "RSD202I The label 'zOSMFCA' is already in use for CERTAUTH. The request is not processed.");
}

TEST(RacdcertAdd, AnExpiredCertificateIsStoredAndSaysSo) {
  TwoSystems lab;
  lab.export_from("SYS1", "LABEL('zOSMFCA')) CERTAUTH", "J.CA");
  lab.set_date("2026-11-21");
  const auto added = lab.run("RACDCERT ADD('J.CA') CERTAUTH WITHLABEL('Jupiter')", "SYSX");
  EXPECT_EQ(added.return_code, 4);
  EXPECT_THAT(
      added.shown(),
      Contains("RSD201I The certificate with label 'Jupiter' has an incorrect date range: it ended on 2023/05/17 "
               "23:59:59. It is added with NOTRUST status."));
}

struct BadInput {
  std::string name;
  std::string content;
  std::string operands;
  std::string message;
};
class RacdcertAddBadInput : public testing::TestWithParam<BadInput> {};

TEST_P(RacdcertAddBadInput, IsRefusedAndChangesNothing) {
  ZosmfLab lab;
  lab.put_text("INPUT", GetParam().content);
  const auto before = lab.lab().fingerprint_of_data();
  const auto refused = lab.run("RACDCERT CERTAUTH ADD('INPUT') " + GetParam().operands);
  EXPECT_EQ(refused.return_code, 8);
  EXPECT_THAT(message_ids(refused), ElementsAre(GetParam().message));
  EXPECT_FALSE(refused.diagnostics.empty());
  EXPECT_EQ(lab.lab().fingerprint_of_data(), before);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RacdcertAddBadInput,
    testing::Values(BadInput{"Empty", "", "", "IRRD104I"}, BadInput{"Words", "this is no certificate", "", "IRRD104I"},
                    BadInput{"CutOff", "-----BEGIN CERTIFICATE-----\nMIIB\n", "", "IRRD104I"},
                    BadInput{"NoDer", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "", "IRRD104I"},
                    BadInput{"KeyOnly", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n", "",
                             "IRRD104I"}),
    [](const auto& param) { return param.param.name; });

TEST(RacdcertAdd, RefusesAWrongPasswordAndAWrongRecordFormat) {
  TwoSystems lab;
  lab.export_from("SYS1", "LABEL('zOSMFCA')) CERTAUTH PASSWORD('secret')", "J.P12");
  EXPECT_THAT(message_ids(lab.run("RACDCERT ADD('J.P12') CERTAUTH PASSWORD('Secret')", "SYSX")),
              ElementsAre("RSD206I"));
  EXPECT_THAT(message_ids(lab.run("RACDCERT ADD('J.P12') CERTAUTH", "SYSX")), ElementsAre("RSD206I"));
  auto data_set = lab.on("SYSX").data_sets.find("J.P12").value();
  data_set.record_format = "FB";
  lab.on("SYSX").data_sets.put(data_set);
  const auto refused = lab.run("RACDCERT ADD('J.P12') CERTAUTH PASSWORD('secret')", "SYSX");
  EXPECT_THAT(message_ids(refused), ElementsAre("IRRD103I"));
  EXPECT_THAT(refused.diagnostics, Contains(HasSubstr("RECFM=FB")));
}

TEST(RacdcertAdd, NeverShowsThePassword) {
  TwoSystems lab;
  const auto result = lab.run("RACDCERT ADD('NO.SUCH') CERTAUTH PASSWORD('hunter2')");
  EXPECT_EQ(result.command.find("hunter2"), std::string::npos);
}

}  // namespace
}  // namespace ringside::racf
