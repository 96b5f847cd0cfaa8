// tests/emulator/database/twin/site_facts_test.cpp - the facts of a site's certificate survive the database.
#include "emulator/database/twin/site_facts.hpp"

#include <gtest/gtest.h>

#include "base/fault.hpp"

namespace ringside::database {
namespace {

SiteFacts facts() {
  SiteFacts facts;
  facts.grade = Grade::stand_in;
  facts.serial = "0279";
  facts.issuer = "CN=CA.O=Site";
  facts.subject = "CN=www.example.com";
  facts.not_before = base::Instant(std::chrono::seconds(1'700'000'000));
  facts.not_after = base::Instant(std::chrono::seconds(-1));
  facts.signature_algorithm = "sha384ECDSA";
  facts.key_type = "PKCSDER";
  facts.key_size = 384;
  facts.fingerprint = "AB";
  facts.is_ca = true;
  facts.key = {"NISTECC", 384};
  facts.signer = "CD";
  facts.signer_key = {"NISTECC", 521};
  facts.issuer_name = "3000";
  facts.subject_name = "3001";
  return facts;
}

TEST(SiteFacts, SurviveTheirText) {
  EXPECT_EQ(to_text(read_site_facts(to_text(facts()))), to_text(facts()));
  const SiteFacts read = read_site_facts(to_text(facts()));
  EXPECT_EQ(read.grade, Grade::stand_in);
  EXPECT_EQ(read.not_after, facts().not_after);
  EXPECT_EQ(read.key, facts().key);
  EXPECT_EQ(read.signer_key.bits, 521);
  EXPECT_TRUE(read.is_ca);
}

TEST(SiteFacts, OfADamagedDatabaseAreAFault) {
  EXPECT_THROW(static_cast<void>(read_site_facts("")), base::Fault);
  EXPECT_THROW(static_cast<void>(read_site_facts("stand-in")), base::Fault);
  EXPECT_THROW(static_cast<void>(read_site_facts(to_text(facts()) + "\x1f"
                                                                    "more")),
               base::Fault);
  std::string text = to_text(facts());
  text.replace(0, 8, "unknown!");
  EXPECT_THROW(static_cast<void>(read_site_facts(text)), base::Fault);
}

TEST(SiteFacts, IdentifyACertificateByItsFingerprintElseBySerialNumberAndIssuer) {
  SiteFacts one = facts();
  EXPECT_EQ(one.identity(), "AB");
  one.fingerprint.clear();
  EXPECT_EQ(one.identity(), "0279.CN=CA.O=Site");
}

TEST(SiteFacts, TellWhereTheSiteHasTheKey) {
  SiteFacts one = facts();
  EXPECT_TRUE(one.has_key());
  EXPECT_FALSE(one.has_key_in_icsf());
  one.key_type = "ICSFTOKN";
  EXPECT_TRUE(one.has_key_in_icsf());
  one.key_type.clear();
  EXPECT_FALSE(one.has_key());
}

}  // namespace
}  // namespace ringside::database
