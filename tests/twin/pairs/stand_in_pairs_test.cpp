// tests/twin/pairs/stand_in_pairs_test.cpp - handshakes with keys that only the site has.
#include "twin/pairs/stand_in_pairs.hpp"

#include <fstream>

#include <gmock/gmock.h>

#include "emulator/crypto/tls/handshake.hpp"
#include "tests/twin/load/site.hpp"

namespace ringside::twin {
namespace {

using test_support::RacfLab;
using test_support::Site;
using test_support::SiteCertificate;
using test_support::TemporaryDirectory;
using test_support::Twin;
using testing::HasSubstr;

/// A site with a CA and a server certificate that it signed, on a ring; its certificates as files without keys.
class PairsTest : public testing::Test {
 protected:
  PairsTest() {
    site_.must("ADDUSER IZUSVR");
    site_.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)");
    site_.must(
        "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('server')) WITHLABEL('Server') NISTECC SIZE(256) SIGNWITH(CERTAUTH "
        "LABEL('CA'))");
  }

  SiteCertificate facts(const std::string& owner, const std::string& label) {
    const auto certificate = site_.certificate(owner, label);
    return {owner,     label, certificate.serial(), certificate.issuer().listing(), certificate.subject().listing(),
            "PKCSDER", 256,   "sha256ECDSA",        base::hex(certificate.sha256())};
  }
  void export_to(const TemporaryDirectory& folder, const std::string& owner, const std::string& label) {
    std::ofstream(folder.file(label + ".der"), std::ios::binary)
        << base::to_text(site_.certificate(owner, label).der());
  }
  Site records() {
    Site site;
    const auto ca = facts("irrcerta", "CA"), server = facts("IZUSVR", "Server");
    site.certificate(ca);
    site.certificate(server);
    site.ring("IZUSVR", "RING");
    site.member("IZUSVR.RING", server, "PERSONAL", true);
    site.member("IZUSVR.RING", ca, "CERTAUTH");
    site.add(RecordLine("0500")
                 .text("GRBD_NAME", "IRR.DIGTCERT.LISTRING")
                 .text("GRBD_CLASS_NAME", "FACILITY")
                 .text("GRBD_UACC", "UPDATE"));
    return site;
  }
  static racf::RingContents ring(lab::Lab& lab) {
    return racf::read_ring(lab, *lab.systems().find("SYSA"), {"IZUSVR", "RING"});
  }
  static bool trusts_itself(lab::Lab& lab) {
    const auto contents = ring(lab);
    crypto::HandshakeOptions how;
    how.at = lab.now();
    return contents.party.identity && crypto::handshake(contents.party, contents.party, how, "SYSA").trusted;
  }

  RacfLab site_;
  TemporaryDirectory folder_;
};

TEST_F(PairsTest, AreMadeForRealCertificatesWhoseKeysAreAtTheSite) {
  export_to(folder_, "irrcerta", "CA");
  export_to(folder_, "IZUSVR", "Server");
  LoadOptions options;
  options.certificates = folder_.path();
  Twin twin(records(), options);
  ASSERT_TRUE(twin.report()) << twin.report().error();
  twin.lab().set_clock(*base::from_local({2013, 6, 1}, {}));
  EXPECT_FALSE(trusts_itself(twin.lab()));
  EXPECT_THAT(ring(twin.lab()).explanation, HasSubstr("at the site only"));
  const auto with_pairs = with_stand_in_pairs(twin.lab());
  ASSERT_TRUE(with_pairs);
  EXPECT_TRUE(trusts_itself(*with_pairs));
  EXPECT_THAT(rests_on(ring(*with_pairs)), HasSubstr("stand-in pair of a real one: 'Server', 'CA'"));
  EXPECT_EQ(twin.certificate("IZUSVR", "Server"), site_.certificate("IZUSVR", "Server"));
  EXPECT_FALSE(with_stand_in_pairs(*with_pairs));
}

TEST_F(PairsTest, KeepWhoDidNotSign) {
  RacfLab other("2012-01-01");
  other.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)");
  const auto impostor = other.certificate("irrcerta", "CA");
  ASSERT_NE(impostor, site_.certificate("irrcerta", "CA"));
  std::ofstream(folder_.file("other.der"), std::ios::binary) << base::to_text(impostor.der());
  export_to(folder_, "IZUSVR", "Server");
  Site site;
  SiteCertificate ca = facts("irrcerta", "CA");
  ca.fingerprint = base::hex(impostor.sha256());
  const auto server = facts("IZUSVR", "Server");
  site.certificate(ca);
  site.certificate(server);
  site.ring("IZUSVR", "RING");
  site.member("IZUSVR.RING", server, "PERSONAL", true);
  site.member("IZUSVR.RING", ca, "CERTAUTH");
  site.add(RecordLine("0500")
               .text("GRBD_NAME", "IRR.DIGTCERT.LISTRING")
               .text("GRBD_CLASS_NAME", "FACILITY")
               .text("GRBD_UACC", "UPDATE"));
  LoadOptions options;
  options.certificates = folder_.path();
  Twin twin(site, options);
  twin.lab().set_clock(*base::from_local({2013, 6, 1}, {}));
  const auto with_pairs = with_stand_in_pairs(twin.lab());
  ASSERT_TRUE(with_pairs);
  EXPECT_FALSE(trusts_itself(*with_pairs));
}

TEST_F(PairsTest, JoinStandInsWithTheirRealIssuer) {
  export_to(folder_, "irrcerta", "CA");
  LoadOptions options;
  options.certificates = folder_.path();
  Twin twin(records(), options);
  twin.lab().set_clock(*base::from_local({2013, 6, 1}, {}));
  EXPECT_FALSE(trusts_itself(twin.lab()));
  const auto with_pairs = with_stand_in_pairs(twin.lab());
  ASSERT_TRUE(with_pairs);
  EXPECT_TRUE(trusts_itself(*with_pairs));
  EXPECT_THAT(rests_on(ring(*with_pairs)), HasSubstr("stand-in: 'Server'"));
}

TEST_F(PairsTest, AreNotMadeForStandInsAlone) {
  Twin twin(records());
  twin.lab().set_clock(*base::from_local({2013, 6, 1}, {}));
  EXPECT_FALSE(with_stand_in_pairs(twin.lab()));
  EXPECT_TRUE(trusts_itself(twin.lab()));
  EXPECT_THAT(rests_on(ring(twin.lab())), HasSubstr("stand-in: 'Server', 'CA'"));
}

TEST_F(PairsTest, AreNotMadeForALabWithoutATwin) {
  EXPECT_FALSE(with_stand_in_pairs(site_.lab()));
}

}  // namespace
}  // namespace ringside::twin
