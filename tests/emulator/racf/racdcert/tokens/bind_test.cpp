// tests/emulator/racf/racdcert/tokens/bind_test.cpp - BIND, UNBIND and IMPORT: what goes into a token and comes out of
// it.
#include <gmock/gmock.h>

#include "emulator/crypto/keys/key.hpp"
#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::message_ids;
using test_support::ZosmfLab;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* server = "DefaultzOSMFCert.IZUDFLT";
constexpr const char* bind_server = "RACDCERT BIND(TOKEN(T) ID(IZUSVR) LABEL('DefaultzOSMFCert.IZUDFLT') DEFAULT)";
constexpr const char* bind_ca = "RACDCERT BIND(TOKEN(T) CERTAUTH LABEL('zOSMFCA'))";

// z/OSMF's certificates and an empty token T.
struct BindLab : ZosmfLab {
  BindLab() {
    set_up();
    must("RACDCERT ADDTOKEN(T)");
  }
  std::vector<database::TokenObject> objects(const std::string& token = "T") {
    return session().database.tokens.objects(token);
  }
  // Runs a command that must be refused with this message and change nothing.
  void refuses(const std::string& command, const std::string& message, const std::string& user = "IBMUSER") {
    const auto before = lab().fingerprint_of_data();
    const auto refused = run_as(user, command);
    EXPECT_EQ(refused.return_code, 8) << command;
    EXPECT_EQ(refused.shown().empty() ? "" : refused.shown().back(), message) << command;
    EXPECT_EQ(lab().fingerprint_of_data(), before) << command;
  }
};

TEST(RacdcertBind, CopiesTheCertificateAndThePersonalKey) {
  BindLab lab;
  lab.must(bind_server);
  lab.must(bind_ca);
  const auto objects = lab.objects();
  ASSERT_THAT(objects, SizeIs(2));
  EXPECT_EQ(objects[0].usage, "PERSONAL");
  EXPECT_TRUE(objects[0].is_default);
  EXPECT_EQ(objects[0].der, lab.record("IZUSVR", server)->der);
  EXPECT_EQ(objects[0].private_key, lab.record("IZUSVR", server)->private_key);
  EXPECT_EQ(objects[1].sequence, 2);
  EXPECT_EQ(objects[1].usage, "CERTAUTH");
  EXPECT_FALSE(objects[1].private_key);
}

TEST(RacdcertBind, TakesTheCertificateOwnerFromOutsideTheParentheses) {
  BindLab lab;
  lab.must("RACDCERT ID(IZUSVR) BIND(TOKEN(T) LABEL('DefaultzOSMFCert.IZUDFLT'))");
  EXPECT_EQ(lab.objects().at(0).owner, "IZUSVR");
}

TEST(RacdcertBind, GivesACaKeyAwayOnlyWhenToldThatItIsPersonal) {
  BindLab lab;
  lab.must("RACDCERT BIND(TOKEN(T) CERTAUTH LABEL('zOSMFCA') USAGE(PERSONAL))");
  EXPECT_TRUE(lab.objects().at(0).private_key);
}

TEST(RacdcertBind, AgainReplacesUsageAndDefault) {
  BindLab lab;
  lab.must(bind_server);
  lab.must("RACDCERT BIND(TOKEN(T) ID(IZUSVR) LABEL('DefaultzOSMFCert.IZUDFLT') USAGE(SITE))");
  ASSERT_THAT(lab.objects(), SizeIs(1));
  EXPECT_EQ(lab.objects()[0].usage, "SITE");
  EXPECT_FALSE(lab.objects()[0].is_default);
  EXPECT_FALSE(lab.objects()[0].private_key);
  lab.must(bind_server);
  lab.must("RACDCERT BIND(TOKEN(T) CERTAUTH LABEL('zOSMFCA') DEFAULT)");
  EXPECT_FALSE(lab.objects()[0].is_default);
  EXPECT_TRUE(lab.objects()[1].is_default);
}

