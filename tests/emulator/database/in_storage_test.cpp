// tests/emulator/database/in_storage_test.cpp - copies of certificates and rings, each database's own.
#include "emulator/database/in_storage.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/database/two_databases.hpp"

namespace ringside::database {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class InStorageTest : public TwoDatabases {
 protected:
  static void fill(SecurityDatabase& racf, const std::string& label) {
    CertificateRecord record;
    record.owner = "SRV";
    record.label = label;
    record.profile = "00." + label;
    record.der = base::Bytes{0x30, 0x00};
    record.private_key = base::Bytes{1, 2, 3};
    record.key_fingerprint = label;
    record.subject = {0x30, 0x01};
    racf.certificates.add(record);
    racf.rings.add("SRV", "Ring");
    racf.rings.connect(racf.rings.find("SRV", "Ring")->id, {record.id, Usage::certauth, true});
  }
};

TEST_F(InStorageTest, CopiesKeepEveryColumnUntilTheyAreLoadedAgain) {
  fill(here_, "one");
  here_.in_storage.load_certificates();
  here_.in_storage.load_rings();
  here_.certificates.remove(here_.certificates.by_label("SRV", "one")->id);
  here_.rings.remove(here_.rings.find("SRV", "Ring")->id);
  const auto copied = here_.in_storage.certificate("00.one");
  ASSERT_TRUE(copied);
  EXPECT_EQ(copied->label, "one");
  EXPECT_THAT(*copied->private_key, ElementsAre(1, 2, 3));
  EXPECT_EQ(here_.in_storage.certificates_of("SRV").size(), 1u);
  EXPECT_THAT(here_.in_storage.rings_of("SRV"), ElementsAre("Ring"));
  const auto members = here_.in_storage.members("SRV", "Ring");
  ASSERT_TRUE(members);
  ASSERT_EQ(members->size(), 1u);
  EXPECT_EQ(members->front().profile, "00.one");
  EXPECT_EQ(members->front().usage, Usage::certauth);
  EXPECT_TRUE(members->front().is_default);
  here_.in_storage.load_certificates();
  here_.in_storage.load_rings();
  EXPECT_FALSE(here_.in_storage.certificate("00.one"));
  EXPECT_FALSE(here_.in_storage.members("SRV", "Ring"));
}

// SQLite gives the id of the last row again once the row is deleted.
TEST_F(InStorageTest, ACopyOfOneDatabaseStaysBesideANewerRowOfAnother) {
  fill(here_, "one");
  here_.in_storage.load_certificates();
  here_.in_storage.load_rings();
  here_.rings.remove(here_.rings.find("SRV", "Ring")->id);
  here_.certificates.remove(here_.certificates.by_label("SRV", "one")->id);
  fill(there_, "two");
  there_.in_storage.load_certificates();
  there_.in_storage.load_rings();
  EXPECT_TRUE(here_.in_storage.certificate("00.one"));
  EXPECT_TRUE(there_.in_storage.certificate("00.two"));
  EXPECT_FALSE(there_.in_storage.certificate("00.one"));
  here_.in_storage.drop_certificates();
  here_.in_storage.drop_rings();
  EXPECT_THAT(here_.in_storage.rings_of("SRV"), IsEmpty());
  EXPECT_THAT(there_.in_storage.rings_of("SRV"), ElementsAre("Ring"));
}

}  // namespace
}  // namespace ringside::database
