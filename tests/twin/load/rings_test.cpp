// tests/twin/load/rings_test.cpp - key rings of an unload and what does not fit together in them.
#include "twin/load/rings.hpp"

#include <gmock/gmock.h>

#include "tests/twin/load/site.hpp"

namespace ringside::twin {
namespace {

using test_support::Site;
using test_support::SiteCertificate;
using test_support::Twin;
using testing::HasSubstr;

const SiteCertificate member_ca{"irrcerta", "CA", "00", "CN=CA", "CN=CA"};
const SiteCertificate member_server{"IZUSVR", "Server", "01", "CN=CA", "CN=server"};

Site site_with_ring() {
  Site made;
  made.certificate(member_ca);
  made.certificate(member_server);
  made.ring("IZUSVR", "My\u00a2Ring");
  return made;
}

TEST(LoadedRings, HaveTheirMembersInOrderWithUsageAndDefault) {
  Site made = site_with_ring();
  made.member("IZUSVR.My\u00a2Ring", member_server, "PERSONAL", true);
  made.member("IZUSVR.My\u00a2Ring", member_ca, "CERTAUTH");
  Twin twin(made);
  ASSERT_TRUE(twin.report()) << twin.report().error();
  EXPECT_EQ(twin.report()->rings, 1U);
  EXPECT_TRUE(twin.report()->remarks.empty());
  const auto ring = twin.database().rings.find("IZUSVR", "My Ring");
  ASSERT_TRUE(ring);
  const auto members = twin.database().rings.listed_members(ring->id);
  ASSERT_EQ(members.size(), 2U);
  EXPECT_EQ(members[0].label, "Server");
  EXPECT_TRUE(members[0].is_default);
  EXPECT_EQ(members[1].usage, database::Usage::certauth);
}

TEST(LoadedRings, TellLabelsThatDiffer) {
  Site made = site_with_ring();
  SiteCertificate renamed = member_server;
  renamed.label = "Other";
  made.member("IZUSVR.My\u00a2Ring", renamed, "PERSONAL");
  Twin twin(made);
  EXPECT_EQ(twin.remarks("label differs"), 1U);
  EXPECT_THAT(twin.database().load_remarks.all().front().sentence, HasSubstr("'Other', record 0207 'Server'"));
}

TEST(LoadedRings, TellMembersAndRingsThatAreNotThere) {
  Site made = site_with_ring();
  made.member("IZUSVR.My\u00a2Ring", {"IZUSVR", "x", "77", "CN=none"}, "PERSONAL");
  made.member("IZUSVR.Nowhere", member_server, "PERSONAL");
  made.ring("NOBODY", "Ring");
  made.ring("NORING", "");
  Twin twin(made);
  EXPECT_EQ(twin.remarks("member without certificate"), 1U);
  EXPECT_EQ(twin.remarks("members without ring"), 1U);
  EXPECT_EQ(twin.remarks("ring without member"), 2U);
  EXPECT_EQ(twin.remarks("ring left out"), 2U);
}

TEST(LoadedRings, TakeTheLastOfSeveralDefaultsAndPersonalForAnUnknownUsage) {
  Site made = site_with_ring();
  made.member("IZUSVR.My\u00a2Ring", member_server, "WHATEVER", true);
  made.member("IZUSVR.My\u00a2Ring", member_ca, "CERTAUTH", true);
  Twin twin(made);
  EXPECT_EQ(twin.remarks("several defaults"), 1U);
  EXPECT_EQ(twin.remarks("usage that is none"), 1U);
  const auto ring = twin.database().rings.find("IZUSVR", "My Ring");
  EXPECT_TRUE(twin.database().rings.listed_members(ring->id)[1].is_default);
  EXPECT_FALSE(twin.database().rings.listed_members(ring->id)[0].is_default);
}

}  // namespace
}  // namespace ringside::twin
