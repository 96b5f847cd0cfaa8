// tests/emulator/database/name_filters_test.cpp - name filters found by label and by names.
#include "emulator/database/name_filters.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "tests/emulator/database/two_databases.hpp"

namespace ringside::database {
namespace {

using testing::ElementsAre;

class NameFiltersTest : public TwoDatabases {
 protected:
  NameFilter add(const std::string& owner, const std::string& label, const std::string& issuer,
                 const std::string& subject) {
    NameFilter filter{0, owner, label, issuer, subject, "", true};
    here_.filters.add(filter);
    return filter;
  }
};

TEST_F(NameFiltersTest, EveryColumnComesBack) {
  NameFilter written{0, "irrmulti", "by application", "OU=CA.O=Z", "OU=X.O=Y", "APPLID=&APPLID", true};
  here_.filters.add(written);
  const auto read = here_.filters.by_label("irrmulti", "by application");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->id, written.id);
  EXPECT_EQ(read->issuer_filter, "OU=CA.O=Z");
  EXPECT_EQ(read->subject_filter, "OU=X.O=Y");
  EXPECT_EQ(read->criteria, "APPLID=&APPLID");
  EXPECT_TRUE(read->trusted);
  EXPECT_FALSE(there_.filters.by_label("irrmulti", "by application"));
}

TEST_F(NameFiltersTest, NamesAreGivenToOneFilterOnly) {
  add("A", "L", "OU=CA", "");
  EXPECT_TRUE(here_.filters.by_names("OU=CA", ""));
  EXPECT_FALSE(here_.filters.by_names("", "OU=CA"));
  EXPECT_THROW(add("B", "L", "OU=CA", ""), base::Fault);
  EXPECT_THROW(add("A", "L", "OU=OTHER", ""), base::Fault) << "a label is its owner's once";
}

TEST_F(NameFiltersTest, ListsAreInTheOrderOfCreation) {
  add("B", "2", "OU=2", "");
  add("A", "3", "OU=3", "");
  add("B", "1", "OU=1", "");
  std::vector<std::string> labels;
  for (const NameFilter& filter : here_.filters.by_owner("B")) labels.push_back(filter.label);
  EXPECT_THAT(labels, ElementsAre("2", "1"));
  EXPECT_EQ(here_.filters.all().size(), 3u);
}

TEST_F(NameFiltersTest, ReplacingAndRemovingReachTheirOwnDatabaseOnly) {
  NameFilter filter = add("A", "L", "OU=CA", "");
  filter.label = "renamed";
  filter.trusted = false;
  there_.filters.replace(filter);
  there_.filters.remove(filter.id);
  ASSERT_TRUE(here_.filters.by_label("A", "L"));
  here_.filters.replace(filter);
  ASSERT_TRUE(here_.filters.by_label("A", "renamed"));
  EXPECT_FALSE(here_.filters.by_label("A", "renamed")->trusted);
  here_.filters.remove(filter.id);
  EXPECT_TRUE(here_.filters.all().empty());
}

}  // namespace
}  // namespace ringside::database
