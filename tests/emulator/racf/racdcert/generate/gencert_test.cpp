// tests/emulator/racf/racdcert/generate/gencert_test.cpp - GENCERT: defaults, extensions, serial numbers, checks and
// their order.
#include <gmock/gmock.h>

#include "emulator/crypto/containers/package.hpp"
#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::make_ca;
using test_support::make_server;
using test_support::message_ids;
using test_support::ZosmfLab;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(RacdcertGencert, MakesTheSeedsCaWithRacfsDefaults) {
  ZosmfLab lab;
  auto made = lab.run(make_ca);
  EXPECT_EQ(made.return_code, 0);
  EXPECT_THAT(made.shown(), ElementsAre("IRRD199I Certificate with label 'zOSMFCA' is added for CERTAUTH."));
  const auto record = lab.record("irrcerta", "zOSMFCA").value();
  EXPECT_EQ(record.profile, "00.CN=z/OSMF\u00a2CertAuth\u00a2for\u00a2Security\u00a2Domain.OU=IZUDFLT");
  const auto ca = lab.certificate("irrcerta", "zOSMFCA");
  EXPECT_TRUE(ca.is_self_signed());
  EXPECT_EQ(ca.signing_algorithm(), "sha256RSA");
  EXPECT_EQ(ca.public_key().spec(), (crypto::KeySpec{crypto::KeyType::rsa, 2048}));
  EXPECT_EQ(*ca.extensions().key_usage, crypto::key_cert_sign | crypto::crl_sign);
  EXPECT_TRUE(ca.extensions().basic_constraints->is_ca);
  EXPECT_EQ(*ca.extensions().subject_key_id, ca.public_key().key_identifier());
  EXPECT_FALSE(ca.extensions().authority_key_id);
  EXPECT_EQ(base::listing_time(ca.not_before(), {}), "2013/05/17 00:00:00");
  EXPECT_EQ(base::listing_time(ca.not_after(), {}), "2023/05/17 23:59:59");
}

TEST(RacdcertGencert, SignsWithTheSignersNextSerialNumber) {
  ZosmfLab lab;
  lab.must(make_ca);
  lab.must(make_server);
  const auto server = lab.certificate("IZUSVR", "DefaultzOSMFCert.IZUDFLT");
  const auto ca = lab.certificate("irrcerta", "zOSMFCA");
  EXPECT_EQ(server.serial(), "01");
  EXPECT_TRUE(server.is_signed_by(ca.public_key()));
  EXPECT_EQ(server.subject().listing(), "CN=PEV051.POK.IBM.COM.OU=IZUDFLT.O=IBM");
  EXPECT_EQ(server.extensions().authority_key_id, ca.extensions().subject_key_id);
  EXPECT_FALSE(server.extensions().key_usage);
  EXPECT_FALSE(server.extensions().basic_constraints);
  EXPECT_EQ(lab.record("IZUSVR", "DefaultzOSMFCert.IZUDFLT")->profile,
            "01.CN=z/OSMF\u00a2CertAuth\u00a2for\u00a2Security\u00a2Domain.OU=IZUDFLT");
  for (int i = 2; i <= 129; ++i)
    lab.must("RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('x')) NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('zOSMFCA'))");
  EXPECT_EQ(lab.certificate("IZUSVR", "LABEL00000128").serial(), "0081");
}

TEST(RacdcertGencert, LabelsAndDatesByDefault) {
  ZosmfLab lab("2024-03-01");
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('a')) NISTECC SIZE(256)");
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('b')) NISTECC SIZE(256)");
  const auto second = lab.certificate("IBMUSER", "LABEL00000002");
  EXPECT_EQ(base::listing_time(second.not_before(), {}), "2024/03/01 00:00:00");
  EXPECT_EQ(base::listing_time(second.not_after(), {}), "2025/03/01 23:59:59");
}

