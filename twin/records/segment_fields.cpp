// twin/records/segment_fields.cpp - which columns of an unload's records hold which fields of a profile's segments.
#include "twin/records/segment_fields.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::twin {
namespace {

std::vector<SegmentRecord> read_segments() {
  std::vector<SegmentRecord> table;
#define RINGSIDE_SEGMENT(type, profile_class, segment, stands_for) \
  table.push_back({type, profile_class, segment, RecordFor::stands_for, {}});
#define RINGSIDE_COLUMN(column, field, form, yes, no) \
  table.back().columns.push_back({column, field, ValueForm::form, yes, no});
#include "twin/records/segment_fields.inc"
#undef RINGSIDE_COLUMN
#undef RINGSIDE_SEGMENT
  return table;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string without_leading_zeros(std::string_view digits) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return std::string(digits.substr(first));
}

std::vector<std::string> words_of(const std::string& list) {
  std::vector<std::string> words = base::split(list, ' ');
  std::erase(words, "");
  return words;
}

bool has_word(const std::string& list, std::string_view word) {
  const auto words = words_of(list);
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "130" as "01:30".
std::string clock_column(const std::string& value) {
  if (!is_number(value) || value.size() > 4) return value;
  const std::string digits = fmt::format("{:0>4}", value);
  return digits.substr(0, 2) + ":" + digits.substr(2);
}

std::string flag_column(std::string_view value, const SegmentColumn& column) {
  if (value == column.yes) return "YES";
  return value == column.no && !column.no.empty() ? "NO" : "";
}

std::string listed_column(const std::string& list, const SegmentColumn& column) {
  if (has_word(list, column.yes)) return "YES";
  return column.no.empty() || has_word(list, column.no) ? "NO" : "";
}

void put_value(const SegmentColumn& column, const std::string& value, RecordLine& line) {
  switch (column.form) {
    case ValueForm::text:
      line.text(column.column, value);
      return;
    case ValueForm::number: {
      const std::size_t width = field(column.column).width();
      line.text(column.column, is_number(value) ? fmt::format("{:0>{}}", without_leading_zeros(value), width) : value);
      return;
    }
    case ValueForm::hex:
      line.text(column.column, "X<" + value + ">");
      return;
    case ValueForm::clock:
      line.text(column.column, clock_column(value));
      return;
    case ValueForm::flag:
      line.text(column.column, flag_column(value, column));
      return;
    case ValueForm::listed:
      line.text(column.column, listed_column(value, column));
      return;
  }
}

/// The value of a column that is not blank; empty if it has another form than the table says.
std::string value_in(const SegmentColumn& column, const std::string& text) {
  switch (column.form) {
    case ValueForm::number: {
      const std::string digits = base::trim(text);
      return is_number(digits) ? without_leading_zeros(digits) : "";
    }
    case ValueForm::hex:
      return text.starts_with("X<") && text.ends_with(">") ? text.substr(2, text.size() - 3) : "";
    case ValueForm::clock:
      return text.size() == 5 && text[2] == ':' ? text.substr(0, 2) + text.substr(3) : text;
    case ValueForm::flag:
    case ValueForm::listed:
      return std::string(text == "YES" ? column.yes : text == "NO" ? column.no : "");
    case ValueForm::text:
      break;
  }
  return text;
}

/// Words of one list that several columns of a record hold are joined.
void add_value(std::vector<SegmentValue>& values, const SegmentColumn& column, const std::string& value) {
  const auto same =
      std::find_if(values.begin(), values.end(), [&](const SegmentValue& each) { return each.field == column.field; });
  if (same != values.end())
    same->value += " " + value;
  else
    values.push_back({std::string(column.field), value});
}

}  // namespace

const std::vector<SegmentRecord>& segment_records() {
  static const std::vector<SegmentRecord> table = read_segments();
  return table;
}

const SegmentRecord* find_segment_record(std::string_view type) {
  const auto& table = segment_records();
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const SegmentRecord& each) { return each.type == type; });
  return found == table.end() ? nullptr : &*found;
}

std::vector<SegmentValue> segment_values(const SegmentRecord& kind, const Record& record) {
  if (kind.stands_for == RecordFor::custom) {
    const std::string name = record.text(field(kind.columns[0].column));
    if (name.empty()) return {};
    return {{name, record.text(field(kind.columns[1].column))}};
  }
  std::vector<SegmentValue> values;
  for (const SegmentColumn& column : kind.columns) {
    const std::string text = record.text(field(column.column));
    const std::string value = text.empty() ? "" : value_in(column, text);
    if (!value.empty()) add_value(values, column, value);
  }
  for (SegmentValue& value : values) value.appends = kind.stands_for != RecordFor::segment;
  return values;
}

bool put_segment(const SegmentRecord& kind, const SegmentFields& fields, RecordLine& line) {
  bool any = false;
  for (const SegmentColumn& column : kind.columns) {
    const auto value = fields.find(std::string(column.field));
    if (value == fields.end()) continue;
    put_value(column, value->second, line);
    any = true;
  }
  return any;
}

std::vector<std::string> listed_values(const SegmentRecord& kind, const SegmentFields& fields) {
  const auto list = fields.find(std::string(kind.columns.front().field));
  if (list == fields.end()) return {};
  std::vector<std::string> values;
  for (std::string& word : words_of(list->second)) {
    const bool begins = kind.stands_for != RecordFor::label || word == "*" || word.find('/') != std::string::npos;
    if (begins || values.empty())
      values.push_back(std::move(word));
    else
      values.back() += " " + word;
  }
  return values;
}

void put_listed(const SegmentRecord& kind, const std::string& word, RecordLine& line) {
  put_value(kind.columns.front(), word, line);
}

}  // namespace ringside::twin
