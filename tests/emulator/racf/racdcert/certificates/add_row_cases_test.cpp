// tests/emulator/racf/racdcert/certificates/add_row_cases_test.cpp - ADD when the database has a certificate of the
// same name, key, label or subject. Eight cases, A to H.
#include <gmock/gmock.h>

#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::make_ca;
using test_support::message_ids;
using test_support::ZosmfLab;
using testing::ElementsAre;
using testing::HasSubstr;

// SYS1 receives; SYSX has a database of its own and sends. IZUSVR's certificate 'x' on SYS1 waits for its request to be
// signed.
struct ArrivalLab : ZosmfLab {
  ArrivalLab() {
    add_system("SYSX");
    define_user("SYSX");
    must(make_ca);
    must("RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') SIZE(1024)");
  }
  void send(const std::string& operands, const std::string& from = "SYSX") {
    must("RACDCERT EXPORT(" + operands + " DSN('ARRIVAL')", from);
    if (from != "SYS1") copy("ARRIVAL", from, "SYS1");
  }
  // The key of 'x' with another serial number and issuer.
  void send_signed_request() {
    must("RACDCERT ID(IZUSVR) GENREQ(LABEL('x')) DSN('REQ')");
    copy("REQ", "SYS1", "SYSX");
    must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('signer')) WITHLABEL('signer') SIZE(1024)", "SYSX");
    must("RACDCERT SITE GENCERT('REQ') SIGNWITH(CERTAUTH LABEL('signer')) WITHLABEL('signed')", "SYSX");
    send("LABEL('signed')) SITE");
  }
  void refuses(const std::string& operands, const std::string& id) {
    const auto before = lab().fingerprint_of_data();
    const auto refused = run("RACDCERT ADD('ARRIVAL') " + operands);
    EXPECT_EQ(refused.return_code, 8) << operands;
    EXPECT_THAT(message_ids(refused), ElementsAre(id)) << operands;
    EXPECT_EQ(lab().fingerprint_of_data(), before) << operands;
  }
};

TEST(RacdcertAddRowA, ASecondCertificateOfTheSameNameIsRefusedForEveryOwner) {
  ArrivalLab lab;
  lab.must(make_ca, "SYSX");
  lab.send("LABEL('zOSMFCA')) CERTAUTH");
  EXPECT_NE(lab.certificate("irrcerta", "zOSMFCA").der(), lab.certificate("irrcerta", "zOSMFCA", "SYSX").der());
  for (const char* owner : {"CERTAUTH", "SITE", "ID(IZUSVR)"})
    lab.refuses(std::string(owner) + " WITHLABEL('other')", "IRRD109I");
}

TEST(RacdcertAddRowB, TheSameCertificateForAnotherOwnerIsRefused) {
  ArrivalLab lab;
  lab.send("LABEL('zOSMFCA')) CERTAUTH", "SYS1");
  lab.refuses("SITE", "IRRD109I");
  lab.refuses("ID(IZUSVR)", "IRRD109I");
}

TEST(RacdcertAddRowC, TheSameCertificateForTheSameOwnerIsRefusedUnderAnyLabel) {
  ArrivalLab lab;
  lab.send("LABEL('zOSMFCA')) CERTAUTH", "SYS1");
  for (const char* operands : {"CERTAUTH", "CERTAUTH WITHLABEL('other')", "CERTAUTH WITHLABEL('zOSMFCA') NOTRUST"})
    lab.refuses(operands, "IRRD109I");
}

