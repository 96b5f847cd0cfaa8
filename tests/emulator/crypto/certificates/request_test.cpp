// tests/emulator/crypto/certificates/request_test.cpp - certificate requests, ours for openssl and openssl's and
// others' for us.
#include "emulator/crypto/certificates/request.hpp"

#include <gmock/gmock.h>

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/keys/sign.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using namespace test;

Extensions some_extensions() {
  Extensions extensions;
  extensions.key_usage = digital_signature;
  extensions.subject_alt_names = AltNames{{}, {}, {"h.example"}, {}};
  extensions.subject_key_id = base::Bytes(20, 7);
  extensions.authority_key_id = base::Bytes(20, 8);
  return extensions;
}

class RequestBy : public ::testing::TestWithParam<KeySpec> {};
INSTANTIATE_TEST_SUITE_P(Keys, RequestBy,
                         ::testing::Values(KeySpec{KeyType::rsa, 1024}, KeySpec{KeyType::rsa, 2048},
                                           KeySpec{KeyType::dsa, 1024}, KeySpec{KeyType::nist_ecc, 256},
                                           KeySpec{KeyType::brainpool_ecc, 384}));

TEST_P(RequestBy, IsAcceptedByOpenssl) {
  const Folder folder;
  const PrivateKey& key = test_key("request", GetParam());
  folder.write("r.pem", armor(make_request(name_of("r"), key, some_extensions(), SystemRandomness()),
                              "NEW CERTIFICATE REQUEST"));
  const auto text = folder.run("openssl req -in r.pem -noout -verify -text");
  EXPECT_EQ(text.status, 0);
  for (const char* part :
       {"verify OK", "Version: 1 (0x0)", "Subject: C = DE, O = Ringside, CN = r", "DNS:h.example",
        "X509v3 Key Usage: critical", "X509v3 Subject Key Identifier", "X509v3 Authority Key Identifier"}) {
    EXPECT_THAT(text.output, HasSubstr(part));
  }
  EXPECT_THAT(text.output, ::testing::Not(HasSubstr("Netscape")));
}

TEST_P(RequestBy, ReadsBack) {
  const PrivateKey& key = test_key("request", GetParam());
  const auto read = read_request(make_request(name_of("r"), key, some_extensions(), SystemRandomness()));
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->subject, name_of("r"));
  EXPECT_TRUE(key.matches(read->key));
  EXPECT_EQ(read->extensions.key_usage, digital_signature);
  EXPECT_THAT(read->extensions.subject_alt_names->domain, ElementsAre("h.example"));
  EXPECT_EQ(read->extensions.subject_key_id, base::Bytes(20, 7));
}

TEST(Request, MayBeSignedAsRsassaPss) {
  const Folder folder;
  const base::Bytes der = make_request(name_of("r"), test_key("request", {KeyType::rsa, 2048}), some_extensions(),
                                       SystemRandomness(), SignatureForm::rsa_pss);
  folder.write("r.der", der);
  const auto text = folder.run("openssl req -inform DER -in r.der -noout -verify -text");
  EXPECT_THAT(text.output, HasSubstr("verify OK"));
  EXPECT_THAT(text.output, HasSubstr("Signature Algorithm: rsassaPss"));
  EXPECT_TRUE(read_request(der));
}

TEST(Request, MayHaveNoExtensions) {
  const base::Bytes der = make_request(name_of("r"), test_key("request"), {}, SystemRandomness());
  EXPECT_THAT(base::hex(der), HasSubstr("A000"));
  EXPECT_TRUE(read_request(der));
}

TEST(Request, OfOpensslIsReadWithTextBeforeIt) {
  const Folder folder;
  folder.must_run(
      "openssl req -new -newkey rsa:1024 -nodes -keyout k.pem -subj '/C=US/O=o/CN=c' -addext "
      "'subjectAltName=IP:1.2.3.4' "
      "-addext 'keyUsage=keyCertSign' -text -out r.pem");
  const auto read = read_request(folder.read("r.pem"));
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->subject.listing(), "CN=c.O=o.C=US");
  EXPECT_THAT(read->extensions.subject_alt_names->ip, ElementsAre("1.2.3.4"));
  EXPECT_EQ(read->extensions.key_usage, key_cert_sign);
  EXPECT_EQ(read->key.spec(), (KeySpec{KeyType::rsa, 1024}));
}

TEST(Request, MayCarryOtherAttributes) {
  const Folder folder;
  folder.must_run(
      "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.pem -config /dev/stdin -outform "
      "DER -out r.der <<'END'\n"
      "[req]\nprompt=no\ndistinguished_name=dn\nattributes=at\n[dn]\nCN=x\n[at]\nchallengePassword=secret\nEND");
  EXPECT_TRUE(read_request(folder.read("r.der")));
}

TEST(Request, WithAWrongSignatureIsRefused) {
  base::Bytes der = make_request(name_of("r"), test_key("request"), {}, SystemRandomness());
  der[der.size() - 1] ^= 1;
  const auto read = read_request(der);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ProblemKind::bad_signature);
}

TEST(Request, IsNotACertificateNorTwoRequests) {
  const Subject ca{name_of("ca"), test_key("ca")};
  EXPECT_FALSE(read_request(make_root(ca).der()));
  EXPECT_FALSE(read_request(base::to_bytes(armor(make_root(ca).der(), "CERTIFICATE"))));
  const std::string one =
      armor(make_request(name_of("r"), test_key("request"), {}, SystemRandomness()), "CERTIFICATE REQUEST");
  EXPECT_TRUE(read_request(base::to_bytes(one)));
  EXPECT_FALSE(read_request(base::to_bytes(one + one)));
  EXPECT_FALSE(read_request(base::to_bytes("")));
  EXPECT_FALSE(read_request(base::to_bytes("no request here\n")));
  EXPECT_FALSE(read_request(base::to_bytes("-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n")));
}

TEST(Request, SurvivesEveryChangedOctet) {
  const base::Bytes good = make_request(name_of("r"), test_key("request"), some_extensions(), SystemRandomness());
  for (std::size_t at = 0; at < good.size(); ++at) {
    EXPECT_FALSE(read_request(base::ByteView(good).first(at)));
    base::Bytes damaged = good;
    damaged[at] ^= 0x41;
    EXPECT_FALSE(read_request(damaged)) << "octet " << at;
  }
  base::Bytes longer = good;
  longer.push_back(0);
  EXPECT_FALSE(read_request(longer));
}

}  // namespace
}  // namespace ringside::crypto
