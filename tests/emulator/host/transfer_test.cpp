// tests/emulator/host/transfer_test.cpp - content between data sets, files and systems.
#include "emulator/host/transfer.hpp"

#include <gmock/gmock.h>

#include "emulator/host/lab_files.hpp"

namespace ringside::host {
namespace {

using testing::ElementsAre;
using testing::Optional;

class Transfer : public testing::Test {
 protected:
  Transfer() {
    for (const std::string name : {"HERE", "THERE"}) {
      database::SystemRecord record{name, "zos", "", "", 0};
      lab_.add_system(record);
    }
  }
  LabFiles files(const std::string& system) { return {lab_, *lab_.systems().find(system), "root"}; }

  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'500'000'000}}};
  lab::Lab lab_{"", clock_};
};

TEST_F(Transfer, AFileGetsTextOrOctetsOfADataSet) {
  const DataSet text{"A.B", "FB", 4, {{0xc1, 0xad, 0x40, 0x40}}};
  EXPECT_THAT(file_content(text, ContentForm::text), Optional(base::to_bytes("A[\n")));
  EXPECT_THAT(file_content(text, ContentForm::octets), Optional(base::Bytes{0xc1, 0xad, 0x40, 0x40}));
  EXPECT_EQ(file_content({"A.B", "VB", 84, {{0x30, 0x82}}}, ContentForm::text), std::nullopt);
}

TEST_F(Transfer, ADataSetKeepsItsRecordsAndFormOnAnotherSystem) {
  DataSets(lab_, "HERE").put({"A.B", "FB", 2, {{1, 2}, {3, 4}}});
  EXPECT_EQ(copy_data_set(lab_, "A.B", "HERE", "THERE", "C.D"), 2u);
  EXPECT_EQ(copy_data_set(lab_, "A.B", "THERE", "HERE", "E.F").error(), "there is no such data set on THERE");
  EXPECT_THAT(DataSets(lab_, "HERE").names(), ElementsAre("A.B"));
  const auto copy = DataSets(lab_, "THERE").find("C.D");
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->record_format, "FB");
  EXPECT_EQ(copy->record_length, 2);
  EXPECT_THAT(copy->records, ElementsAre(base::Bytes{1, 2}, base::Bytes{3, 4}));
}

TEST_F(Transfer, ALibraryKeepsItsMembersOnAnotherSystem) {
  DataSets here(lab_, "HERE"), there(lab_, "THERE");
  here.put({"A.LIB", "FB", 1, {}, true});
  here.put({"A.LIB(ONE)", "FB", 1, {{1}, {2}}});
  here.put({"A.LIB(TWO)", "FB", 1, {{3}}});
  there.put({"C.LIB", "FB", 1, {}, true});
  there.put({"C.LIB(OLD)", "FB", 1, {{9}}});
  EXPECT_EQ(copy_data_set(lab_, "A.LIB", "HERE", "THERE", "C.LIB"), 3u);
  EXPECT_THAT(there.members("C.LIB"), ElementsAre("OLD", "ONE", "TWO"));
  EXPECT_THAT(there.find("C.LIB(ONE)")->records, ElementsAre(base::Bytes{1}, base::Bytes{2}));
  EXPECT_EQ(copy_data_set(lab_, "A.LIB(ONE)", "HERE", "THERE", "C.LIB(ONE2)"), 2u);
  EXPECT_EQ(copy_data_set(lab_, "A.LIB(ONE)", "HERE", "THERE", "D.SEQ"), 2u);
  EXPECT_FALSE(there.find("D.SEQ")->is_library);
  EXPECT_EQ(copy_data_set(lab_, "A.LIB(ONE)", "HERE", "THERE", "C.LIB").error(), "C.LIB is a library there");
  EXPECT_EQ(copy_data_set(lab_, "A.LIB", "HERE", "THERE", "D.SEQ").error(), "D.SEQ is a sequential data set there");
  EXPECT_EQ(copy_data_set(lab_, "A.LIB(ONE)", "HERE", "THERE", "D.SEQ(X)").error(),
            "D.SEQ is a sequential data set there");
  EXPECT_EQ(copy_data_set(lab_, "A.LIB", "HERE", "THERE", "C.LIB(X)").error(), "a library cannot become a member");
  EXPECT_EQ(copy_data_set(lab_, "A.LIB(ONE)", "HERE", "THERE", "E.LIB(X)").error(), "E.LIB does not exist there");
}

TEST_F(Transfer, AFileIsPutWithItsDirectoriesOwnerAndMode) {
  LabFiles there = files("THERE");
  ASSERT_TRUE(put_file(there, "/a/b/c", base::Bytes{1}, "izu", 0600));
  const auto status = there.status("/a/b/c");
  EXPECT_EQ(status->mode, 0600u);
  EXPECT_EQ(status->owner, "izu");
  EXPECT_EQ(status->group, "izu");
  ASSERT_TRUE(put_file(there, "/a/b/c", base::Bytes{2}, "izu"));
  EXPECT_EQ(there.status("/a/b/c")->mode, 0600u) << "the mode of a file that exists stays";
  EXPECT_EQ(put_file(there, "/a/b", {}, "izu").error(), FileError::is_directory);
}

TEST_F(Transfer, AFileIsCopiedWithItsMode) {
  LabFiles here = files("HERE"), there = files("THERE");
  ASSERT_TRUE(put_file(here, "/key", base::Bytes{1, 2}, "izu", 0640));
  ASSERT_TRUE(copy_file(here, "/key", there, "/copy", "jes"));
  EXPECT_THAT(*there.read("/copy"), ElementsAre(1, 2));
  EXPECT_EQ(there.status("/copy")->mode, 0640u);
  EXPECT_EQ(there.status("/copy")->owner, "jes");
  EXPECT_EQ(copy_file(here, "/none", there, "/copy", "jes").error(), FileError::missing);
  EXPECT_EQ(copy_file(here, "/key", there, "/no/copy", "jes").error(), FileError::missing);
}

}  // namespace
}  // namespace ringside::host