TEST(RacdcertBind, RefusesAKeyInThePkdsAndADsaKeyOverOneThousandAndTwentyFourBits) {
  BindLab lab;
  constexpr const char* not_supported =
      "IRRD171I Certificate has a key type not supported by Cryptoz. Bind not allowed.";
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('p')) WITHLABEL('p') SIZE(1024) RSA(PKDS(P.KEY))");
  lab.refuses("RACDCERT BIND(TOKEN(T) SITE LABEL('p') USAGE(PERSONAL))", not_supported);
  lab.refuses("RACDCERT BIND(TOKEN(T) SITE LABEL('p'))", not_supported);
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('d')) WITHLABEL('long') DSA SIZE(2048)");
  lab.must("RACDCERT SITE EXPORT(LABEL('long')) DSN('LONG.CERT')");
  lab.refuses("RACDCERT BIND(TOKEN(T) SITE LABEL('long'))", not_supported);
  lab.must("RACDCERT SITE DELETE(LABEL('long'))");
  lab.must("RACDCERT SITE ADD('LONG.CERT') WITHLABEL('long') TRUST");
  lab.must("RACDCERT BIND(TOKEN(T) SITE LABEL('long'))");
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('s')) WITHLABEL('short') DSA SIZE(1024)");
  lab.must("RACDCERT BIND(TOKEN(T) SITE LABEL('short') USAGE(PERSONAL))");
  EXPECT_FALSE(lab.objects().at(0).private_key) << "there was none";
  EXPECT_TRUE(lab.objects().at(1).private_key);
}

TEST(RacdcertBind, KeepsItsCopyWhenRacfAltersOrDeletes) {
  BindLab lab;
  lab.must(bind_server);
  lab.must("RACDCERT ID(IZUSVR) ALTER(LABEL('DefaultzOSMFCert.IZUDFLT')) NOTRUST NEWLABEL('other')");
  const auto der = lab.record("IZUSVR", "other")->der;
  lab.must("RACDCERT ID(IZUSVR) DELETE(LABEL('other'))");
  ASSERT_THAT(lab.objects(), SizeIs(1));
  EXPECT_EQ(lab.objects()[0].label, server);
  EXPECT_EQ(lab.objects()[0].der, der);
  EXPECT_TRUE(lab.objects()[0].private_key);
}

TEST(RacdcertBind, NamesWhatIsMissing) {
  BindLab lab;
  constexpr const char* both = "IRRD179I A token name and a label name must be specified.";
  lab.refuses("RACDCERT BIND(TOKEN(T))", both);
  lab.refuses("RACDCERT BIND(LABEL('x'))", both);
  lab.refuses("RACDCERT BIND(TOKEN(T) LABEL('  '))", both);
  lab.refuses("RACDCERT BIND(TOKEN(U) CERTAUTH LABEL('zOSMFCA'))", "RSD220I Token U does not exist.");
  lab.refuses("RACDCERT BIND(TOKEN(T) LABEL('zOSMFCA'))", "IRRD107I No matching certificate was found for this user.");
  lab.refuses("RACDCERT BIND(TOKEN(T) CERTAUTH SITE LABEL('zOSMFCA'))",
              "IRRD107I No matching certificate was found for this user.");
  EXPECT_EQ(lab.run("RACDCERT BIND(TOKEN(1) CERTAUTH LABEL('zOSMFCA'))").shown().back().substr(0, 7), "RSD209I");
}

TEST(RacdcertUnbind, TakesOneObjectByLabelOrSequenceNumber) {
  BindLab lab;
  lab.must(bind_server);
  lab.must(bind_ca);
  lab.must("RACDCERT UNBIND(TOKEN(T) ID(IZUSVR) LABEL('DefaultzOSMFCert.IZUDFLT'))");
  ASSERT_THAT(lab.objects(), SizeIs(1));
  EXPECT_EQ(lab.objects()[0].owner, "irrcerta");
  lab.must("RACDCERT UNBIND(TOKEN(t) SEQNUM(00000002))");
  EXPECT_THAT(lab.objects(), IsEmpty());
  EXPECT_TRUE(lab.record("IZUSVR", server));
}

TEST(RacdcertUnbind, ReadsTheSequenceNumberAsHexadecimal) {
  BindLab lab;
  for (int i = 0; i < 16; ++i) lab.must(bind_ca);
  EXPECT_EQ(lab.objects().at(0).sequence, 16);
  EXPECT_THAT(lab.shown("RACDCERT LISTTOKEN(T)"), HasSubstr("  00000010   Default: NO"));
  lab.refuses("RACDCERT UNBIND(TOKEN(T) SEQNUM(16))",
              "RSD221I Token T contains no certificate with sequence number "
              "00000016.");
  lab.must("RACDCERT UNBIND(TOKEN(T) SEQNUM(10))");
}

