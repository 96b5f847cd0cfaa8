// tests/emulator/racf/datalib/ring_reader_test.cpp - what a server gets from a ring, and why it gets nothing.
#include "emulator/racf/datalib/ring_reader.hpp"

#include <gtest/gtest.h>

#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::RacfLab;

class RingReader : public testing::Test {
 protected:
  void SetUp() override {
    lab_.must("ADDGROUP IZUADMIN");
    lab_.must("ADDUSER IZUSVR DFLTGRP(IZUADMIN)");
    lab_.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Jupiter')) WITHLABEL('Jupiter') NISTECC SIZE(256)");
    lab_.must(
        "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('server')) WITHLABEL('server') NISTECC SIZE(256) "
        "SIGNWITH(CERTAUTH LABEL('Jupiter'))");
    lab_.must("RACDCERT ID(IZUSVR) ADDRING(Ring)");
    lab_.must("RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)");
    lab_.must("SETROPTS CLASSACT(FACILITY)");
  }

  void connect(const std::string& operands) { lab_.must("RACDCERT ID(IZUSVR) CONNECT(" + operands + " RING(Ring))"); }
  void connect_both() {
    connect("LABEL('server') DEFAULT");
    connect("CERTAUTH LABEL('Jupiter')");
  }
  RingContents read(const std::optional<std::string>& label = std::nullopt, const std::string& ring = "Ring") {
    return read_ring(lab_.lab(), lab_.session().system, {"IZUSVR", ring}, label);
  }

  RacfLab lab_;
};

TEST_F(RingReader, GivesTheDefaultCertificateWithKeyChainAndAnchors) {
  connect_both();
  const RingContents ring = read();
  EXPECT_EQ(ring.problem, IdentityProblem::none) << ring.explanation;
  ASSERT_TRUE(ring.party.identity);
  const auto server = lab_.certificate("IZUSVR", "server");
  const auto jupiter = lab_.certificate("irrcerta", "Jupiter");
  EXPECT_EQ(ring.party.identity->certificate, server);
  EXPECT_TRUE(ring.party.identity->key.matches(server.public_key()));
  EXPECT_EQ(ring.party.identity->chain, std::vector{jupiter});
  EXPECT_EQ(ring.party.anchors, std::vector{jupiter});
  EXPECT_EQ(ring.members.size(), 2U);
}

TEST_F(RingReader, GivesTheCertificateOfALabelThatIsAskedFor) {
  connect_both();
  lab_.must("RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('other')) WITHLABEL('other') NISTECC SIZE(256)");
  connect("LABEL('other')");
  const RingContents ring = read("other");
  ASSERT_TRUE(ring.party.identity);
  EXPECT_EQ(ring.party.identity->certificate, lab_.certificate("IZUSVR", "other"));
  EXPECT_EQ(read("Other").problem, IdentityProblem::no_label) << "labels are compared exactly";
}

TEST_F(RingReader, SaysThatThereIsNoSuchRing) {
  const RingContents ring = read(std::nullopt, "RING");
  EXPECT_EQ(ring.problem, IdentityProblem::no_ring) << "ring names keep their case";
  EXPECT_EQ(ring.explanation, "ring IZUSVR/RING does not exist");
  EXPECT_TRUE(ring.party.anchors.empty());
}

TEST_F(RingReader, SaysThatARingHasNoDefault) {
  EXPECT_EQ(read().explanation, "ring IZUSVR/Ring is empty");
  connect("LABEL('server')");
  const RingContents ring = read();
  EXPECT_EQ(ring.problem, IdentityProblem::no_default);
  EXPECT_EQ(ring.explanation, "ring IZUSVR/Ring has no default certificate");
  EXPECT_FALSE(ring.party.identity);
}

TEST_F(RingReader, DoesNotSeeCertificatesOfStatusNotrust) {
  connect_both();
  lab_.must("RACDCERT CERTAUTH ALTER(LABEL('Jupiter')) NOTRUST");
  const RingContents without_anchor = read();
  EXPECT_TRUE(without_anchor.party.anchors.empty());
  ASSERT_TRUE(without_anchor.party.identity);
  EXPECT_TRUE(without_anchor.party.identity->chain.empty());
  lab_.must("RACDCERT ID(IZUSVR) ALTER(LABEL('server')) NOTRUST");
  EXPECT_EQ(read().problem, IdentityProblem::not_trusted);
  EXPECT_FALSE(read().party.identity);
}

TEST_F(RingReader, DoesNotServeWithACertificateOfUsageCertauth) {
  connect("CERTAUTH LABEL('Jupiter') DEFAULT");
  const RingContents ring = read();
  EXPECT_EQ(ring.problem, IdentityProblem::not_personal);
  EXPECT_EQ(ring.explanation, "certificate 'Jupiter' of CERTAUTH is connected with usage CERTAUTH, not PERSONAL");
}

TEST_F(RingReader, DoesNotServeWithoutAKey) {
  lab_.must("RACDCERT ID(IZUSVR) EXPORT(LABEL('server')) DSN('SERVER.B64')");
  lab_.must("RACDCERT ID(IZUSVR) DELETE(LABEL('server'))");
  lab_.must("RACDCERT ID(IZUSVR) ADD('SERVER.B64') WITHLABEL('server')");
  connect_both();
  EXPECT_EQ(read().problem, IdentityProblem::no_key);
}

