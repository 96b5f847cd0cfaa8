// tests/emulator/database/rings_test.cpp - key rings and what is connected to them.
#include "emulator/database/rings.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "tests/emulator/database/two_databases.hpp"

namespace ringside::database {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class RingsTest : public TwoDatabases {
 protected:
  std::int64_t certificate(const std::string& label) {
    CertificateRecord record;
    record.owner = "A";
    record.label = label;
    record.profile = label;
    here_.certificates.add(record);
    return record.id;
  }
  std::int64_t ring(const std::string& name) {
    here_.rings.add("A", name);
    return here_.rings.find("A", name)->id;
  }
  std::vector<std::int64_t> members(std::int64_t ring_id) {
    std::vector<std::int64_t> ids;
    for (const RingMember& member : here_.rings.members(ring_id)) ids.push_back(member.certificate_id);
    return ids;
  }
};

TEST_F(RingsTest, NamesAreComparedExactly) {
  ring("IZUKeyring.IZUDFLT");
  EXPECT_TRUE(here_.rings.find("A", "IZUKeyring.IZUDFLT"));
  EXPECT_FALSE(here_.rings.find("A", "IZUKEYRING.IZUDFLT"));
  EXPECT_NO_THROW(ring("IZUKEYRING.IZUDFLT"));
  EXPECT_THROW(ring("IZUKeyring.IZUDFLT"), base::Fault);
}

TEST_F(RingsTest, ARingBelongsToOneDatabase) {
  const std::int64_t id = ring("RING");
  EXPECT_FALSE(there_.rings.find("A", "RING"));
  EXPECT_THAT(there_.rings.by_owner(""), IsEmpty());
  there_.rings.remove(id);
  EXPECT_TRUE(here_.rings.find("A", "RING"));
}

TEST_F(RingsTest, OwnersRingsAreListedInTheOrderOfCreation) {
  ring("Z");
  ring("B");
  here_.rings.add("OTHER", "C");
  std::vector<std::string> names;
  for (const Ring& each : here_.rings.by_owner("A")) names.push_back(each.name);
  EXPECT_THAT(names, ElementsAre("Z", "B"));
  EXPECT_EQ(here_.rings.by_owner("").size(), 3u);
}

TEST_F(RingsTest, MembersAreListedInTheOrderOfConnection) {
  const std::int64_t id = ring("RING");
  const std::int64_t first = certificate("1");
  const std::int64_t second = certificate("2");
  here_.rings.connect(id, {second, Usage::certauth, false});
  here_.rings.connect(id, {first, Usage::personal, true});
  EXPECT_THAT(members(id), ElementsAre(second, first));
  const auto listed = here_.rings.members(id);
  EXPECT_EQ(listed[0].usage, Usage::certauth);
  EXPECT_TRUE(listed[1].is_default);
}

TEST_F(RingsTest, MembersAreListedWithOwnerAndLabel) {
  const std::int64_t id = ring("RING");
  const std::int64_t first = certificate("1");
  here_.rings.connect(id, {certificate("2"), Usage::certauth, false});
  here_.rings.connect(id, {first, Usage::personal, true});
  const auto listed = here_.rings.listed_members(id);
  ASSERT_EQ(listed.size(), 2u);
  EXPECT_EQ(listed[0].label + listed[1].label, "21");
  EXPECT_EQ(listed[0].owner, "A");
  EXPECT_EQ(listed[0].usage, Usage::certauth);
  EXPECT_FALSE(listed[0].is_default);
  EXPECT_TRUE(listed[1].is_default);
}

TEST_F(RingsTest, ConnectingAgainChangesUsageAndKeepsThePlace) {
  const std::int64_t id = ring("RING");
  const std::int64_t first = certificate("1");
  const std::int64_t second = certificate("2");
  here_.rings.connect(id, {first, Usage::personal, true});
  here_.rings.connect(id, {second, Usage::personal, false});
  here_.rings.connect(id, {first, Usage::site, false});
  EXPECT_THAT(members(id), ElementsAre(first, second));
  EXPECT_EQ(here_.rings.members(id)[0].usage, Usage::site);
  EXPECT_FALSE(here_.rings.members(id)[0].is_default);
}

TEST_F(RingsTest, ANewDefaultTakesTheFlagFromTheOldOneOfThisRingOnly) {
  const std::int64_t id = ring("RING");
  const std::int64_t other = ring("OTHER");
  const std::int64_t first = certificate("1");
  const std::int64_t second = certificate("2");
  here_.rings.connect(other, {first, Usage::personal, true});
  here_.rings.connect(id, {first, Usage::personal, true});
  here_.rings.connect(id, {second, Usage::personal, true});
  EXPECT_FALSE(here_.rings.members(id)[0].is_default);
  EXPECT_TRUE(here_.rings.members(id)[1].is_default);
  EXPECT_TRUE(here_.rings.members(other)[0].is_default);
}

TEST_F(RingsTest, DisconnectingSaysWhetherItWasThere) {
  const std::int64_t id = ring("RING");
  const std::int64_t first = certificate("1");
  here_.rings.connect(id, {first, Usage::personal, false});
  EXPECT_TRUE(here_.rings.disconnect(id, first));
  EXPECT_FALSE(here_.rings.disconnect(id, first));
}

TEST_F(RingsTest, RemovingARingLeavesItsCertificates) {
  const std::int64_t id = ring("RING");
  const std::int64_t first = certificate("1");
  here_.rings.connect(id, {first, Usage::personal, false});
  here_.rings.remove(id);
  EXPECT_TRUE(here_.certificates.by_id(first));
  EXPECT_THAT(here_.rings.by_certificate(first), IsEmpty());
}

TEST_F(RingsTest, AReplacedMemberLeavesItsPlaceUsageAndDefaultToTheNewOne) {
  const std::int64_t id = ring("RING");
  const std::int64_t old_one = certificate("old");
  const std::int64_t last = certificate("last");
  const std::int64_t new_one = certificate("new");
  here_.rings.connect(id, {old_one, Usage::site, true});
  here_.rings.connect(id, {last, Usage::personal, false});
  here_.rings.connect(id, {new_one, Usage::personal, false});
  here_.rings.replace_member(id, old_one, new_one);
  EXPECT_THAT(members(id), ElementsAre(new_one, last));
  EXPECT_EQ(here_.rings.members(id)[0].usage, Usage::site);
  EXPECT_TRUE(here_.rings.members(id)[0].is_default);
}

TEST_F(RingsTest, TheRingsOfACertificateAreFound) {
  const std::int64_t first = certificate("1");
  for (const char* name : {"Z", "B"}) here_.rings.connect(ring(name), {first, Usage::personal, false});
  ring("WITHOUT");
  std::vector<std::string> names;
  for (const Ring& each : here_.rings.by_certificate(first)) names.push_back(each.name);
  EXPECT_THAT(names, ElementsAre("Z", "B"));
  EXPECT_THAT(there_.rings.by_certificate(first), IsEmpty());
}

}  // namespace
}  // namespace ringside::database
