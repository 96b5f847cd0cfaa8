// emulator/tso/exec/julian_date.cpp - dates from one format of DATE to another.
#include "emulator/tso/exec/julian_date.hpp"

#include <array>
#include <cctype>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::tso {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

/// Day 0 of the option Base is 1 January 0001.
constexpr local_days base_day{std::chrono::year(1) / 1 / 1};

int year_of(local_days day) {
  return static_cast<int>(year_month_day(day).year());
}

local_days first_of(int year) {
  return local_days(std::chrono::year(year) / 1 / 1);
}

/// The year of two digits that is at most 50 years before and 49 after today's.
int full_year(int two_digits, local_days today) {
  constexpr int century = 100, before = 50;
  const int first = year_of(today) - before;
  const int year = first - first % century + two_digits;
  return year < first ? year + century : year;
}

std::optional<local_days> checked(int year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional(local_days(date)) : std::nullopt;
}

std::optional<local_days> read(const std::string& text, char format, local_days today) {
  std::string digits;
  for (const char c : text)
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) digits += c;
  const auto part = [&](std::size_t at, std::size_t count) { return std::stoi(digits.substr(at, count)); };
  const auto unsigned_part = [&](std::size_t at) { return static_cast<unsigned>(part(at, 2)); };
  constexpr std::size_t longest_base = 7;
  if (format == 'B' && !digits.empty() && digits.size() <= longest_base) return base_day + days(std::stoi(digits));
  if (format == 'J' && digits.size() == 5) {
    const local_days first = first_of(full_year(part(0, 2), today));
    const local_days day = first + days(part(2, 3) - 1);
    return part(2, 3) > 0 && year_of(day) == year_of(first) ? std::optional(day) : std::nullopt;
  }
  if (format == 'S' && digits.size() == 8) return checked(part(0, 4), unsigned_part(4), unsigned_part(6));
  if (digits.size() != 6) return std::nullopt;
  if (format == 'O') return checked(full_year(part(0, 2), today), unsigned_part(2), unsigned_part(4));
  if (format == 'E') return checked(full_year(part(4, 2), today), unsigned_part(2), unsigned_part(0));
  if (format == 'U') return checked(full_year(part(4, 2), today), unsigned_part(0), unsigned_part(2));
  return std::nullopt;
}

std::optional<std::string> written(local_days date, char option) {
  const year_month_day parts(date);
  const int year = static_cast<int>(parts.year());
  const unsigned month = static_cast<unsigned>(parts.month()), day = static_cast<unsigned>(parts.day());
  constexpr int century = 100;
  const auto day_of_year = (date - first_of(year)).count() + 1;
  switch (option) {
    case 'B':
      return fmt::format("{}", (date - base_day).count());
    case 'C':
      return fmt::format("{}", (date - first_of(year - year % century)).count() + 1);
    case 'D':
      return fmt::format("{}", day_of_year);
    case 'E':
      return fmt::format("{:02}/{:02}/{:02}", day, month, year % century);
    case 'J':
      return fmt::format("{:02}{:03}", year % century, day_of_year);
    case 'M':
      return std::string(months.at(month - 1));
    case 'N':
      return fmt::format("{} {} {}", day, months.at(month - 1).substr(0, 3), year);
    case 'O':
      return fmt::format("{:02}/{:02}/{:02}", year % century, month, day);
    case 'S':
      return fmt::format("{:04}{:02}{:02}", year, month, day);
    case 'U':
      return fmt::format("{:02}/{:02}/{:02}", month, day, year % century);
    case 'W':
      return std::string(weekdays.at(std::chrono::weekday(date).c_encoding()));
    default:
      return std::nullopt;
  }
}

/// The first letter of an argument in upper case; N, the default, if it is left out.
char letter(const rexx::Arguments& arguments, std::size_t n) {
  const std::string text = n < arguments.size() ? base::upper(base::trim(arguments[n].value_or(""))) : std::string{};
  return text.empty() ? 'N' : text.front();
}

}  // namespace

std::optional<std::string> julian_date(const rexx::Arguments& arguments, local_days today) {
  std::optional<local_days> date = today;
  if (arguments.size() > 1 && arguments[1]) date = read(*arguments[1], letter(arguments, 2), today);
  return date ? written(*date, letter(arguments, 0)) : std::nullopt;
}

}  // namespace ringside::tso
