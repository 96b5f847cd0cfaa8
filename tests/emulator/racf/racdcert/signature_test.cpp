// tests/emulator/racf/racdcert/signature_test.cpp - DSA keys and RSASSA-PSS signatures, from the command to
// LIST.
#include <gmock/gmock.h>

#include "emulator/crypto/certificates/request.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::message_ids;
using test_support::ZosmfLab;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* pss_ca =
    "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') SIGATTR(RSAPSS) NOTAFTER(DATE(2023/05/17))";

lab::Rules level(lab::RacfLevel racf, bool lenient = false) {
  return {racf, lenient};
}

TEST(RacdcertDsa, TheDefaultSizeIs2048) {
  ZosmfLab lab;
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') DSA KEYUSAGE(HANDSHAKE)");
  const auto made = lab.certificate("IBMUSER", "a");
  EXPECT_EQ(made.public_key().spec(), (crypto::KeySpec{crypto::KeyType::dsa, 2048}));
  EXPECT_TRUE(made.is_self_signed());
  EXPECT_EQ(*made.extensions().key_usage, crypto::digital_signature);
  const std::string listed = lab.shown("RACDCERT LIST(LABEL('a'))");
  EXPECT_THAT(listed, HasSubstr("  Signing Algorithm: sha256DSA\n"));
  EXPECT_THAT(listed, HasSubstr("  Key Type: DSA\n"));
  EXPECT_THAT(listed, HasSubstr("  Key Size: 2048"));
  EXPECT_THAT(listed, HasSubstr("  Private Key: YES\n"));
}

TEST(RacdcertDsa, OtherSizesThan1024And2048AreRefused) {
  ZosmfLab lab;
  EXPECT_THAT(message_ids(lab.run("RACDCERT GENCERT SUBJECTSDN(CN('a')) DSA SIZE(1536)")), ElementsAre("RSD209I"));
  EXPECT_THAT(message_ids(lab.run("RACDCERT GENCERT SUBJECTSDN(CN('a')) DSA SIZE(1024) KEYUSAGE(DATAENCRYPT)")),
              ElementsAre("IRRD156I"));
}

TEST(RacdcertDsa, ACaSignsRequestsAndTravelsWithItsKey) {
  ZosmfLab lab;
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') DSA SIZE(1024) NOTAFTER(DATE(2023/05/17))");
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('u')) WITHLABEL('u') DSA SIZE(1024)");
  lab.must("RACDCERT GENREQ(LABEL('u')) DSN('U.REQ')");
  EXPECT_TRUE(crypto::read_request(base::to_bytes(lab.get_text("U.REQ"))));
  lab.must("RACDCERT GENCERT('U.REQ') SIGNWITH(CERTAUTH LABEL('ca'))");
  const auto ca = lab.certificate("irrcerta", "ca");
  EXPECT_EQ(ca.signing_algorithm(), "sha1DSA");
  EXPECT_TRUE(lab.certificate("IBMUSER", "u").is_signed_by(ca.public_key()));
  lab.must("RACDCERT CERTAUTH EXPORT(LABEL('ca')) DSN('CA.P12') FORMAT(PKCS12DER) PASSWORD('secret')");
  lab.add_system("SYSX");
  lab.copy("CA.P12", "SYS1", "SYSX");
  lab.must("RACDCERT CERTAUTH ADD('CA.P12') WITHLABEL('ca') PASSWORD('secret') TRUST", "SYSX");
  EXPECT_EQ(lab.certificate("irrcerta", "ca", "SYSX"), ca);
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('ca'))",
           "SYSX");
}

