// tests/emulator/database/data_sets_test.cpp - data sets with their records, each on its system.
#include "emulator/database/data_sets.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "tests/emulator/database/two_databases.hpp"

namespace ringside::database {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class DataSetsTest : public TwoDatabases {
 protected:
  DataSets data_sets_{store_};
};

TEST_F(DataSetsTest, RecordsComeBackWithTheirBounds) {
  const base::Bytes long_record(70'000, 0xa5);
  data_sets_.put("SYSA", {"IBMUSER.CERT", "FB", 80, {{0x00, 0x01}, {}, long_record, {0xff}}});
  const auto read = data_sets_.find("SYSA", "IBMUSER.CERT");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->name, "IBMUSER.CERT");
  EXPECT_EQ(read->record_format, "FB");
  EXPECT_EQ(read->record_length, 80);
  EXPECT_THAT(read->records, ElementsAre(base::Bytes{0x00, 0x01}, base::Bytes{}, long_record, base::Bytes{0xff}));
}

TEST_F(DataSetsTest, BelongToTheirSystem) {
  data_sets_.put("SYSA", {"A.B", "VB", 84, {}});
  EXPECT_FALSE(data_sets_.find("SYSB", "A.B"));
  EXPECT_THAT(data_sets_.names("SYSB"), IsEmpty());
  EXPECT_THROW(data_sets_.put("NONE", {"A.B", "VB", 84, {}}), base::Fault);
}

TEST_F(DataSetsTest, PuttingReplacesTheWhole) {
  data_sets_.put("SYSA", {"A.B", "VB", 84, {{1}, {2}}});
  data_sets_.put("SYSA", {"A.B", "VB", 255, {{3}}});
  EXPECT_EQ(data_sets_.find("SYSA", "A.B")->record_length, 255);
  EXPECT_EQ(data_sets_.find("SYSA", "A.B")->records.size(), 1u);
}

TEST_F(DataSetsTest, AreListedByNameAndRemovedOnce) {
  data_sets_.put("SYSA", {"B", "VB", 84, {}});
  data_sets_.put("SYSA", {"A", "VB", 84, {}});
  EXPECT_THAT(data_sets_.names("SYSA"), ElementsAre("A", "B"));
  EXPECT_TRUE(data_sets_.remove("SYSA", "A"));
  EXPECT_FALSE(data_sets_.remove("SYSA", "A"));
}

TEST_F(DataSetsTest, LengthsThatReachBeyondTheEndAreAFault) {
  for (const char* blob : {"x'000000'", "x'00000005AA'", "x'FFFFFFFF'", "x'0000000100FF'"}) {
    data_sets_.put("SYSA", {"A", "VB", 84, {}});
    store_.query((std::string("UPDATE data_set SET records=") + blob).c_str()).run();
    EXPECT_THROW((void)data_sets_.find("SYSA", "A"), base::Fault) << blob;
  }
}

TEST_F(DataSetsTest, ALibraryHasMembersInItsFormat) {
  data_sets_.put("SYSA", {"A.LIB", "FB", 80, {}, true});
  data_sets_.put("SYSA", {"A.LIB(TWO)", "FB", 80, {{2}}});
  data_sets_.put("SYSA", {"A.LIB(ONE)", "FB", 80, {{1}, {}}});
  const auto library = data_sets_.find("SYSA", "A.LIB");
  ASSERT_TRUE(library);
  EXPECT_TRUE(library->is_library);
  EXPECT_THAT(library->records, IsEmpty());
  const auto member = data_sets_.find("SYSA", "A.LIB(ONE)");
  ASSERT_TRUE(member);
  EXPECT_FALSE(member->is_library);
  EXPECT_EQ(member->name, "A.LIB(ONE)");
  EXPECT_EQ(member->record_format, "FB");
  EXPECT_EQ(member->record_length, 80);
  EXPECT_THAT(member->records, ElementsAre(base::Bytes{1}, base::Bytes{}));
  EXPECT_THAT(data_sets_.names("SYSA"), ElementsAre("A.LIB")) << "members are no data sets of their own";
  EXPECT_THAT(data_sets_.members("SYSA", "A.LIB"), ElementsAre("ONE", "TWO"));
  EXPECT_THAT(data_sets_.members("SYSB", "A.LIB"), IsEmpty());
  EXPECT_FALSE(data_sets_.find("SYSA", "A.LIB(THREE)"));
}

TEST_F(DataSetsTest, MembersAreReplacedAndRemovedAloneOrWithTheirLibrary) {
  data_sets_.put("SYSA", {"A.LIB", "FB", 80, {}, true});
  data_sets_.put("SYSA", {"A.LIB(ONE)", "FB", 80, {{1}}});
  data_sets_.put("SYSA", {"A.LIB(TWO)", "FB", 80, {{2}}});
  data_sets_.put("SYSA", {"A.LIB(ONE)", "FB", 120, {{3}}});
  EXPECT_THAT(data_sets_.find("SYSA", "A.LIB(ONE)")->records, ElementsAre(base::Bytes{3}));
  EXPECT_EQ(data_sets_.find("SYSA", "A.LIB")->record_length, 120);
  data_sets_.put("SYSA", {"A.LIB", "FB", 80, {}, true});
  EXPECT_THAT(data_sets_.members("SYSA", "A.LIB"), ElementsAre("ONE", "TWO")) << "a library keeps its members";
  EXPECT_TRUE(data_sets_.remove("SYSA", "A.LIB(ONE)"));
  EXPECT_FALSE(data_sets_.remove("SYSA", "A.LIB(ONE)"));
  EXPECT_TRUE(data_sets_.remove("SYSA", "A.LIB"));
  EXPECT_FALSE(data_sets_.find("SYSA", "A.LIB(TWO)"));
}

TEST_F(DataSetsTest, ALibraryIsNotOverwrittenByASequentialDataSet) {
  data_sets_.put("SYSA", {"A.LIB", "FB", 80, {}, true});
  data_sets_.put("SYSA", {"A.SEQ", "FB", 80, {}});
  EXPECT_THROW(data_sets_.put("SYSA", {"A.LIB", "FB", 80, {}}), base::Fault);
  EXPECT_THROW(data_sets_.put("SYSA", {"A.SEQ", "FB", 80, {}, true}), base::Fault);
  EXPECT_THROW(data_sets_.put("SYSA", {"A.SEQ(M)", "FB", 80, {}}), base::Fault);
  EXPECT_THROW(data_sets_.put("SYSA", {"A.NONE(M)", "FB", 80, {}}), base::Fault);
}

}  // namespace
}  // namespace ringside::database
