// twin/records/record_line.cpp - one record of an unload while it is written: values put into its columns.
#include "twin/records/record_line.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/ebcdic.hpp"
#include "base/fault.hpp"
#include "base/utf8.hpp"

namespace ringside::twin {
namespace {

constexpr std::size_t descriptor_octets = 4;

const Layout& known_layout(std::string_view type) {
  const Layout* const layout = find_layout(type);
  if (layout == nullptr) throw base::Fault("an unload has no records of type " + std::string(type));
  return *layout;
}

char32_t column_of(std::string_view text, const base::Utf8Step& step) {
  if (!step.code) return U'?';
  return base::is_control(text.substr(0, step.length)) ? U'.' : *step.code;
}

std::string encoded_columns(const std::u32string& columns, std::size_t count) {
  std::string text;
  text.reserve(count);
  for (std::size_t at = 0; at < count; ++at) {
    if (columns[at] < 0x80)
      text += static_cast<char>(columns[at]);
    else
      text += base::encoded(columns[at]);
  }
  return text;
}

}  // namespace

RecordLine::RecordLine(std::string_view type)
    : layout_(&known_layout(type)), columns_(layout_->fields.back().last, U' ') {
  text(layout_->fields.front().name, type);
}

const Field& RecordLine::own_field(std::string_view name) const {
  const auto& fields = layout_->fields;
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.name == name; });
  if (found == fields.end()) throw base::Fault(fmt::format("a record of type {} has no field {}", layout_->type, name));
  return *found;
}

RecordLine& RecordLine::text(std::string_view name, std::string_view utf8) {
  const Field& place = own_field(name);
  std::size_t column = place.first - 1;
  while (!utf8.empty() && column < place.last) {
    const base::Utf8Step step = base::next_character(utf8);
    columns_[column++] = column_of(utf8, step);
    utf8.remove_prefix(step.length);
  }
  std::fill(columns_.begin() + static_cast<std::ptrdiff_t>(column),
            columns_.begin() + static_cast<std::ptrdiff_t>(place.last), U' ');
  return *this;
}

RecordLine& RecordLine::number(std::string_view name, std::uint64_t value) {
  const std::size_t width = own_field(name).width();
  const std::string digits = fmt::format("{:0>{}}", value, width);
  return text(name, std::string_view(digits).substr(digits.size() - width));
}

RecordLine& RecordLine::flag(std::string_view name, bool value) {
  return text(name, value ? "YES" : "NO");
}

RecordLine& RecordLine::date(std::string_view name, const base::CivilTime& day) {
  return text(name, fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day));
}

RecordLine& RecordLine::time(std::string_view name, const base::CivilTime& moment) {
  return text(name, fmt::format("{:02}:{:02}:{:02}", moment.hour, moment.minute, moment.second));
}

std::string RecordLine::line() const {
  return encoded_columns(columns_, columns_.find_last_not_of(U' ') + 1);
}

base::Bytes RecordLine::ebcdic_record() const {
  const std::size_t length = columns_.size() + descriptor_octets;
  base::Bytes record{static_cast<std::uint8_t>(length >> 8U), static_cast<std::uint8_t>(length & 0xffU), 0, 0};
  const base::Bytes text = base::to_ebcdic(encoded_columns(columns_, columns_.size()));
  record.insert(record.end(), text.begin(), text.end());
  return record;
}

}  // namespace ringside::twin
