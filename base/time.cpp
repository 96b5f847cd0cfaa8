// base/time.cpp - points in time, the lab's zone, and the forms in which RACF writes them.
#include "base/time.hpp"

#include <charconv>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::base {
namespace {

using namespace std::chrono;

std::optional<int> digits(std::string_view text, std::size_t length) {
  if (text.size() != length) return std::nullopt;
  const auto value = number(text, 99'999);
  if (!value || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  return static_cast<int>(*value);
}

year_month_day calendar_day(const CivilTime& local) {
  return year{local.year} / month{static_cast<unsigned>(local.month)} / day{static_cast<unsigned>(local.day)};
}

}  // namespace

CivilTime to_local(Instant instant, Zone zone) {
  const auto shifted = instant + zone.ahead;
  const auto midnight = floor<days>(shifted);
  const year_month_day date{midnight};
  const hh_mm_ss time{shifted - midnight};
  return {static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())),
          static_cast<int>(time.hours().count()),
          static_cast<int>(time.minutes().count()),
          static_cast<int>(time.seconds().count())};
}

std::optional<Instant> from_local(const CivilTime& local, Zone zone) {
  if (local.month < 1 || local.day < 1 || !calendar_day(local).ok()) return std::nullopt;
  if (local.hour < 0 || local.hour > 23 || local.minute < 0 || local.minute > 59) return std::nullopt;
  if (local.second < 0 || local.second > 59) return std::nullopt;
  return sys_days{calendar_day(local)} + hours{local.hour} + minutes{local.minute} + seconds{local.second} - zone.ahead;
}

std::string listing_time(Instant instant, Zone zone) {
  const CivilTime t = to_local(instant, zone);
  return fmt::format("{:04}/{:02}/{:02} {:02}:{:02}:{:02}", t.year, t.month, t.day, t.hour, t.minute, t.second);
}

std::optional<CivilTime> parse_date(std::string_view text) {
  if (text.size() != 10 || (text[4] != '-' && text[4] != '/') || text[7] != text[4]) return std::nullopt;
  const auto y = digits(text.substr(0, 4), 4);
  const auto m = digits(text.substr(5, 2), 2);
  const auto d = digits(text.substr(8, 2), 2);
  if (!y || !m || !d) return std::nullopt;
  const CivilTime date{*y, *m, *d, 0, 0, 0};
  if (!from_local(date, Zone{})) return std::nullopt;
  return date;
}

bool parse_time_of_day(std::string_view text, CivilTime& into) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return false;
  const auto h = digits(text.substr(0, 2), 2);
  const auto m = digits(text.substr(3, 2), 2);
  const auto s = digits(text.substr(6, 2), 2);
  if (!h || !m || !s || *h > 23 || *m > 59 || *s > 59) return false;
  into.hour = *h;
  into.minute = *m;
  into.second = *s;
  return true;
}

std::optional<CivilTime> parse_moment(std::string_view text, TimeOfDay of_date) {
  auto moment = parse_date(text.substr(0, 10));
  if (!moment) return std::nullopt;
  if (text.size() == 10) {
    const bool noon = of_date == TimeOfDay::noon;
    moment->hour = noon ? 12 : 23;
    moment->minute = moment->second = noon ? 0 : 59;
    return moment;
  }
  if ((text[10] != 'T' && text[10] != ' ') || !parse_time_of_day(text.substr(11), *moment)) return std::nullopt;
  return moment;
}

std::optional<std::chrono::days> parse_days(std::string_view text) {
  constexpr std::size_t most_digits = 5;
  int number = 0;
  const char* end = text.data() + text.size();
  if (text.size() < 2 || text.size() > most_digits + 1 || text.front() == '-') return std::nullopt;
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || at != end - 1 || *at != 'd') return std::nullopt;
  return std::chrono::days{number};
}

std::optional<Instant> parse_moment_from(std::string_view text, Instant now, Zone zone, TimeOfDay of_date) {
  const bool relative = text.starts_with('+') || text.starts_with('-');
  if (const auto days = parse_days(text.substr(relative ? 1 : 0)); relative && days)
    return text.front() == '+' ? now + *days : now - *days;
  const auto local = parse_moment(text, of_date);
  return local ? from_local(*local, zone) : std::nullopt;
}

std::optional<Zone> parse_zone(std::string_view text) {
  if (text == "UTC" || text == "Z") return Zone{};
  if (text.size() < 2 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  std::string digits(text.substr(1));
  const std::size_t colon = digits.find(':');
  if (colon != std::string::npos && colon + 3 != digits.size()) return std::nullopt;
  std::erase(digits, ':');
  if (digits.size() <= 2) digits += "00";
  const auto number = digits.size() <= 4 ? base::number(digits, 1400) : std::nullopt;
  if (!number || *number % 100 >= 60) return std::nullopt;
  const std::chrono::minutes ahead{*number / 100 * 60 + *number % 100};
  return Zone{text.front() == '-' ? -ahead : ahead};
}

CivilTime one_year_later(CivilTime date) {
  ++date.year;
  if (!calendar_day(date).ok()) date.day = 28;
  return date;
}

Instant SystemClock::now() const {
  return floor<seconds>(system_clock::now());
}

}  // namespace ringside::base