TEST_F(RingReader, GivesTheKeyOfCertauthOnlyWithAuthority) {
  connect("CERTAUTH LABEL('Jupiter') USAGE(PERSONAL) DEFAULT");
  EXPECT_EQ(read().problem, IdentityProblem::key_not_readable);
  lab_.must("SETROPTS CLASSACT(FACILITY)");
  lab_.must("RDEFINE FACILITY IRR.DIGTCERT.GENCERT UACC(NONE)");
  lab_.must("PERMIT IRR.DIGTCERT.GENCERT CLASS(FACILITY) ID(IZUSVR) ACCESS(UPDATE)");
  EXPECT_EQ(read().problem, IdentityProblem::key_not_readable);
  lab_.must("PERMIT IRR.DIGTCERT.GENCERT CLASS(FACILITY) ID(IZUSVR) ACCESS(CONTROL)");
  EXPECT_EQ(read().problem, IdentityProblem::none) << read().explanation;
}

TEST_F(RingReader, GivesTheKeyOfAnotherUserOnlyThroughRdatalib) {
  lab_.must("ADDUSER OTHER DFLTGRP(IZUADMIN)");
  lab_.must("RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('theirs')) WITHLABEL('theirs') NISTECC SIZE(256)");
  connect("ID(OTHER) LABEL('theirs') DEFAULT");
  EXPECT_EQ(read().problem, IdentityProblem::key_not_readable);
  lab_.must("SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB)");
  lab_.must("RDEFINE RDATALIB IZUSVR.RING.LST UACC(READ)");
  lab_.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  EXPECT_EQ(read().problem, IdentityProblem::key_not_readable);
  lab_.must("PERMIT IZUSVR.RING.LST CLASS(RDATALIB) ID(IZUSVR) ACCESS(UPDATE)");
  lab_.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  EXPECT_EQ(read().problem, IdentityProblem::none) << read().explanation;
}

TEST_F(RingReader, SeesAllCertificatesOfAnOwnerInHisVirtualRing) {
  const RingContents ring = read("server", "*");
  EXPECT_EQ(ring.problem, IdentityProblem::none) << ring.explanation;
  EXPECT_TRUE(ring.party.anchors.empty());
  const RingContents authorities = read_ring(lab_.lab(), lab_.session().system, {database::certauth_owner, "*"});
  EXPECT_EQ(authorities.party.anchors, std::vector{lab_.certificate("irrcerta", "Jupiter")});
  EXPECT_EQ(authorities.problem, IdentityProblem::no_default);
}

TEST(RingName, IsReadInEveryCaseOfItsOwner) {
  EXPECT_EQ(ring_name("izusvr/Ring"), (RingName{"IZUSVR", "Ring"}));
  EXPECT_EQ(ring_name("*AUTH*/*"), (RingName{"irrcerta", "*"}));
  EXPECT_EQ(ring_name("irrsitec/*"), (RingName{"irrsitec", "*"}));
  EXPECT_EQ(to_string(RingName{"irrcerta", "*"}), "*AUTH*/*");
  EXPECT_FALSE(ring_name("IZUSVR"));
  EXPECT_FALSE(ring_name("/Ring"));
  EXPECT_FALSE(ring_name("IZUSVR/"));
}

TEST_F(RingReader, GivesAChainOfEighteen) {
  std::string issuer = "Jupiter";
  connect("CERTAUTH LABEL('Jupiter')");
  for (int level = 1; level <= 17; ++level) {
    const std::string name = "Level " + std::to_string(level);
    lab_.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('" + name + "')) WITHLABEL('" + name +
              "') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('" + issuer + "'))");
    connect("CERTAUTH LABEL('" + name + "')");
    issuer = name;
  }
  lab_.must(
      "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('deep')) WITHLABEL('deep') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('" +
      issuer + "'))");
  connect("LABEL('deep') DEFAULT");
  const RingContents ring = read();
  ASSERT_TRUE(ring.party.identity) << ring.explanation;
  EXPECT_EQ(ring.party.identity->chain.size(), 18u);
}

/// A certificate for the CA "Inter" and its key.
crypto::Certificate cross_certificate(const crypto::PrivateKey& key, const crypto::PrivateKey& signer, int serial,
                                      const char* from, const char* to) {
  const auto name = [](const char* text) { return *crypto::DistinguishedName::from_parts({{"CN", text}}); };
  const auto day = [](const char* text) { return *base::from_local(*base::parse_date(text), base::Zone{}); };
  crypto::CertificateContent content{
      {static_cast<std::uint8_t>(serial)}, name("Root"), name("Inter"), day(from), day(to), key.public_key(), {}};
  content.extensions.basic_constraints = crypto::BasicConstraints{true, std::nullopt};
  return crypto::issue(content, signer, crypto::SeededRandomness("test", "cross"));
}

TEST_F(RingReader, SendsTheValidOneOfTwoCrossCertificatesWithTheSameKey) {
  const auto key_of = [](const char* name) {
    return crypto::generate_key({crypto::KeyType::nist_ecc, 256}, crypto::SeededRandomness("test", name));
  };
  const crypto::PrivateKey root = key_of("root"), inter = key_of("inter"), server = key_of("leaf");
  const auto expired = cross_certificate(inter, root, 1, "2010-01-01", "2012-01-01");
  const auto valid = cross_certificate(inter, root, 2, "2012-01-01", "2030-01-01");
  crypto::CertificateContent content{{3},
                                     valid.subject(),
                                     *crypto::DistinguishedName::from_parts({{"CN", "leaf"}}),
                                     valid.not_before(),
                                     valid.not_after(),
                                     server.public_key(),
                                     {}};
  const auto leaf = crypto::issue(content, inter, crypto::SeededRandomness("test", "leaf"));
  EXPECT_EQ(chain_on_ring(leaf, {expired, valid}, valid.not_after()), std::vector{valid});
  EXPECT_EQ(chain_on_ring(leaf, {valid, expired}, valid.not_after()), std::vector{valid});
  EXPECT_EQ(chain_on_ring(leaf, {expired}, valid.not_after()), std::vector{expired}) << "better than nothing";
}

}  // namespace
}  // namespace ringside::racf