TEST(RacdcertUnbind, NamesWhatIsMissing) {
  BindLab lab;
  lab.must(bind_ca);
  constexpr const char* either = "IRRD169I A token name and a label name or a sequence number must be specified.";
  lab.refuses("RACDCERT UNBIND(TOKEN(T))", either);
  lab.refuses("RACDCERT UNBIND(SEQNUM(1))", either);
  lab.refuses("RACDCERT UNBIND(CERTAUTH LABEL('zOSMFCA'))", either);
  lab.refuses("RACDCERT UNBIND(TOKEN(T) LABEL('zOSMFCA') SEQNUM(1))",
              "RSD207I LABEL and SEQNUM cannot be specified together. The request is not processed.");
  lab.refuses("RACDCERT UNBIND(TOKEN(U) SEQNUM(1))", "RSD220I Token U does not exist.");
  lab.refuses("RACDCERT UNBIND(TOKEN(T) ID(IZUSVR) LABEL('zOSMFCA'))",
              "RSD221I Token T contains no certificate with label 'zOSMFCA' for user IZUSVR.");
}

TEST(RacdcertUnbind, AsksForASequenceNumberWhenTwoCertificatesHaveTheLabel) {
  BindLab lab;
  lab.must(bind_ca);
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('zOSMFCA'))");
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('new')) WITHLABEL('zOSMFCA') SIZE(1024)");
  lab.must(bind_ca);
  lab.refuses("RACDCERT UNBIND(TOKEN(T) CERTAUTH LABEL('zOSMFCA'))",
              "RSD223I Token T contains more than one certificate with label 'zOSMFCA'. SEQNUM must be specified.");
  lab.must("RACDCERT UNBIND(TOKEN(T) SEQNUM(1))");
  lab.must("RACDCERT UNBIND(TOKEN(T) CERTAUTH LABEL('zOSMFCA'))");
}

TEST(RacdcertUnbind, NeedsForceForTheLastCopyOfAKey) {
  BindLab lab;
  lab.must(bind_server);
  lab.must("RACDCERT ID(IZUSVR) DELETE(LABEL('DefaultzOSMFCert.IZUDFLT'))");
  const std::string unbind = "RACDCERT UNBIND(TOKEN(T) ID(IZUSVR) LABEL('DefaultzOSMFCert.IZUDFLT'))";
  lab.refuses(unbind,
              "RSD224I The private key of sequence number 00000001 in token T is kept nowhere else. It is "
              "unbound with FORCE only.");
  lab.must(unbind + " FORCE");
  EXPECT_THAT(lab.objects(), IsEmpty());
}

TEST(RacdcertImport, BringsACertificateWithItsKeyBack) {
  BindLab lab;
  lab.must(bind_server);
  const auto before = lab.record("IZUSVR", server).value();
  lab.must("RACDCERT ID(IZUSVR) DELETE(LABEL('DefaultzOSMFCert.IZUDFLT'))");
  const auto imported = lab.run("RACDCERT IMPORT(TOKEN(T) SEQNUM(00000001)) ID(IZUSVR) WITHLABEL('back')");
  EXPECT_EQ(imported.return_code, 0);
  EXPECT_THAT(message_ids(imported), ElementsAre("IRRD199I"));
  const auto record = lab.record("IZUSVR", "back").value();
  EXPECT_EQ(record.der, before.der);
  EXPECT_EQ(record.profile, before.profile);
  EXPECT_EQ(record.private_key, before.private_key);
  EXPECT_THAT(lab.objects(), SizeIs(1));
}

TEST(RacdcertImport, CanPutTheKeyIntoIcsf) {
  BindLab lab;
  lab.must(bind_server);
  lab.must("RACDCERT ID(IZUSVR) DELETE(LABEL('DefaultzOSMFCert.IZUDFLT'))");
  lab.must("RACDCERT IMPORT(TOKEN(T) SEQNUM(1)) ID(IZUSVR) WITHLABEL('back') PKDS(SRV.KEY) NOTRUST");
  EXPECT_EQ(lab.record("IZUSVR", "back")->pkds_label, "SRV.KEY");
  EXPECT_EQ(lab.record("IZUSVR", "back")->status, database::Status::notrust);
}

TEST(RacdcertImport, IsAsStrictAsAdd) {
  BindLab lab;
  lab.must(bind_ca);
  constexpr const char* profile =
      "IRRD109I The certificate cannot be added.  Profile "
      "00.CN=z/OSMF\u00a2"
      "CertAuth\u00a2"
      "for\u00a2Security\u00a2"
      "Domain.OU=IZUDFLT is already defined.";
  lab.refuses("RACDCERT IMPORT(TOKEN(T) SEQNUM(1)) CERTAUTH", profile);
  lab.refuses("RACDCERT IMPORT(TOKEN(T) SEQNUM(1)) SITE WITHLABEL('s')", profile);
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('zOSMFCA'))");
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('c')) WITHLABEL('c') SIZE(1024)");
  lab.refuses("RACDCERT IMPORT(TOKEN(T) SEQNUM(1)) CERTAUTH WITHLABEL('c')",
              "RSD202I The label 'c' is already in use for CERTAUTH. The request is not processed.");
}

