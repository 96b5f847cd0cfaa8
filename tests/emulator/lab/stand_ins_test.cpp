// tests/emulator/lab/stand_ins_test.cpp - stand-ins for a site's certificates are real certificates, the same each
// time.
#include "emulator/lab/stand_ins.hpp"

#include <gtest/gtest.h>

#include "base/fault.hpp"
#include "emulator/crypto/certificates/certificate.hpp"

namespace ringside::lab {
namespace {

using crypto::Certificate;

std::string name_of(const std::string& common_name) {
  return base::hex(crypto::DistinguishedName::from_parts({{"CN", common_name}})->der());
}

database::SiteFacts authority() {
  database::SiteFacts facts;
  facts.grade = database::Grade::stand_in;
  facts.serial = "00";
  facts.issuer = facts.subject = "CN=CA";
  facts.not_before = base::Instant(std::chrono::seconds(1'700'000'000));
  facts.not_after = base::Instant(std::chrono::seconds(1'900'000'000));
  facts.signature_algorithm = "sha256ECDSA";
  facts.fingerprint = std::string(64, 'A');
  facts.is_ca = true;
  facts.key = {"NISTECC", 256};
  facts.signer = facts.identity();
  facts.signer_key = facts.key;
  facts.issuer_name = facts.subject_name = name_of("CA");
  return facts;
}

database::SiteFacts server() {
  database::SiteFacts facts = authority();
  facts.serial = "0279";
  facts.subject = "CN=server";
  facts.subject_name = name_of("server");
  facts.fingerprint = std::string(64, 'B');
  facts.is_ca = false;
  facts.key = {"RSA", 1024};
  return facts;
}

StandIns stand_ins() {
  return {KeptKeys(""), crypto::KeyMaker::search};
}

TEST(StandIns, HaveTheNamesSerialNumberAndDatesOfTheSite) {
  const auto made = Certificate::from_der(stand_ins().certificate(server()));
  ASSERT_TRUE(made);
  EXPECT_EQ(made->serial(), "0279");
  EXPECT_EQ(made->issuer().listing(), "CN=CA");
  EXPECT_EQ(made->subject().listing(), "CN=server");
  EXPECT_EQ(made->not_before(), server().not_before);
  EXPECT_EQ(made->not_after(), server().not_after);
  EXPECT_EQ(made->signing_algorithm(), "sha256ECDSA");
  EXPECT_EQ(made->public_key().spec(), (crypto::KeySpec{crypto::KeyType::rsa, 1024}));
}

TEST(StandIns, AreSignedByTheStandInOfTheirIssuer) {
  const StandIns one = stand_ins();
  const auto ca = Certificate::from_der(one.certificate(authority())),
             leaf = Certificate::from_der(one.certificate(server()));
  EXPECT_TRUE(ca->is_self_signed());
  EXPECT_TRUE(leaf->is_signed_by(ca->public_key()));
  EXPECT_TRUE(ca->extensions().basic_constraints->is_ca);
  EXPECT_FALSE(leaf->extensions().basic_constraints);
}

TEST(StandIns, HaveTheirPrivateKey) {
  const StandIns one = stand_ins();
  const auto key = crypto::PrivateKey::from_pkcs8(one.private_key(server()));
  ASSERT_TRUE(key);
  EXPECT_TRUE(key->matches(Certificate::from_der(one.certificate(server()))->public_key()));
  EXPECT_EQ(one.identity_of(key->public_key().fingerprint()), server().identity());
  EXPECT_EQ(one.identity_of("00"), std::nullopt);
}

TEST(StandIns, AreTheSameInEveryLabAndRun) {
  EXPECT_EQ(stand_ins().certificate(server()), stand_ins().certificate(server()));
  EXPECT_EQ(stand_ins().private_key(authority()), stand_ins().private_key(authority()));
}

TEST(StandIns, SignAsRacfDoesWhereTheSitesAlgorithmIsNotToBeHad) {
  for (const char* algorithm : {"", "md5RSA", "UNKNOWN", "sha256RSA"}) {
    database::SiteFacts facts = authority();
    facts.signature_algorithm = algorithm;
    EXPECT_EQ(Certificate::from_der(stand_ins().certificate(facts))->signing_algorithm(), "sha256ECDSA") << algorithm;
  }
}

TEST(StandIns, AreRefusedWithoutNamesOrAKeyThatCanBeMade) {
  database::SiteFacts facts = server();
  facts.subject_name.clear();
  EXPECT_THROW(static_cast<void>(stand_ins().certificate(facts)), base::Fault);
  facts = server();
  facts.key = {"KYBER", 768};
  EXPECT_FALSE(can_stand_in(facts.key));
  EXPECT_THROW(static_cast<void>(stand_ins().certificate(facts)), base::Fault);
}

}  // namespace
}  // namespace ringside::lab
