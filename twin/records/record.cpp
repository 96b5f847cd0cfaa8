// twin/records/record.cpp - one record of an unload: fields read by their columns.
#include "twin/records/record.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include "base/utf8.hpp"

namespace ringside::twin {
namespace {

constexpr std::size_t type_columns = 4;

std::string_view without_blanks_around(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

Record::Record(std::string line)
    : line_(std::move(line)),
      is_ascii_(std::all_of(line_.begin(), line_.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {}

std::string_view Record::type() const {
  return columns(1, type_columns);
}

std::string Record::text(const Field& field) const {
  const std::string_view all = columns(field.first, field.last);
  return std::string(all.substr(0, all.find_last_not_of(' ') + 1));
}

bool Record::flag(const Field& field) const {
  return text(field) == "YES";
}

std::optional<std::int64_t> Record::number(const Field& field) const {
  const std::string_view digits = without_blanks_around(columns(field.first, field.last));
  std::int64_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

std::optional<base::CivilTime> Record::date(const Field& field) const {
  return base::parse_date(without_blanks_around(columns(field.first, field.last)));
}

std::optional<base::CivilTime> Record::moment(const Field& date, const Field& time) const {
  auto moment = this->date(date);
  const std::string_view of_day = without_blanks_around(columns(time.first, time.last));
  if (moment && !of_day.empty() && !base::parse_time_of_day(of_day, *moment)) return std::nullopt;
  return moment;
}

std::string_view Record::columns(std::size_t first, std::size_t last) const {
  const std::string_view line = line_;
  if (is_ascii_) return first > line.size() ? std::string_view() : line.substr(first - 1, last - first + 1);
  const std::string_view before = base::first_characters(line, first - 1);
  return base::first_characters(line.substr(before.size()), last - first + 1);
}

}  // namespace ringside::twin
