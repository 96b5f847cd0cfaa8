// tests/emulator/crypto/tls/handshake_test.cpp - who accepts whom, and what each side says when it does not.
#include "emulator/crypto/tls/handshake.hpp"

#include <gmock/gmock.h>
#include <openssl/x509_vfy.h>

#include "emulator/crypto/certificates/issue.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

using ::testing::HasSubstr;
using namespace test;

Identity identity(const std::string& name, const std::string& issuer, const IssueOptions& options = {}) {
  return {make_certificate(subject(name), subject(issuer), options), subject(name).key, {}};
}
Certificate handshake_root(const std::string& name) {
  return make_root(subject(name), {.from = day(2000, 1, 1), .to = day(2060, 1, 1)});
}

struct Pair {
  Party client, server;
};
/// Both have a certificate of their own CA and trust the other's CA.
Pair good_pair(const IssueOptions& options = {}) {
  return {{identity("client", "client ca", options), {handshake_root("server ca")}},
          {identity("server", "server ca", options), {handshake_root("client ca")}}};
}

void expect_trust(const HandshakeOutcome& outcome) {
  EXPECT_TRUE(outcome.trusted);
  for (const SideResult* side : {&outcome.client, &outcome.server}) {
    EXPECT_TRUE(side->accepted);
    EXPECT_TRUE(side->finished_handshake);
    EXPECT_EQ(side->verify_error, 0) << side->verify_text;
    EXPECT_EQ(side->verify_text + side->failed_subject + side->alert_received + side->error, "");
  }
}

class Handshake : public ::testing::TestWithParam<TlsVersion> {
 protected:
  [[nodiscard]] static bool is_13() { return GetParam() == TlsVersion::tls13; }
  [[nodiscard]] static HandshakeOptions options(bool mutual = false, base::Instant at = day(2025, 6, 1)) {
    return {GetParam(), mutual, at, std::nullopt};
  }
  /// The client refused the server; the server learns of it by an alert.
  static void expect_client_refuses(const HandshakeOutcome& outcome, int error, const std::string& alert) {
    EXPECT_FALSE(outcome.trusted);
    EXPECT_FALSE(outcome.client.accepted);
    EXPECT_FALSE(outcome.server.accepted);
    EXPECT_FALSE(outcome.client.finished_handshake);
    EXPECT_EQ(outcome.client.verify_error, error) << outcome.client.verify_text;
    EXPECT_NE(outcome.client.verify_text, "");
    EXPECT_EQ(outcome.client.failed_subject, "CN=server.O=Ringside.C=DE");
    EXPECT_EQ(outcome.client.error, "");
    EXPECT_EQ(outcome.server.alert_received, alert);
    EXPECT_EQ(outcome.server.verify_error, 0);
    EXPECT_EQ(outcome.server.error, "");
  }
};
INSTANTIATE_TEST_SUITE_P(Versions, Handshake, ::testing::Values(TlsVersion::tls12, TlsVersion::tls13),
                         [](const auto& test) { return test.param == TlsVersion::tls13 ? "Tls13" : "Tls12"; });

TEST_P(Handshake, HoldsBetweenThoseWhoTrustEachOther) {
  const Pair pair = good_pair();
  expect_trust(handshake(pair.client, pair.server, options(false)));
  expect_trust(handshake(pair.client, pair.server, options(true)));
  const Pair without_identifiers = good_pair({.key_identifiers = false});
  expect_trust(handshake(without_identifiers.client, without_identifiers.server, options(true)));
}

TEST_P(Handshake, NeedsNoClientCertificateUnlessMutual) {
  Pair pair = good_pair();
  pair.client.identity.reset();
  expect_trust(handshake(pair.client, pair.server, options(false)));
}

TEST_P(Handshake, FailsOnAnUnknownCa) {
  Pair pair = good_pair();
  pair.client.anchors = {handshake_root("another ca")};
  expect_client_refuses(handshake(pair.client, pair.server, options()), X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
                        "unknown CA");
  pair.client.anchors = {};
  expect_client_refuses(handshake(pair.client, pair.server, options()), X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
                        "unknown CA");
}

TEST_P(Handshake, FailsOnACaOfTheSameNameWithAnotherKey) {
  const Subject impostor{name_of("server ca"), test_key("impostor")};
  Pair pair = good_pair();
  pair.client.anchors = {make_root(impostor)};
  expect_client_refuses(handshake(pair.client, pair.server, options()), X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
                        "unknown CA");

  pair = good_pair({.key_identifiers = false});
  pair.client.anchors = {make_root(impostor)};
  expect_client_refuses(handshake(pair.client, pair.server, options()), X509_V_ERR_CERT_SIGNATURE_FAILURE,
                        "decrypt error");
}

TEST_P(Handshake, FindsTheRightOneAmongCasOfTheSameName) {
  const Subject impostor{name_of("server ca"), test_key("impostor")};
  Pair pair = good_pair();
  pair.client.anchors = {make_root(impostor), handshake_root("server ca")};
  expect_trust(handshake(pair.client, pair.server, options()));
}