TEST(RacdcertGencert, TakesDatesAndTimesAsLocal) {
  ZosmfLab lab("2024-03-01");
  lab.lab().set_zone({std::chrono::hours{2}});
  lab.must(
      "RACDCERT GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC SIZE(256) "
      "NOTBEFORE(DATE(2024-02-01) TIME(08:30:00)) NOTAFTER(DATE(2034/05/19))");
  const auto made = lab.certificate("IBMUSER", "a");
  EXPECT_EQ(base::listing_time(made.not_before(), {}), "2024/02/01 06:30:00");
  EXPECT_EQ(base::listing_time(made.not_after(), {}), "2034/05/19 21:59:59");
}

TEST(RacdcertGencert, OrdersTheNameItsOwnWay) {
  ZosmfLab lab;
  lab.must(
      "RACDCERT GENCERT SUBJECTSDN(C('US') SP('NY') L('Pok') O('IBM') OU('first' 'second') T('Boss') CN('me')) "
      "WITHLABEL('a') NISTECC SIZE(256)");
  EXPECT_EQ(lab.certificate("IBMUSER", "a").subject().listing(),
            "CN=me.T=Boss.OU=first.OU=second.O=IBM.L=Pok.SP=NY.C=US");
}

struct UsageCase {
  std::string operands;
  crypto::KeyUsageBits bits;  // 0: IRRD156I
};
class RacdcertGencertUsage : public testing::TestWithParam<UsageCase> {};

TEST_P(RacdcertGencertUsage, SetsTheBitsThatTheKeyTypeAllows) {
  ZosmfLab lab;
  const auto result = lab.run("RACDCERT GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') " + GetParam().operands);
  if (GetParam().bits == 0) {
    EXPECT_EQ(result.return_code, 8);
    EXPECT_EQ(result.shown().back(), "IRRD156I Keyusage is incompatible with Key algorithm.");
    return;
  }
  EXPECT_EQ(result.return_code, 0);
  EXPECT_EQ(*lab.certificate("IBMUSER", "a").extensions().key_usage, GetParam().bits);
}

INSTANTIATE_TEST_SUITE_P(Table, RacdcertGencertUsage,
                         testing::Values(UsageCase{"SIZE(1024) KEYUSAGE(HANDSHAKE)",
                                                   crypto::digital_signature | crypto::key_encipherment},
                                         UsageCase{"SIZE(1024) KEYUSAGE(DATAENCRYPT)", crypto::data_encipherment},
                                         UsageCase{"SIZE(1024) KEYUSAGE(DOCSIGN CERTSIGN)",
                                                   crypto::non_repudiation | crypto::key_cert_sign | crypto::crl_sign},
                                         UsageCase{"SIZE(1024) KEYUSAGE(KEYAGREE)", 0},
                                         UsageCase{"NISTECC SIZE(256) KEYUSAGE(HANDSHAKE)", crypto::digital_signature},
                                         UsageCase{"NISTECC SIZE(256) KEYUSAGE(HANDSHAKE, KEYAGREE)",
                                                   crypto::digital_signature | crypto::key_agreement},
                                         UsageCase{"BPECC SIZE(256) KEYUSAGE(DATAENCRYPT)", 0}));

TEST(RacdcertGencert, ForcesCertsignOnACertauthCertificate) {
  ZosmfLab lab;
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') SIZE(1024) KEYUSAGE(HANDSHAKE)");
  const auto ca = lab.certificate("irrcerta", "a");
  EXPECT_EQ(*ca.extensions().key_usage,
            crypto::digital_signature | crypto::key_encipherment | crypto::key_cert_sign | crypto::crl_sign);
  EXPECT_EQ(ca.signing_algorithm(), "sha1RSA");
}

TEST(RacdcertGencert, CopiesTheSignersAlternativeNames) {
  ZosmfLab lab;
  lab.must(
      "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') ALTNAME(DOMAIN('ca.example.com')) NISTECC "
      "SIZE(256)");
  lab.must(
      "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') SIGNWITH(CERTAUTH LABEL('ca')) NISTECC SIZE(384) "
      "ALTNAME(DOMAIN('a.example.com')IP(10.1.1.2))");
  const auto made = lab.certificate("IZUSVR", "a");
  EXPECT_THAT(made.extensions().subject_alt_names->domain, ElementsAre("a.example.com"));
  EXPECT_THAT(made.extensions().subject_alt_names->ip, ElementsAre("10.1.1.2"));
  EXPECT_EQ(made.extensions().issuer_alt_names, lab.certificate("irrcerta", "ca").extensions().subject_alt_names_der);
  EXPECT_EQ(made.signing_algorithm(), "sha256ECDSA");
}

