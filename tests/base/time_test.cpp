// tests/base/time_test.cpp - moments, zones, and the forms in which RACF writes and reads them.
#include "base/time.hpp"

#include <gtest/gtest.h>

namespace ringside::base {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// `date -u -d @1368748800` of GNU coreutils: Fri May 17 00:00:00 UTC 2013.
constexpr Instant may_2013{seconds{1'368'748'800}};

TEST(Time, AMomentReadsAsTheCalendarSays) {
  EXPECT_EQ(to_local(may_2013, Zone{}), (CivilTime{2013, 5, 17, 0, 0, 0}));
  EXPECT_EQ(from_local({2013, 5, 17, 0, 0, 0}, Zone{}), may_2013);
  EXPECT_EQ(to_local(Instant{seconds{-1}}, Zone{}), (CivilTime{1969, 12, 31, 23, 59, 59}));
}

TEST(Time, TheZoneMovesLocalTimeAndNotTheMoment) {
  const Zone new_york{minutes{-300}};
  EXPECT_EQ(to_local(may_2013, new_york), (CivilTime{2013, 5, 16, 19, 0, 0}));
  EXPECT_EQ(from_local({2013, 5, 16, 19, 0, 0}, new_york), may_2013);
  EXPECT_EQ(listing_time(may_2013, Zone{minutes{330}}), "2013/05/17 05:30:00");
}

TEST(Time, DaysAndHoursThatDoNotExistAreRefused) {
  for (const CivilTime& none :
       {CivilTime{2023, 2, 29}, CivilTime{2023, 13, 1}, CivilTime{2023, 0, 1}, CivilTime{2023, 4, 31},
        CivilTime{2023, 1, 0}, CivilTime{2023, 1, -1}, CivilTime{2023, 1, 1, 24}, CivilTime{2023, 1, 1, 0, 60},
        CivilTime{2023, 1, 1, 0, 0, -1}})
    EXPECT_EQ(from_local(none, Zone{}), std::nullopt) << none.month << '/' << none.day << ' ' << none.hour;
  EXPECT_TRUE(from_local({2024, 2, 29}, Zone{}));
  EXPECT_FALSE(from_local({2100, 2, 29}, Zone{}));
}

TEST(Time, DatesTakeEitherSeparatorButNotBoth) {
  EXPECT_EQ(parse_date("2026-01-31"), (CivilTime{2026, 1, 31}));
  EXPECT_EQ(parse_date("2026/01/31"), (CivilTime{2026, 1, 31}));
  for (const char* text : {"", "2026-01/31", "2026-1-31", "26-01-31", "2026-02-30", "2026.01.31", "2026-01-31 ",
                           "2026-+1-31", "2026- 1-31", "-026-01-31"})
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
}

TEST(Time, TimesOfDayAreThreePairsOfDigits) {
  CivilTime into{2026, 1, 31};
  ASSERT_TRUE(parse_time_of_day("23:59:58", into));
  EXPECT_EQ(into, (CivilTime{2026, 1, 31, 23, 59, 58}));
  for (const char* text : {"", "24:00:00", "23:60:00", "23:00:60", "1:00:00", "01.00.00", "01:00", "01:00:0x"})
    EXPECT_FALSE(parse_time_of_day(text, into)) << text;
  EXPECT_EQ(into.hour, 23) << "a malformed time changes nothing";
}

TEST(Time, ADateAloneMeansNoon) {
  EXPECT_EQ(parse_moment("2013-05-17"), (CivilTime{2013, 5, 17, 12, 0, 0}));
  EXPECT_EQ(parse_moment("2013-05-17T08:30:00"), (CivilTime{2013, 5, 17, 8, 30, 0}));
  EXPECT_EQ(parse_moment("2013/05/17 00:00:00"), (CivilTime{2013, 5, 17, 0, 0, 0}));
  for (const char* text : {"", "2013", "2013-05-17T", "2013-05-17x08:30:00", "2013-05-17T08:30"})
    EXPECT_EQ(parse_moment(text), std::nullopt) << text;
}

TEST(Time, ADateAloneMeansTheEndOfTheDayWhereAPeriodEnds) {
  EXPECT_EQ(parse_moment("2013-05-17", TimeOfDay::end), (CivilTime{2013, 5, 17, 23, 59, 59}));
  EXPECT_EQ(parse_moment("2013-05-17T08:30:00", TimeOfDay::end), (CivilTime{2013, 5, 17, 8, 30, 0}));
}

TEST(Time, DaysCountFromAMoment) {
  const Instant now = *from_local({2013, 5, 17, 8, 30, 0}, {});
  EXPECT_EQ(parse_moment_from("+30d", now, {}), now + std::chrono::days{30});
  EXPECT_EQ(parse_moment_from("-1d", now, {}, TimeOfDay::end), now - std::chrono::days{1});
  EXPECT_EQ(parse_moment_from("2013-05-18T08:30:00", now, {}), now + std::chrono::days{1});
  for (const char* text : {"", "+", "+d", "+-1d", "30d", "+30", "+30 d", "+100000d", "+1x", "++1d"})
    EXPECT_EQ(parse_moment_from(text, now, {}), std::nullopt) << text;
  EXPECT_EQ(parse_days("30d"), std::chrono::days{30});
  EXPECT_EQ(parse_days("-30d"), std::nullopt);
}

TEST(Time, AYearLaterIsTheSameDayAndTheLeapDayIsThe28th) {
  EXPECT_EQ(one_year_later({2013, 5, 17, 1, 2, 3}), (CivilTime{2014, 5, 17, 1, 2, 3}));
  EXPECT_EQ(one_year_later({2024, 2, 29}), (CivilTime{2025, 2, 28}));
  EXPECT_EQ(one_year_later({2023, 2, 28}), (CivilTime{2024, 2, 28}));
}

TEST(Time, AFixedClockStands) {
  EXPECT_EQ(FixedClock(may_2013).now(), may_2013);
}

}  // namespace
}  // namespace ringside::base