TEST(RacdcertAddRowD, TheSameCertificateBringsTheKeyThatWasMissing) {
  ArrivalLab lab;
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('d')) WITHLABEL('d') SIZE(1024)", "SYSX");
  lab.send("LABEL('d')) CERTAUTH");
  lab.must("RACDCERT ADD('ARRIVAL') CERTAUTH WITHLABEL('kept')");
  lab.must("RACDCERT ADDRING(R) ID(IZUSVR)");
  lab.must("RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('kept') RING(R))");
  lab.send("LABEL('d')) CERTAUTH PASSWORD('p')");
  lab.must("RACDCERT ADD('ARRIVAL') CERTAUTH PASSWORD('p') WITHLABEL('other')");
  EXPECT_EQ(lab.record("irrcerta", "kept")->private_key, lab.record("irrcerta", "d", "SYSX")->private_key);
  EXPECT_FALSE(lab.record("irrcerta", "other"));
  EXPECT_THAT(lab.shown("RACDCERT ID(IZUSVR) LISTRING(R)"), HasSubstr("  kept  "));
}

TEST(RacdcertAddRowE, AnotherCertificateOfTheSameKeyAndOwnerTakesThePlace) {
  ArrivalLab lab;
  const auto before = lab.record("IZUSVR", "x").value();
  lab.must("RACDCERT ADDRING(R) ID(IZUSVR)");
  lab.must("RACDCERT ID(IZUSVR) CONNECT(LABEL('x') RING(R) DEFAULT)");
  lab.send_signed_request();
  lab.must("RACDCERT ADD('ARRIVAL') ID(IZUSVR) WITHLABEL('other') TRUST");
  const auto after = lab.record("IZUSVR", "x").value();
  EXPECT_NE(after.profile, before.profile);
  EXPECT_EQ(after.private_key, before.private_key);
  EXPECT_FALSE(lab.session().database.certificates.by_profile(before.profile));
  EXPECT_FALSE(lab.record("IZUSVR", "other"));
  EXPECT_THAT(lab.shown("RACDCERT ID(IZUSVR) LISTRING(R)"), HasSubstr("ID(IZUSVR)     PERSONAL     YES"));
}

TEST(RacdcertAddRowF, AnotherCertificateOfTheSameKeyForAnotherOwnerStandsByItselfWithoutTheKey) {
  ArrivalLab lab;
  const auto before = lab.record("IZUSVR", "x").value();
  lab.send_signed_request();
  lab.must("RACDCERT ADD('ARRIVAL') SITE WITHLABEL('f') TRUST");
  EXPECT_FALSE(lab.record("irrsitec", "f")->has_key());
  EXPECT_EQ(lab.record("irrsitec", "f")->key_fingerprint, before.key_fingerprint);
  EXPECT_EQ(lab.record("IZUSVR", "x")->der, before.der);
  EXPECT_EQ(lab.record("IZUSVR", "x")->private_key, before.private_key);
}

TEST(RacdcertAddRowG, ALabelOfTheSameOwnerIsRefusedAndAnotherOwnersIsNot) {
  ArrivalLab lab;
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('g')) WITHLABEL('g') SIZE(1024)", "SYSX");
  lab.send("LABEL('g')) CERTAUTH");
  lab.refuses("CERTAUTH WITHLABEL('zOSMFCA')", "RSD202I");
  lab.must("RACDCERT ADD('ARRIVAL') SITE WITHLABEL('zOSMFCA')");
  EXPECT_TRUE(lab.record("irrsitec", "zOSMFCA"));
}

TEST(RacdcertAddRowH, TheSameSubjectFromAnotherIssuerIsAddedBesideTheFirst) {
  ArrivalLab lab;
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('root')) WITHLABEL('root') SIZE(1024)", "SYSX");
  lab.must(
      "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('z/OSMF CertAuth for Security Domain') OU('IZUDFLT')) WITHLABEL('h') "
      "SIZE(1024) SIGNWITH(CERTAUTH LABEL('root'))",
      "SYSX");
  lab.send("LABEL('h')) CERTAUTH");
  lab.must("RACDCERT ADD('ARRIVAL') CERTAUTH WITHLABEL('h') TRUST");
  EXPECT_EQ(lab.record("irrcerta", "h")->subject, lab.record("irrcerta", "zOSMFCA")->subject);
  EXPECT_NE(lab.record("irrcerta", "h")->profile, lab.record("irrcerta", "zOSMFCA")->profile);
}

}  // namespace
}  // namespace ringside::racf
