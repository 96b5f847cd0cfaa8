// tests/emulator/racf/racdcert/certificates/key_mismatch_test.cpp - a certificate whose key is not the one that is
// expected.
#include <gmock/gmock.h>

#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::message_ids;
using test_support::RacfLab;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Two systems; certificates of users are signed on the second.
struct Signer : RacfLab {
  Signer() {
    add_system("SYSX");
    must("ADDUSER SRV NOPASSWORD");
    must(ca("theirs"), "SYSX");
  }
  static std::string ca(const std::string& name) {
    return "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('" + name + "')) WITHLABEL('CA') NISTECC SIZE(256)";
  }
  /// A request of SRV's certificate, signed and sent back.
  void sign() {
    must("RACDCERT ID(SRV) GENREQ(LABEL('Server')) DSN('A.REQ')");
    copy("A.REQ", "SYS1", "SYSX");
    must("RACDCERT SITE GENCERT('A.REQ') WITHLABEL('Signed') SIGNWITH(CERTAUTH LABEL('CA'))", "SYSX");
    must("RACDCERT SITE EXPORT(LABEL('Signed')) DSN('A.CRT')", "SYSX");
    copy("A.CRT", "SYSX", "SYS1");
  }
  void make_server() {
    must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('server')) WITHLABEL('Server') NISTECC SIZE(256)");
  }
};

TEST(ForeignKey, ACertificateThatFitsNoKeyIsStoredWithoutOneAndBothKeysAreTold) {
  Signer lab;
  lab.make_server();
  lab.sign();
  const std::string gone = lab.record("SRV", "Server")->key_fingerprint;
  lab.must("RACDCERT ID(SRV) DELETE(LABEL('Server')) FORCE");
  lab.make_server();
  const std::string here = lab.record("SRV", "Server")->key_fingerprint;
  const auto added = lab.run("RACDCERT ID(SRV) ADD('A.CRT') WITHLABEL('Signed') TRUST");
  EXPECT_EQ(added.return_code, 0);
  EXPECT_THAT(added.diagnostics, Contains(HasSubstr("SHA-256 " + gone + ", that of label 'Server' " + here)));
  EXPECT_FALSE(lab.record("SRV", "Signed")->has_key());
}

TEST(ForeignKey, ALabelThatIsInUseIsRefusedWithBothKeys) {
  Signer lab;
  lab.make_server();
  lab.sign();
  lab.must("RACDCERT ID(SRV) DELETE(LABEL('Server')) FORCE");
  lab.make_server();
  const auto refused = lab.run("RACDCERT ID(SRV) ADD('A.CRT') WITHLABEL('Server') TRUST");
  EXPECT_THAT(message_ids(refused), ElementsAre("RSD202I"));
  EXPECT_THAT(refused.diagnostics, Contains(HasSubstr(lab.record("SRV", "Server")->key_fingerprint)));
}

TEST(ForeignKey, ACertificateThatFitsItsKeyIsNotRemarkedOn) {
  Signer lab;
  lab.make_server();
  lab.sign();
  const auto added = lab.run("RACDCERT ID(SRV) ADD('A.CRT') TRUST");
  EXPECT_EQ(added.return_code, 0);
  EXPECT_THAT(added.diagnostics, testing::Not(Contains(HasSubstr("SHA-256"))));
}

TEST(ForeignKey, TheSameNameWithAnotherKeyIsRefusedWithBothKeys) {
  Signer lab;
  lab.must(Signer::ca("theirs"));
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('THE.CA')", "SYSX");
  lab.copy("THE.CA", "SYSX", "SYS1");
  const auto refused = lab.run("RACDCERT CERTAUTH ADD('THE.CA') WITHLABEL('Theirs')");
  EXPECT_THAT(message_ids(refused), ElementsAre("IRRD109I"));
  EXPECT_THAT(refused.diagnostics,
              ElementsAre(testing::AllOf(HasSubstr(lab.record("irrcerta", "CA", "SYSX")->key_fingerprint),
                                         HasSubstr(lab.record("irrcerta", "CA")->key_fingerprint))));
}

TEST(ForeignKey, TheSameCertificateAgainIsNotRemarkedOn) {
  Signer lab;
  lab.must(Signer::ca("ours"));
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('THE.CA')");
  const auto refused = lab.run("RACDCERT CERTAUTH ADD('THE.CA') WITHLABEL('Again')");
  EXPECT_THAT(message_ids(refused), ElementsAre("IRRD109I"));
  EXPECT_THAT(refused.diagnostics, IsEmpty());
}

TEST(ForeignKey, APartnersCaOfAnEqualNameComesWithoutItsKeyAndNoRemark) {
  Signer lab;
  lab.must(Signer::ca("theirs"));
  lab.must("RACDCERT CERTAUTH REKEY(LABEL('CA')) WITHLABEL('CA 2')", "SYSX");
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('CA 2')) DSN('THE.CA2')", "SYSX");
  lab.copy("THE.CA2", "SYSX", "SYS1");
  const auto added = lab.run("RACDCERT CERTAUTH ADD('THE.CA2') WITHLABEL('Theirs') TRUST");
  EXPECT_EQ(added.return_code, 0) << added.shown().front();
  EXPECT_THAT(added.diagnostics, testing::Not(Contains(HasSubstr("SHA-256"))));
}

}  // namespace
}  // namespace ringside::racf