TEST(RacdcertGencert, SignsARequestMadeElsewhere) {
  ZosmfLab lab;
  lab.must(make_ca);
  lab.add_system("SYSX");
  lab.define_user("SYSX");
  lab.must(
      "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('x.example.com') O('X')) WITHLABEL('x') KEYUSAGE(HANDSHAKE) "
      "ALTNAME(DOMAIN('x.example.com'))",
      "SYSX");
  lab.must("RACDCERT ID(IZUSVR) GENREQ(LABEL('x')) DSN('X.REQ')", "SYSX");
  EXPECT_THAT(lab.get_text("X.REQ", "SYSX"), testing::StartsWith("-----BEGIN NEW CERTIFICATE REQUEST-----\n"));
  lab.copy("X.REQ", "SYSX", "SYS1");
  lab.must("RACDCERT ID(IZUSVR) GENCERT('X.REQ') SIGNWITH(CERTAUTH LABEL('zOSMFCA')) WITHLABEL('for x')");
  const auto signed_here = lab.certificate("IZUSVR", "for x");
  EXPECT_EQ(signed_here.subject().listing(), "CN=x.example.com.O=X");
  EXPECT_EQ(*signed_here.extensions().key_usage, crypto::digital_signature | crypto::key_encipherment);
  EXPECT_THAT(signed_here.extensions().subject_alt_names->domain, ElementsAre("x.example.com"));
  EXPECT_FALSE(lab.record("IZUSVR", "for x")->private_key);
}

TEST(RacdcertGencert, RenewsInPlaceFromAnOwnRequest) {
  ZosmfLab lab;
  lab.set_up();
  const auto before = lab.record("IZUSVR", "DefaultzOSMFCert.IZUDFLT").value();
  lab.must("RACDCERT ID(IZUSVR) GENREQ(LABEL('DefaultzOSMFCert.IZUDFLT')) DSN('MY.REQ')");
  EXPECT_TRUE(lab.record("IZUSVR", "DefaultzOSMFCert.IZUDFLT")->request_made);
  lab.must("RACDCERT ID(IZUSVR) GENCERT('MY.REQ') SIGNWITH(CERTAUTH LABEL('zOSMFCA')) NOTAFTER(DATE(2020/01/01))");
  const auto after = lab.record("IZUSVR", "DefaultzOSMFCert.IZUDFLT").value();
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.private_key, before.private_key);
  EXPECT_FALSE(after.request_made);
  EXPECT_EQ(lab.certificate("IZUSVR", "DefaultzOSMFCert.IZUDFLT").serial(), "02");
  EXPECT_THAT(lab.shown("RACDCERT ID(IZUSVR) LISTRING(IZUKeyring.IZUDFLT)"),
              HasSubstr("DefaultzOSMFCert.IZUDFLT           ID(IZUSVR)     PERSONAL     YES"));
}

TEST(RacdcertGencert, RefusesACertauthCertificateFromARequestThatDeniesIt) {
  ZosmfLab lab;
  lab.must(make_ca);
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('u')) WITHLABEL('u') KEYUSAGE(HANDSHAKE) SIZE(1024)");
  lab.must("RACDCERT GENREQ(LABEL('u')) DSN('U.REQ')");
  const auto refused = lab.run("RACDCERT CERTAUTH GENCERT('U.REQ') SIGNWITH(CERTAUTH LABEL('zOSMFCA'))");
  EXPECT_EQ(refused.return_code, 8);
  EXPECT_THAT(message_ids(refused), ElementsAre("RSD211I"));
}

TEST(RacdcertGencert, MarksACertificateThatEndsAfterItsSigner) {
  ZosmfLab lab("2022-09-01");
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NOTAFTER(DATE(2023/05/17)) SIZE(1024)");
  const auto late =
      lab.run("RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') SIGNWITH(CERTAUTH LABEL('ca'))");
  EXPECT_EQ(late.return_code, 4);
  EXPECT_THAT(message_ids(late), ElementsAre("RSD201I", "IRRD199I"));
  EXPECT_EQ(lab.record("IZUSVR", "a")->status, database::Status::notrust);
  const auto trusted =
      lab.run("RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('b')) WITHLABEL('b') SIGNWITH(CERTAUTH LABEL('ca')) TRUST");
  EXPECT_EQ(trusted.return_code, 0);
  EXPECT_EQ(lab.record("IZUSVR", "b")->status, database::Status::trust);
}

