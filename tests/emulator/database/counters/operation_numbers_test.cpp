// tests/emulator/database/counters/operation_numbers_test.cpp - numbers of operations when several processes use a lab.
#include "emulator/database/counters/operation_numbers.hpp"

#include <gtest/gtest.h>

#include "emulator/database/systems.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::database {
namespace {

class OperationNumbersTest : public testing::Test {
 protected:
  OperationNumbersTest() {
    SystemRecord record{"SYS1", "zos", "LOCAL", "SYS1", 0};
    systems_.add(record);
  }
  [[nodiscard]] std::int64_t stored() const {
    Store other(path_);
    return Systems(other).operations("SYS1");
  }

  test_support::TemporaryDirectory directory_;
  std::string path_ = directory_.file("numbers.lab");
  Store store_{path_};
  Systems systems_{store_};
};

TEST_F(OperationNumbersTest, ReadersCountWithoutWritingAndTheNextCommitStoresTheCount) {
  for (int n = 1; n <= 3; ++n) {
    Savepoint reading(store_);
    EXPECT_EQ(systems_.reading_operation("SYS1"), n);
    reading.keep();
  }
  // The savepoints above take the lock, so each commit stores; one that takes it at its first write does not.
  EXPECT_EQ(stored(), 3);
  store_.begin_without_lock(true);
  {
    Savepoint reading(store_);
    EXPECT_EQ(systems_.reading_operation("SYS1"), 4);
    reading.keep();
  }
  EXPECT_EQ(stored(), 3);
  EXPECT_EQ(systems_.operations("SYS1"), 4);
  Savepoint writing(store_);
  EXPECT_EQ(systems_.reading_operation("SYS1"), 5);
  systems_.set_setting("a", "1");
  writing.keep();
  EXPECT_EQ(stored(), 5);
}

TEST_F(OperationNumbersTest, WhatOnlyReadersCountedIsStoredWhenTheLabIsClosed) {
  {
    Store reader(path_);
    reader.begin_without_lock(true);
    Savepoint reading(reader);
    EXPECT_EQ(Systems(reader).reading_operation("SYS1"), 1);
    reading.keep();
  }
  EXPECT_EQ(stored(), 1);
}

TEST_F(OperationNumbersTest, HeldNumbersAreGivenAgainAndTheRestGoesBack) {
  OperationNumbers& numbers = store_.numbers();
  numbers.begin_unit();
  store_.begin_without_lock(true);
  {
    const Savepoint undone(store_);
    EXPECT_EQ(numbers.next("SYS1"), 1);
    EXPECT_EQ(numbers.next("SYS1"), 2);
  }
  EXPECT_EQ(numbers.hold("SYS1", 2, 5), 2);
  EXPECT_EQ(stored(), 5);
  {
    Savepoint again(store_);
    for (int n = 1; n <= 3; ++n) EXPECT_EQ(numbers.next("SYS1"), n);
    systems_.set_setting("a", "1");
    again.keep();
  }
  numbers.end_unit();
  EXPECT_EQ(stored(), 3);
  EXPECT_EQ(numbers.last("SYS1"), 3);
}

TEST_F(OperationNumbersTest, AnotherProcessTakesNoneOfThem) {
  Store other(path_);
  OperationNumbers& numbers = store_.numbers();
  numbers.begin_unit();
  store_.begin_without_lock(true);
  {
    const Savepoint undone(store_);
    EXPECT_EQ(numbers.next("SYS1"), 1);
    EXPECT_EQ(Systems(other).next_operation("SYS1"), 1);
  }
  EXPECT_EQ(numbers.hold("SYS1", 1, 1), 2);
  EXPECT_EQ(Systems(other).next_operation("SYS1"), 3);
  {
    const Savepoint again(store_);
    EXPECT_EQ(numbers.next("SYS1"), 2);
    EXPECT_EQ(numbers.next("SYS1"), 4);
  }
  EXPECT_EQ(numbers.hold("SYS1", 4, 0), 4);
  numbers.end_unit();
  EXPECT_EQ(stored(), 3) << "none was used";
}

}  // namespace
}  // namespace ringside::database
