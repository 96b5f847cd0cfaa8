// twin/records/record_line.hpp - one record of an unload while it is written: values put into its columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "twin/records/layout.hpp"

namespace ringside::twin {

/// A record of one type with blank fields, until they are set. A column is one character. Every function that sets a
/// field takes its name and throws base::Fault if the record has no field of that name.
class RecordLine {
 public:
  /// Throws base::Fault for a type that layouts() does not have.
  explicit RecordLine(std::string_view type);

  /// Puts a text into a field, cut at the width of the field. A control character becomes a period, as listings show
  /// it, since it would end the line; an octet that is no character of UTF-8 becomes a question mark.
  RecordLine& text(std::string_view name, std::string_view utf8);
  /// Decimal digits with leading zeros. A number that is longer than the field is cut to its last digits.
  RecordLine& number(std::string_view name, std::uint64_t value);
  /// YES or NO.
  RecordLine& flag(std::string_view name, bool value);
  /// yyyy-mm-dd.
  RecordLine& date(std::string_view name, const base::CivilTime& day);
  /// hh:mm:ss.
  RecordLine& time(std::string_view name, const base::CivilTime& moment);

  [[nodiscard]] std::string_view type() const { return layout_->type; }
  /// The record as a line of text in UTF-8, without its end. Blanks at the end are left out: a reader must take what
  /// lies beyond the end as blank anyway, since downloads cut it, and the long fields of installation data, mostly
  /// blank, would make a file five times as long.
  [[nodiscard]] std::string line() const;
  /// The record as z/OS has it: IBM-1047 in the full length of its layout, so that a tool may look at any column,
  /// behind its record descriptor word (four octets: the length with the word, then zeros). What the code page does not
  /// have becomes a question mark.
  [[nodiscard]] base::Bytes ebcdic_record() const;

 private:
  [[nodiscard]] const Field& own_field(std::string_view name) const;

  const Layout* layout_;
  std::u32string columns_;
};

}  // namespace ringside::twin