TEST(RacdcertGencert, StoresAnExpiredCertificateAsNotTrusted) {
  ZosmfLab lab("2024-01-01");
  const auto expired = lab.run(
      "RACDCERT GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') SIZE(1024) NOTBEFORE(DATE(2020/01/01)) "
      "NOTAFTER(DATE(2021/01/01))");
  EXPECT_EQ(expired.return_code, 4);
  EXPECT_EQ(lab.record("IBMUSER", "a")->status, database::Status::notrust);
}

TEST(RacdcertGencert, TheSecondRunOfASetUpJobMeetsTheLabelFirst) {
  ZosmfLab lab;
  lab.set_up();
  for (const char* again : {make_ca, make_server}) {
    const auto refused = lab.run(again);
    EXPECT_EQ(refused.return_code, 8);
    EXPECT_THAT(message_ids(refused), ElementsAre("RSD202I"));
  }
}

TEST(RacdcertGencert, ASecondCaOfTheSameNameIsRefusedWhateverItsLabel) {
  ZosmfLab lab;
  lab.must(make_ca);
  const auto refused = lab.run(
      "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('z/OSMF CertAuth for Security Domain') OU('IZUDFLT')) "
      "WITHLABEL('other') SIZE(1024)");
  EXPECT_EQ(refused.return_code, 8);
  EXPECT_THAT(
      refused.shown(),
      ElementsAre("IRRD109I The certificate cannot be added.  Profile "
                  "00.CN=z/OSMF\u00a2CertAuth\u00a2for\u00a2Security\u00a2Domain.OU=IZUDFLT is already defined."));
}

struct RefusalCase {
  std::string command;
  std::string message;
};
class RacdcertGencertRefusal : public testing::TestWithParam<RefusalCase> {};

TEST_P(RacdcertGencertRefusal, NamesTheCauseAndChangesNothing) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA')) DSN('CA.CERT')");
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('keyed')) WITHLABEL('keyed') SIZE(1024)");
  lab.must("RACDCERT SITE GENREQ(LABEL('keyed')) DSN('KEYED.REQ')");
  lab.must("RACDCERT ID(IZUSVR) GENCERT('KEYED.REQ') SIGNWITH(CERTAUTH LABEL('zOSMFCA')) WITHLABEL('keyless')");
  lab.lab().systems().next_operation("SYS1");
  const auto before = lab.lab().fingerprint_of_data();
  const auto refused = lab.run("RACDCERT " + GetParam().command);
  EXPECT_EQ(refused.return_code, 8);
  ASSERT_FALSE(refused.shown().empty());
  EXPECT_EQ(refused.shown().back(), GetParam().message);
  EXPECT_EQ(lab.lab().fingerprint_of_data(), before);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RacdcertGencertRefusal,
    testing::Values(
        RefusalCase{"GENCERT CERTAUTH",
                    "IRRD130I The SUBJECTSDN keyword(s) must be specified.  The request is not processed."},
        RefusalCase{"GENCERT('KEYED.REQ') WITHLABEL('x')",
                    "IRRD130I The SIGNWITH keyword(s) must be specified.  The request is not processed."},
        RefusalCase{"ID(NOBODY) GENCERT SUBJECTSDN(CN('x'))", "IRRD102I The user ID specified is not defined to RACF."},
        RefusalCase{"GENCERT SUBJECTSDN(CN('x')) SIGNWITH(CERTAUTH LABEL('nobody'))",
                    "IRRD107I No matching certificate was found for this user."},
        RefusalCase{
            "ID(IZUSVR) GENCERT SUBJECTSDN(CN('x')) SIGNWITH(LABEL('keyless'))",
            "IRRD128I GENCERT requires a certificate with an associated private key.  The request is not processed."},
        RefusalCase{
            "GENCERT SUBJECTSDN(CN('x')) NOTBEFORE(DATE(2014/01/01)) NOTAFTER(DATE(2013/12/31))",
            "IRRD133I The NOTBEFORE value must be earlier than the NOTAFTER value.  The certificate is not created."},
        RefusalCase{
            "GENCERT SUBJECTSDN(CN('x')) NOTAFTER(DATE(2013/05/16)) SIGNWITH(CERTAUTH LABEL('nobody'))",
            "IRRD133I The NOTBEFORE value must be earlier than the NOTAFTER value.  The certificate is not created."},
        RefusalCase{"GENCERT SUBJECTSDN(CN('x')) SIZE(300)",
                    "RSD209I The SIZE value 300 is not valid: RSA keys have 512 to 4096 bits."},
        RefusalCase{"GENCERT SUBJECTSDN(CN('x')) NISTECC SIZE(200)",
                    "RSD209I The SIZE value 200 is not valid: NIST curves have 192, 224, 256, 384 or 521 bits."},
        RefusalCase{"GENCERT('NO.SUCH') SIGNWITH(CERTAUTH LABEL('zOSMFCA'))",
                    "IRRD103I An error was encountered processing the specified input data set."},
        RefusalCase{"GENCERT SUBJECTSDN(CN('x')) RSA(TOKEN(T))",
                    "RSD210I A key generated in a PKCS#11 token is not emulated. The request is not processed."}));