TEST_P(Handshake, JudgesCertificatesAtTheMomentAskedFor) {
  const Pair pair = good_pair();
  expect_client_refuses(handshake(pair.client, pair.server, options(false, day(2040, 1, 2))),
                        X509_V_ERR_CERT_HAS_EXPIRED, "certificate expired");
  expect_client_refuses(handshake(pair.client, pair.server, options(false, day(2019, 12, 31))),
                        X509_V_ERR_CERT_NOT_YET_VALID, "bad certificate");
  expect_trust(handshake(pair.client, pair.server, options(true, day(2039, 12, 31))));
}

TEST_P(Handshake, NamesTheCertificateThatExpired) {
  Pair pair = good_pair();
  pair.client.anchors = {make_root(subject("server ca"), {.to = day(2030, 1, 1)})};
  const auto outcome = handshake(pair.client, pair.server, options(false, day(2035, 1, 1)));
  EXPECT_EQ(outcome.client.verify_error, X509_V_ERR_CERT_HAS_EXPIRED);
  EXPECT_EQ(outcome.client.failed_subject, "CN=server ca.O=Ringside.C=DE");
}

TEST_P(Handshake, FailsWithoutAClientCertificateWhenMutual) {
  Pair pair = good_pair();
  pair.client.identity.reset();
  const auto outcome = handshake(pair.client, pair.server, options(true));
  EXPECT_FALSE(outcome.trusted);
  EXPECT_FALSE(outcome.client.accepted);
  EXPECT_FALSE(outcome.server.accepted);
  EXPECT_EQ(outcome.client.finished_handshake, is_13());
  EXPECT_EQ(outcome.server.error, "peer did not return a certificate");
  EXPECT_EQ(outcome.server.verify_error, 0);
  EXPECT_EQ(outcome.client.alert_received, is_13() ? "unknown" : "handshake failure");
}

TEST_P(Handshake, FailsOnAClientCertificateThatIsNotTrusted) {
  Pair pair = good_pair();
  pair.server.anchors = {handshake_root("another ca")};
  const auto outcome = handshake(pair.client, pair.server, options(true));
  EXPECT_FALSE(outcome.trusted);
  EXPECT_EQ(outcome.client.finished_handshake, is_13()) << "under TLS 1.3 a client is through before it is judged";
  EXPECT_FALSE(outcome.client.accepted);
  EXPECT_FALSE(outcome.server.accepted);
  EXPECT_EQ(outcome.server.verify_error, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY);
  EXPECT_EQ(outcome.server.failed_subject, "CN=client.O=Ringside.C=DE");
  EXPECT_EQ(outcome.client.alert_received, "unknown CA");
  EXPECT_EQ(outcome.client.verify_error, 0);
  EXPECT_EQ(outcome.client.error, "");
}

TEST_P(Handshake, FailsWhenTheServerHasNothingToShow) {
  Pair pair = good_pair();
  pair.server.identity.reset();
  const auto outcome = handshake(pair.client, pair.server, options());
  EXPECT_FALSE(outcome.trusted);
  EXPECT_FALSE(outcome.client.accepted || outcome.server.accepted);
  // libssl offers TLS 1.3 only with a certificate in hand, so there it is the version that nobody shares.
  EXPECT_EQ(outcome.server.error, is_13() ? "unsupported protocol" : "no shared cipher");
  EXPECT_EQ(outcome.client.alert_received, is_13() ? "protocol version" : "handshake failure");
}

TEST_P(Handshake, FailsWhenTheServersKeyIsAnothers) {
  Pair pair = good_pair();
  pair.server.identity->key = test_key("somebody else");
  const auto outcome = handshake(pair.client, pair.server, options());
  EXPECT_FALSE(outcome.trusted);
  EXPECT_EQ(outcome.server.error, "key values mismatch");
}

TEST_P(Handshake, TakesAnIntermediateAsAnAnchor) {
  const Certificate middle = make_certificate(subject("middle"), subject("root"), {.serial = 2, .is_ca = true});
  Pair pair = good_pair();
  pair.server.identity = identity("server", "middle");
  pair.client.anchors = {middle};
  expect_trust(handshake(pair.client, pair.server, options()));
}

TEST_P(Handshake, NeedsTheIssuersBetweenUnlessThePeerHasThem) {
  const Certificate middle = make_certificate(subject("middle"), subject("root"), {.serial = 2, .is_ca = true});
  Pair pair = good_pair();
  pair.server.identity = identity("server", "middle");
  pair.server.anchors = {handshake_root("client ca"), handshake_root("root"),
                         middle};  // what the server trusts is not what it sends
  pair.client.anchors = {handshake_root("root")};
  expect_client_refuses(handshake(pair.client, pair.server, options()), X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
                        "unknown CA");
  pair.server.identity->chain = {middle};
  expect_trust(handshake(pair.client, pair.server, options()));
  pair.server.identity->chain = {pair.server.identity->certificate, middle, handshake_root("root")};
  expect_trust(handshake(pair.client, pair.server, options()));
}

