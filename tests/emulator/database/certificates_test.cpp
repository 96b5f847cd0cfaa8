// tests/emulator/database/certificates_test.cpp - certificates found by name, label, key and subject.
#include "emulator/database/certificates.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "tests/emulator/database/two_databases.hpp"

namespace ringside::database {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CertificatesTest : public TwoDatabases {
 protected:
  static CertificateRecord record(const std::string& owner, const std::string& label, const std::string& profile) {
    CertificateRecord record;
    record.owner = owner;
    record.label = label;
    record.profile = profile;
    record.der = base::Bytes{0x30, 0x00, 0xff};
    record.key_fingerprint = "one key";
    record.subject = {0x30, 0x01};
    return record;
  }

  std::int64_t add(CertificateRecord record) {
    here_.certificates.add(record);
    return record.id;
  }

  static std::vector<std::string> labels(const std::vector<CertificateRecord>& records) {
    std::vector<std::string> labels;
    for (const CertificateRecord& record : records) labels.push_back(record.label);
    return labels;
  }
};

TEST_F(CertificatesTest, EveryColumnComesBack) {
  CertificateRecord written = record("IZUSVR", "DefaultzOSMFCert.IZUDFLT", "01.CN=z/OSMF\u00a2CertAuth");
  written.status = Status::hightrust;
  written.private_key = base::Bytes{0x00, 0x80, 0xff};
  written.last_serial = 633;
  written.request_made = true;
  written.pkds_label = "IZU.KEY";
  here_.certificates.add(written);
  const auto read = here_.certificates.by_id(written.id);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->owner, written.owner);
  EXPECT_EQ(read->label, written.label);
  EXPECT_EQ(read->profile, written.profile);
  EXPECT_EQ(read->status, Status::hightrust);
  EXPECT_EQ(read->der, written.der);
  EXPECT_EQ(read->private_key, written.private_key);
  EXPECT_EQ(read->key_fingerprint, written.key_fingerprint);
  EXPECT_EQ(read->subject, written.subject);
  EXPECT_EQ(read->last_serial, 633);
  EXPECT_TRUE(read->request_made);
  EXPECT_EQ(read->pkds_label, "IZU.KEY");
}

TEST_F(CertificatesTest, ACertificateWithoutKeyHasNone) {
  const auto read = here_.certificates.by_id(add(record("A", "L", "P")));
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->private_key);
  EXPECT_FALSE(read->has_key());
}

TEST_F(CertificatesTest, AKeyInIcsfIsAKey) {
  CertificateRecord record_with_label = record("A", "L", "P");
  record_with_label.pkds_label = "KEY";
  const auto read = here_.certificates.by_id(add(record_with_label));
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->private_key);
  EXPECT_TRUE(read->has_key());
}

TEST_F(CertificatesTest, LabelsAreFoundByOwnerAndExactly) {
  add(record("irrcerta", "zOSMFCA", "P1"));
  EXPECT_TRUE(here_.certificates.by_label("irrcerta", "zOSMFCA"));
  EXPECT_FALSE(here_.certificates.by_label("irrcerta", "ZOSMFCA"));
  EXPECT_FALSE(here_.certificates.by_label("irrsitec", "zOSMFCA"));
  EXPECT_TRUE(here_.certificates.by_profile("P1"));
}

TEST_F(CertificatesTest, ListsAreInTheOrderOfCreation) {
  add(record("A", "second by name", "P1"));
  add(record("A", "a first by name", "P2"));
  add(record("B", "other owner", "P3"));
  EXPECT_THAT(labels(here_.certificates.by_owner("A")), ElementsAre("second by name", "a first by name"));
  EXPECT_THAT(labels(here_.certificates.by_key("one key")),
              ElementsAre("second by name", "a first by name", "other owner"));
  EXPECT_THAT(labels(here_.certificates.by_subject({0x30, 0x01})), testing::SizeIs(3));
  EXPECT_THAT(here_.certificates.by_subject({0x30}), IsEmpty());
}

TEST_F(CertificatesTest, LabelAndProfileNameAreUniqueInOneDatabaseOnly) {
  add(record("A", "L", "P"));
  EXPECT_THROW(add(record("A", "L", "P2")), base::Fault);
  EXPECT_THROW(add(record("A", "L2", "P")), base::Fault);
  CertificateRecord same = record("A", "L", "P");
  EXPECT_NO_THROW(there_.certificates.add(same));
}

TEST_F(CertificatesTest, ADatabaseNeitherSeesNorChangesAnothersCertificates) {
  CertificateRecord mine = record("A", "L", "P");
  here_.certificates.add(mine);
  EXPECT_FALSE(there_.certificates.by_id(mine.id));
  EXPECT_THAT(there_.certificates.by_key("one key"), IsEmpty());
  there_.certificates.remove(mine.id);
  mine.label = "changed";
  there_.certificates.replace(mine);
  EXPECT_THAT(labels(here_.certificates.by_owner("A")), ElementsAre("L"));
}

TEST_F(CertificatesTest, ReplacingKeepsTheIdAndThePlaceInRings) {
  CertificateRecord mine = record("A", "L", "P");
  here_.certificates.add(mine);
  here_.rings.add("A", "RING");
  const auto ring = here_.rings.find("A", "RING");
  here_.rings.connect(ring->id, {mine.id, Usage::personal, true});
  mine.profile = "renewed";
  mine.private_key.reset();
  here_.certificates.replace(mine);
  EXPECT_EQ(here_.certificates.by_profile("renewed")->id, mine.id);
  EXPECT_EQ(here_.rings.members(ring->id).size(), 1u);
}

TEST_F(CertificatesTest, RemovingTakesItOffEveryRing) {
  const std::int64_t id = add(record("A", "L", "P"));
  for (const char* name : {"R1", "R2"}) {
    here_.rings.add("A", name);
    here_.rings.connect(here_.rings.find("A", name)->id, {id, Usage::personal, false});
  }
  here_.certificates.remove(id);
  EXPECT_FALSE(here_.certificates.by_id(id));
  EXPECT_THAT(here_.rings.members(here_.rings.find("A", "R1")->id), IsEmpty());
  EXPECT_THAT(here_.rings.members(here_.rings.find("A", "R2")->id), IsEmpty());
}

TEST_F(CertificatesTest, AStatusThatNobodyWroteIsAFault) {
  add(record("A", "L", "P"));
  store_.query("UPDATE certificate SET status='MAYBE'").run();
  EXPECT_THROW((void)here_.certificates.by_label("A", "L"), base::Fault);
}

TEST_F(CertificatesTest, AreCountedAndFoundByLabelInTheirDatabase) {
  const std::int64_t id = add(record("A", "one", "p1"));
  add(record("B", "one", "p2"));
  EXPECT_EQ(here_.certificates.id_by_label("A", "one"), id);
  EXPECT_EQ(here_.certificates.id_by_label("A", "two"), std::nullopt);
  EXPECT_EQ(there_.certificates.id_by_label("A", "one"), std::nullopt);
  EXPECT_EQ(here_.certificates.count(), 2);
  EXPECT_EQ(there_.certificates.count(), 0);
}

}  // namespace
}  // namespace ringside::database
