// base/time.hpp - points in time, the lab's zone, and the forms in which RACF writes them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ringside::base {

/// A moment in UTC, to the second: what a certificate holds.
using Instant = std::chrono::sys_seconds;

/// How far local time is ahead of UTC. A lab has one zone; its default is UTC.
struct Zone {
  std::chrono::minutes ahead{0};
  friend bool operator==(const Zone&, const Zone&) = default;
};

/// A calendar date and time of day, local to some zone.
struct CivilTime {
  int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
  friend bool operator==(const CivilTime&, const CivilTime&) = default;
};

CivilTime to_local(Instant instant, Zone zone);
/// The moment of a local time; nullopt if there is no such day or time of day.
std::optional<Instant> from_local(const CivilTime& local, Zone zone);

/// "2022/05/17 15:00:00", as RACDCERT LIST writes it.
std::string listing_time(Instant instant, Zone zone);

/// Reads "yyyy-mm-dd" or "yyyy/mm/dd"; the time of day is zero. Returns nullopt if the text is malformed or there is no
/// such day.
std::optional<CivilTime> parse_date(std::string_view text);
/// Reads "hh:mm:ss" into `into`. Returns false if the text is malformed.
bool parse_time_of_day(std::string_view text, CivilTime& into);
/// What a date without a time of day means. No time zone moves noon to another day.
enum class TimeOfDay { noon, end };
/// Reads a date as parse_date() does, optionally followed by 'T' or a blank and a time.
std::optional<CivilTime> parse_moment(std::string_view text, TimeOfDay of_date = TimeOfDay::noon);
/// Reads a number of days with 'd' behind it, up to 99999: "30d". Returns nullopt for anything else.
std::optional<std::chrono::days> parse_days(std::string_view text);
/// Reads a moment, local to `zone`, or days from `now`: "2013-05-17", "2013-05-17T08:30:00", "+30d", "-1d". Returns
/// nullopt if the text is malformed or there is no such moment.
std::optional<Instant> parse_moment_from(std::string_view text, Instant now, Zone zone,
                                         TimeOfDay of_date = TimeOfDay::noon);

/// Reads an offset from UTC: "+02:00", "-0530", "+2", "UTC". Returns nullopt for any other text, and for more than 14
/// hours.
std::optional<Zone> parse_zone(std::string_view text);

/// The same day of the next year; 29 February becomes 28 February.
CivilTime one_year_later(CivilTime date);

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant instant) : instant_(instant) {}
  Instant now() const override { return instant_; }

 private:
  Instant instant_;
};

}  // namespace ringside::base
