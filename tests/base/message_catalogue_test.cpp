// tests/base/message_catalogue_test.cpp - rows and inserts of a catalogue.
#include "base/message_catalogue.hpp"

#include <array>

#include <gtest/gtest.h>

#include "base/fault.hpp"

namespace ringside::base {
namespace {

enum class Id { plain, two };
constexpr std::array rows = {MessageRow<Id>{Id::plain, "AAA001I", "NOTHING TO LIST", 4, Mark::high, "page 1"},
                             MessageRow<Id>{Id::two, "AAA002I", "{} - ENDED - {}", 0, Mark::low, "page 2"}};
constexpr MessageCatalogue<Id> catalogue(rows);

TEST(MessageCatalogue, FindsARowByItsId) {
  EXPECT_EQ(catalogue.row(Id::plain).return_code, 4);
  EXPECT_EQ(catalogue.number(Id::two), "AAA002I");
}

TEST(MessageCatalogue, FillsInsertsInInTheirOrder) {
  EXPECT_EQ(catalogue.line(Id::two, {"JOB1", "CC 0000"}), "AAA002I JOB1 - ENDED - CC 0000");
  EXPECT_EQ(catalogue.text(Id::plain), "NOTHING TO LIST");
}

TEST(MessageCatalogue, KeepsBracesOfAnInsert) {
  EXPECT_EQ(catalogue.text(Id::two, {"{}", "X"}), "{} - ENDED - X");
}

TEST(MessageCatalogue, AWrongCountOfInsertsIsAFault) {
  EXPECT_THROW((void)catalogue.text(Id::two, {"JOB1"}), Fault);
  EXPECT_THROW((void)catalogue.text(Id::plain, {"JOB1"}), Fault);
}

}  // namespace
}  // namespace ringside::base
