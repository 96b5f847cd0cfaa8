// tests/twin/records/record_test.cpp - fields of a record are read by their columns.
#include "twin/records/record.hpp"

#include <gtest/gtest.h>

#include "base/fault.hpp"

namespace ringside::twin {
namespace {

Record group(const std::string& rest = "") {
  return Record("0100 SYS1" + std::string(5, ' ') + std::string(9, ' ') + "2013-05-17 IBMUSER" + rest);
}

TEST(RecordTest, AFieldIsTheTextOfItsColumnsWithoutTheBlanksAtItsEnd) {
  EXPECT_EQ(group().type(), "0100");
  EXPECT_EQ(group().text(field("GPBD_NAME")), "SYS1");
  EXPECT_EQ(group().text(field("GPBD_SUPGRP_ID")), "");
  EXPECT_EQ(group().text(field("GPBD_OWNER_ID")), "IBMUSER");
  EXPECT_EQ(group().date(field("GPBD_CREATE_DATE")), (base::CivilTime{2013, 5, 17}));
}

TEST(RecordTest, WhatLiesBeyondTheEndOfTheLineIsBlank) {
  EXPECT_EQ(group().text(field("GPBD_INSTALL_DATA")), "");
  EXPECT_FALSE(group().flag(field("GPBD_UNIVERSAL")));
  EXPECT_EQ(Record("02").type(), "02");
  EXPECT_EQ(Record("").type(), "");
}

TEST(RecordTest, AColumnIsACharacterNotAnOctet) {
  const Record ring("0500 IZUSVR.A\u00a2B" + std::string(236, ' ') + " DIGTRING");
  EXPECT_EQ(ring.text(field("GRBD_NAME")), "IZUSVR.A\u00a2B");
  EXPECT_EQ(ring.text(field("GRBD_CLASS_NAME")), "DIGTRING");
}

TEST(RecordTest, AnythingThatIsNoNumberOrDateIsNotRead) {
  const Field number{"N", 1, 5, FieldKind::number}, day{"D", 1, 10, FieldKind::date},
      time{"T", 12, 19, FieldKind::time};
  EXPECT_EQ(Record("00042").number(number), 42);
  EXPECT_EQ(Record("   42").number(number), 42);
  EXPECT_EQ(Record("     ").number(number), std::nullopt);
  EXPECT_EQ(Record("4x").number(number), std::nullopt);
  EXPECT_EQ(Record("2024-02-30").date(day), std::nullopt);
  EXPECT_EQ(Record("2024-02-28 12:30:05").moment(day, time), (base::CivilTime{2024, 2, 28, 12, 30, 5}));
  EXPECT_EQ(Record("2024-02-28").moment(day, time), (base::CivilTime{2024, 2, 28}));
  EXPECT_EQ(Record("2024-02-28 25:00:00").moment(day, time), std::nullopt);
}

}  // namespace
}  // namespace ringside::twin
