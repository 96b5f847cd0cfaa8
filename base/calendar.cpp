// base/calendar.cpp - the English names of months and weekdays.
#include "base/calendar.hpp"

#include <array>
#include <chrono>

namespace ringside::base {
namespace {

constexpr std::array<std::string_view, 12> months{"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                                  "MAY",       "JUNE",     "JULY",     "AUGUST",
                                                  "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};
constexpr std::array<std::string_view, 7> weekdays{"SUNDAY",   "MONDAY", "TUESDAY", "WEDNESDAY",
                                                   "THURSDAY", "FRIDAY", "SATURDAY"};

std::chrono::sys_days day_of(const CivilTime& time) {
  return std::chrono::year{time.year} / time.month / time.day;
}

}  // namespace

std::string_view month_name(const CivilTime& time) {
  return months[static_cast<std::size_t>(time.month - 1)];
}

std::string_view weekday_name(const CivilTime& time) {
  return weekdays[std::chrono::weekday{day_of(time)}.c_encoding()];
}

int day_of_year(const CivilTime& time) {
  const auto new_year = std::chrono::sys_days{std::chrono::year{time.year} / 1 / 1};
  return static_cast<int>((day_of(time) - new_year).count()) + 1;
}

}  // namespace ringside::base