TEST(RacdcertImport, NamesWhatIsMissing) {
  BindLab lab;
  lab.refuses("RACDCERT IMPORT(TOKEN(T))",
              "IRRD130I The SEQNUM keyword(s) must be specified.  The request is not processed.");
  lab.refuses("RACDCERT IMPORT(SEQNUM(1))",
              "IRRD130I The TOKEN keyword(s) must be specified.  The request is not processed.");
  lab.refuses("RACDCERT IMPORT(TOKEN(U) SEQNUM(1))", "RSD220I Token U does not exist.");
  lab.refuses("RACDCERT IMPORT(TOKEN(T) SEQNUM(FFFFFFFF))",
              "RSD221I Token T contains no certificate with sequence number FFFFFFFF.");
}

// IZUSVR has `level` on everything in FACILITY, and no SPECIAL.
struct PlainUserLab : BindLab {
  explicit PlainUserLab(const std::string& level) {
    must(bind_server);
    must(bind_ca);
    must("SETROPTS CLASSACT(FACILITY) GENERIC(FACILITY)");
    must("RDEFINE FACILITY IRR.DIGTCERT.* UACC(NONE)");
    must("PERMIT IRR.DIGTCERT.* CLASS(FACILITY) ID(IZUSVR) ACCESS(" + level + ")");
    must("RACDCERT GENCERT SUBJECTSDN(CN('i')) WITHLABEL('i') SIZE(1024)");
  }
};

struct AuthorityCase {
  std::string name;
  std::string command;
  std::string not_enough;
  std::string enough;
};
class RacdcertBindAuthority : public testing::TestWithParam<AuthorityCase> {};

TEST_P(RacdcertBindAuthority, IsThatOfTheCertificateAndItsUsage) {
  const AuthorityCase& row = GetParam();
  PlainUserLab(row.not_enough)
      .refuses(row.command, "IRRD101I You are not authorized to issue the RACDCERT command.", "IZUSVR");
  PlainUserLab lab(row.enough);
  EXPECT_EQ(lab.run_as("IZUSVR", row.command).return_code, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RacdcertBindAuthority,
    testing::Values(
        AuthorityCase{"BindOwn", "RACDCERT BIND(TOKEN(T) LABEL('DefaultzOSMFCert.IZUDFLT'))", "NONE", "READ"},
        AuthorityCase{"BindCa", bind_ca, "READ", "UPDATE"},
        AuthorityCase{"BindOther", "RACDCERT BIND(TOKEN(T) ID(IBMUSER) LABEL('i'))", "UPDATE", "CONTROL"},
        AuthorityCase{"BindPromoted", "RACDCERT BIND(TOKEN(T) LABEL('DefaultzOSMFCert.IZUDFLT') USAGE(CERTAUTH))",
                      "UPDATE", "CONTROL"}),
    [](const auto& param) { return param.param.name; });

TEST(RacdcertUnbind, NeedsNoAuthorityInFacility) {
  PlainUserLab lab("NONE");
  EXPECT_EQ(lab.run_as("IZUSVR", "RACDCERT UNBIND(TOKEN(T) SEQNUM(1))").return_code, 0);
  EXPECT_EQ(lab.run_as("IZUSVR", "RACDCERT UNBIND(TOKEN(T) CERTAUTH LABEL('zOSMFCA'))").return_code, 0);
  EXPECT_THAT(lab.objects(), IsEmpty());
}

TEST(RacdcertImport, NeedsAuthorityByTheOwner) {
  const std::string import = "RACDCERT IMPORT(TOKEN(T) SEQNUM(2)) CERTAUTH WITHLABEL('back')";
  constexpr const char* not_authorized = "IRRD101I You are not authorized to issue the RACDCERT command.";
  PlainUserLab("UPDATE").refuses(import, not_authorized, "IZUSVR");
  PlainUserLab lab("CONTROL");
  lab.must("RACDCERT CERTAUTH DELETE(LABEL('zOSMFCA'))");
  EXPECT_EQ(lab.run_as("IZUSVR", import).return_code, 0);
}

TEST(RacdcertTokens, NeverShowAPrivateKey) {
  BindLab lab;
  const auto bound = lab.run(bind_server);
  EXPECT_THAT(bound.lines, IsEmpty());
  EXPECT_EQ(lab.shown("RACDCERT LISTTOKEN(T)").find("PRIVATE KEY"), std::string::npos);
}

}  // namespace
}  // namespace ringside::racf