TEST(RacdcertGencert, OfTwoFunctionsOwnersStatusesOrKeyTypesTheLastOneCountsWithARemark) {
  ZosmfLab lab;
  const auto made = lab.run(
      "RACDCERT LISTRING CERTAUTH GENCERT SUBJECTSDN(CN('x')) SITE RSA TRUST NISTECC SIZE(256) NOTRUST WITHLABEL('x')");
  EXPECT_EQ(made.return_code, 0);
  EXPECT_THAT(
      made.diagnostics,
      testing::ElementsAre(HasSubstr("of the functions LISTRING and GENCERT the last one counts"),
                           HasSubstr("of the owners CERTAUTH and SITE the last one counts; CERTAUTH is ignored"),
                           HasSubstr("of the key types RSA and NISTECC the last one counts"),
                           HasSubstr("of the statuses TRUST and NOTRUST the last one counts")));
  ASSERT_TRUE(lab.record("irrsitec", "x"));
  EXPECT_EQ(lab.record("irrsitec", "x")->status, database::Status::notrust);
  EXPECT_EQ(lab.certificate("irrsitec", "x").public_key().spec(), (crypto::KeySpec{crypto::KeyType::nist_ecc, 256}));
}

TEST(RacdcertGencert, ASeedGivesTheSameBytes) {
  ZosmfLab first;
  ZosmfLab second;
  first.set_up();
  second.set_up();
  EXPECT_EQ(first.lab().fingerprint(), second.lab().fingerprint());
}

TEST(RacdcertGencert, SaysThatAnOperandOfAnotherFunctionHadNoEffect) {
  ZosmfLab lab;
  const auto result = lab.run("RACDCERT GENCERT SUBJECTSDN(CN('x')) SIZE(1024) FORMAT(CERTDER)");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.diagnostics, testing::Contains(HasSubstr("FORMAT has no meaning for GENCERT")));
}

TEST(RacdcertGencert, RemindsOfTheRefreshOnlyWhenTheClassIsRaclisted) {
  ZosmfLab lab;
  EXPECT_THAT(message_ids(lab.run("RACDCERT GENCERT SUBJECTSDN(CN('x')) SIZE(1024)")), ElementsAre("IRRD199I"));
  lab.must("SETROPTS CLASSACT(DIGTCERT) RACLIST(DIGTCERT)");
  const auto reminded = lab.run("RACDCERT GENCERT SUBJECTSDN(CN('y')) SIZE(1024)");
  EXPECT_EQ(reminded.return_code, 0);
  EXPECT_EQ(reminded.shown().back(),
            "IRRD175I The new profile for DIGTCERT will not be in effect until a SETROPTS REFRESH has been issued.");
}

}  // namespace
}  // namespace ringside::racf
