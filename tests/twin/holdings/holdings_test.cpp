// tests/twin/holdings/holdings_test.cpp - what databases hold is read as plain data, without making a stand-in's key.
#include "twin/holdings/holdings.hpp"

#include <gmock/gmock.h>

#include "tests/twin/twin_lab.hpp"

namespace ringside::twin {
namespace {

using test_support::TwinLab;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Holdings, AreReadOnceForASharedDatabaseAndNotForSystemsOtherThanZos) {
  TwinLab lab;
  lab.add_system("SYS2", "SYS1");
  lab.add_system("SYS3");
  database::SystemRecord host{"HOST", "distributed", "", "", 0};
  lab.lab().add_system(host);
  const Holdings holdings = lab.holdings();
  ASSERT_EQ(holdings.databases.size(), 2U);
  EXPECT_THAT(holdings.databases[0].systems, ElementsAre("SYS1", "SYS2"));
  EXPECT_EQ(described(holdings.databases[0]), "SYS1 (SYS1, SYS2)");
  EXPECT_EQ(described(holdings.databases[1]), "SYS3");
  EXPECT_THAT(holdings.databases[1].certificates, IsEmpty());
}

TEST(Holdings, HaveTheFactsOfCertificatesAndTheMembersOfRings) {
  TwinLab lab;
  const Holdings holdings = lab.holdings();
  const HeldDatabase& database = holdings.databases.front();
  ASSERT_EQ(database.certificates.size(), 2U);
  const HeldCertificate& server = database.certificates[1];
  EXPECT_EQ(described(server), "ID(WEB) LABEL('Server')");
  EXPECT_EQ(server.subject, "CN=server");
  EXPECT_EQ(server.issuer, "CN=CA");
  EXPECT_EQ(base::listing_time(*server.not_after, {}), "2027/01/14 23:59:59");
  EXPECT_EQ(server.key_kind, "NISTECC");
  EXPECT_EQ(server.key_bits, 256);
  EXPECT_EQ(server.signature, "sha256ECDSA");
  EXPECT_TRUE(server.has_key);
  EXPECT_EQ(server.grade, "");
  ASSERT_EQ(database.rings.size(), 1U);
  EXPECT_EQ(described(database.rings.front()), "WEB/Ring");
  ASSERT_EQ(database.rings.front().members.size(), 2U);
  EXPECT_EQ(database.rings.front().members[0].certificate, 1U);
  EXPECT_TRUE(database.rings.front().members[0].is_default);
  EXPECT_EQ(database.rings.front().members[1].usage, database::Usage::certauth);
}

TEST(Holdings, OfATwinRestOnTheUnloadAndMakeNoKey) {
  TwinLab lab;
  lab.add_site_certificate("WEB", "Site", test_support::site_facts("0A", "CN=site"));
  const Holdings holdings = lab.holdings();
  const HeldCertificate& held = holdings.databases.front().certificates.back();
  EXPECT_EQ(described(held), "ID(WEB) LABEL('Site') (stand-in)");
  EXPECT_EQ(held.serial, "0A");
  EXPECT_EQ(held.subject, "CN=site");
  EXPECT_EQ(base::listing_time(*held.not_after, {}), "2026/02/01 23:59:59");
  EXPECT_EQ(held.key_bits, 2048);
  EXPECT_TRUE(held.has_key);
  EXPECT_THAT(held.der, IsEmpty());
}

TEST(Holdings, KnowOfTheKeyOnlyWhatTheUnloadTells) {
  TwinLab lab;
  database::SiteFacts facts = test_support::site_facts("0A", "CN=site");
  facts.key = {"RSA", 1024};
  facts.key_size = 0;
  facts.not_before = facts.not_after = {};
  lab.add_site_certificate("WEB", "Site", facts);
  const Holdings holdings = lab.holdings();
  const HeldCertificate& held = holdings.databases.front().certificates.back();
  EXPECT_EQ(held.key_kind, "");
  EXPECT_EQ(held.not_after, std::nullopt);
}

}  // namespace
}  // namespace ringside::twin