TEST_P(Handshake, TakesTheServersOwnCertificateAsAnAnchor) {
  const Identity self_signed = identity("server", "server");
  Pair pair = good_pair();
  pair.server.identity = self_signed;
  expect_client_refuses(handshake(pair.client, pair.server, options()), X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
                        "unknown CA");
  pair.client.anchors = {self_signed.certificate};
  expect_trust(handshake(pair.client, pair.server, options()));
}

TEST_P(Handshake, LooksAtTheHostNameOnlyWhenAsked) {
  Pair pair = good_pair({.hosts = {"sys1.example.com"}});
  HandshakeOptions asked = options();
  auto outcome = handshake(pair.client, pair.server, asked, "sys2.example.com");
  expect_trust(outcome);
  EXPECT_EQ(outcome.host_note, "the server's certificate does not name sys2.example.com");
  EXPECT_EQ(handshake(pair.client, pair.server, asked, "SYS1.example.com").host_note,
            "the server's certificate names SYS1.example.com");
  EXPECT_EQ(handshake(pair.client, pair.server, asked).host_note, "");

  asked.verify_host = "sys1.example.com";
  expect_trust(handshake(pair.client, pair.server, asked));
  asked.verify_host = "sys2.example.com";
  outcome = handshake(pair.client, pair.server, asked, "sys2.example.com");
  EXPECT_EQ(outcome.client.verify_error, X509_V_ERR_HOSTNAME_MISMATCH);
  EXPECT_EQ(outcome.host_note, "");
  asked.verify_host = "10.1.2.3";
  EXPECT_EQ(handshake(pair.client, pair.server, asked).client.verify_error, X509_V_ERR_IP_ADDRESS_MISMATCH);
}

TEST_P(Handshake, LeavesThePurposeToLibssl) {
  Pair pair = good_pair();
  CertificateContent content{
      {9}, name_of("server ca"), name_of("server"), day(2020, 1, 1), day(2040, 1, 1), test_key("server").public_key(),
      {}};
  content.extensions.extended_key_usage =
      base::Bytes{0x30, 0x0A, 0x06, 0x08, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x02};  // clientAuth
  pair.server.identity->certificate = issue(content, test_key("server ca"), SystemRandomness());
  const auto outcome = handshake(pair.client, pair.server, options());
  EXPECT_EQ(outcome.client.verify_error, X509_V_ERR_INVALID_PURPOSE);
}

struct KeyCase {
  KeySpec spec;
  bool tls12, tls13;
};
class HandshakeWith : public ::testing::TestWithParam<KeyCase> {};
// What TLS itself has no place for fails: RSA-PSS with SHA-256 does not fit into 512 bits, TLS 1.3 dropped P-192 and
// P-224, OpenSSL 3.0 does Brainpool under TLS 1.2 alone, and the small Brainpool curves never had a number in TLS.
INSTANTIATE_TEST_SUITE_P(
    Keys, HandshakeWith,
    ::testing::Values(KeyCase{{KeyType::rsa, 512}, true, false}, KeyCase{{KeyType::rsa, 768}, true, true},
                      KeyCase{{KeyType::rsa, 1024}, true, true}, KeyCase{{KeyType::rsa, 2048}, true, true},
                      KeyCase{{KeyType::rsa, 4096}, true, true}, KeyCase{{KeyType::nist_ecc, 192}, true, false},
                      KeyCase{{KeyType::nist_ecc, 224}, true, false}, KeyCase{{KeyType::nist_ecc, 256}, true, true},
                      KeyCase{{KeyType::nist_ecc, 384}, true, true}, KeyCase{{KeyType::nist_ecc, 521}, true, true},
                      KeyCase{{KeyType::brainpool_ecc, 256}, true, false},
                      KeyCase{{KeyType::brainpool_ecc, 160}, false, false}));

TEST_P(HandshakeWith, IsAsTlsAllows) {
  const auto [spec, tls12, tls13] = GetParam();
  const Subject ca = subject("ca", spec);
  const Subject leaf = subject("leaf", spec);
  const Party both{Identity{make_certificate(leaf, ca), leaf.key, {}}, {make_root(ca)}};
  for (const auto& [version, expected] : {std::pair{TlsVersion::tls12, tls12}, std::pair{TlsVersion::tls13, tls13}}) {
    const auto outcome = handshake(both, both, {version, true, day(2025, 6, 1), std::nullopt});
    EXPECT_EQ(outcome.trusted, expected) << outcome.client.error << outcome.client.verify_text << outcome.server.error
                                         << outcome.server.verify_text;
    EXPECT_EQ(outcome.client.verify_error, 0) << outcome.client.verify_text;
  }
}

TEST(HandshakeOutcome, IsTheSameEachTime) {
  const Pair pair = good_pair();
  for (int i = 0; i < 20; ++i) {
    EXPECT_TRUE(handshake(pair.client, pair.server, {TlsVersion::tls13, true, day(2025, 6, 1), std::nullopt}).trusted);
    EXPECT_FALSE(handshake(pair.client, pair.server, {TlsVersion::tls13, true, day(2045, 6, 1), std::nullopt}).trusted);
  }
}

}  // namespace
}  // namespace ringside::crypto
