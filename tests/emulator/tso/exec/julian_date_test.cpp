// tests/emulator/tso/exec/julian_date_test.cpp - DATE with Julian dates (TSO/E REXX Reference, "DATE").
#include "emulator/tso/exec/julian_date.hpp"

#include <gtest/gtest.h>

namespace ringside::tso {
namespace {

constexpr std::chrono::local_days today{std::chrono::year(2026) / 3 / 5};

TEST(JulianDate, IsWrittenAndRead) {
  EXPECT_EQ(julian_date({"J"}, today), "26064");
  EXPECT_EQ(julian_date({"S", "26064", "J"}, today), "20260305");
  EXPECT_EQ(julian_date({"Julian", "20121231", "Standard"}, today), "12366");
  EXPECT_EQ(julian_date({"B", "26064", "J"}, today), "739679");
  EXPECT_EQ(julian_date({"J", "739679", "B"}, today), "26064");
  EXPECT_EQ(julian_date({"W", "26064", "J"}, today), "Thursday");
  EXPECT_EQ(julian_date({std::nullopt, "26064", "J"}, today), "5 Mar 2026");
  EXPECT_EQ(julian_date({"E", "26064", "J"}, today), "05/03/26");
  EXPECT_EQ(julian_date({"J", "03/05/26", "U"}, today), "26064");
}

TEST(JulianDate, TakesYearsOfTwoDigitsNearToday) {
  EXPECT_EQ(julian_date({"S", "76001", "J"}, today), "19760101");
  EXPECT_EQ(julian_date({"S", "75365", "J"}, today), "20751231");
}

TEST(JulianDate, RefusesWhatIsNoDate) {
  for (const char* text : {"26000", "26366", "2606", "x", ""})
    EXPECT_EQ(julian_date({"S", text, "J"}, today), std::nullopt) << text;
  EXPECT_EQ(julian_date({"Q", "26064", "J"}, today), std::nullopt);
}

}  // namespace
}  // namespace ringside::tso