TEST(RacdcertSigattr, SignsWithPssByItselfAndForOthersWhichListHasNoWordFor) {
  ZosmfLab lab("2013-05-17", level(lab::RacfLevel::v3r2));
  const auto made = lab.run(pss_ca);
  EXPECT_EQ(made.return_code, 0);
  EXPECT_THAT(made.diagnostics, IsEmpty());
  lab.must(
      "RACDCERT GENCERT SUBJECTSDN(CN('u')) WITHLABEL('u') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('ca')) "
      "SIGATTR(RSAPSS)");
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('v')) WITHLABEL('v') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('ca'))");
  const auto ca = lab.certificate("irrcerta", "ca");
  EXPECT_TRUE(ca.is_self_signed());
  EXPECT_EQ(ca.signing_algorithm(), "sha256RSAPSS");
  EXPECT_EQ(lab.certificate("IBMUSER", "u").signing_algorithm(), "sha256RSAPSS");
  EXPECT_TRUE(lab.certificate("IBMUSER", "u").is_signed_by(ca.public_key()));
  EXPECT_EQ(lab.certificate("IBMUSER", "v").signing_algorithm(), "sha256RSA") << "only where it is asked for";
  EXPECT_THAT(lab.shown("RACDCERT LIST(LABEL('u'))"), HasSubstr("  Signing Algorithm: UNKNOWN\n"));
}

TEST(RacdcertSigattr, OnlyAnRsaKeySignsSo) {
  ZosmfLab lab("2013-05-17", level(lab::RacfLevel::v3r2));
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ec')) WITHLABEL('ec') NISTECC SIZE(256)");
  for (const char* command : {"RACDCERT GENCERT SUBJECTSDN(CN('a')) NISTECC SIZE(256) SIGATTR(RSAPSS)",
                              "RACDCERT GENCERT SUBJECTSDN(CN('a')) DSA SIZE(1024) SIGATTR(RSAPSS)",
                              "RACDCERT GENCERT SUBJECTSDN(CN('a')) SIGNWITH(CERTAUTH LABEL('ec')) SIGATTR(RSAPSS)",
                              "RACDCERT CERTAUTH REKEY(LABEL('ec')) SIGATTR(RSAPSS)"}) {
    const auto refused = lab.run(command);
    EXPECT_EQ(refused.return_code, 8) << command;
    EXPECT_THAT(message_ids(refused), ElementsAre("RSD209I")) << command;
  }
}

TEST(RacdcertSigattr, RekeyTakesItToo) {
  ZosmfLab lab("2013-05-17", level(lab::RacfLevel::v3r2));
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') SIZE(1024)");
  lab.must("RACDCERT SITE REKEY(LABEL('a')) WITHLABEL('b') SIGATTR(RSAPSS)");
  lab.must("RACDCERT SITE REKEY(LABEL('b')) WITHLABEL('c')");
  EXPECT_EQ(lab.certificate("irrsitec", "b").signing_algorithm(), "sha1RSAPSS");
  EXPECT_TRUE(lab.certificate("irrsitec", "b").is_self_signed());
  EXPECT_EQ(lab.certificate("irrsitec", "c").signing_algorithm(), "sha1RSA");
}

TEST(RacdcertSigattr, BelowLevel32ItIsTakenWithARemarkWhenLenient) {
  ZosmfLab lab("2013-05-17", level(lab::RacfLevel::v3r1, true));
  const auto made = lab.run(pss_ca);
  EXPECT_EQ(made.return_code, 0);
  EXPECT_THAT(made.diagnostics, ElementsAre(HasSubstr("SIGATTR(RSAPSS)")));
  EXPECT_THAT(lab.shown("RACDCERT CERTAUTH LIST(LABEL('ca'))"), HasSubstr("  Signing Algorithm: UNKNOWN\n"));
}

TEST(RacdcertSigattr, BelowLevel32ItIsRefused) {
  ZosmfLab lab("2013-05-17", level(lab::RacfLevel::v3r1));
  EXPECT_THAT(message_ids(lab.run(pss_ca)), ElementsAre("RSD209I"));
  ZosmfLab modern("2013-05-17", level(lab::RacfLevel::v3r2));
  modern.must(pss_ca);
  lab.put_bytes("CA.DER", modern.certificate("irrcerta", "ca").der());
  lab.must("RACDCERT CERTAUTH ADD('CA.DER') WITHLABEL('ca') TRUST");
  const std::string listed = lab.shown("RACDCERT CERTAUTH LIST(LABEL('ca'))");
  EXPECT_THAT(listed, HasSubstr("  Signing Algorithm: UNKNOWN\n"));
  EXPECT_THAT(listed, Not(HasSubstr("RSAPSS")));
}

}  // namespace
}  // namespace ringside::racf
