// twin/records/record.hpp - one record of an unload: fields read by their columns, and written to them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "twin/records/layout.hpp"

namespace ringside::twin {

/// The line of a record that was read. A column is one character, as it was one octet in EBCDIC. What lies beyond the
/// end of the line is blank.
class Record {
 public:
  /// `line` is UTF-8 without its end.
  explicit Record(std::string line);

  /// The first four characters: "0200"; fewer if the line is shorter.
  [[nodiscard]] std::string_view type() const;
  /// The text of a field without the blanks at its end.
  [[nodiscard]] std::string text(const Field& field) const;
  /// Whether the field says YES.
  [[nodiscard]] bool flag(const Field& field) const;
  /// The number of a field; nullopt if it is blank or not a number.
  [[nodiscard]] std::optional<std::int64_t> number(const Field& field) const;
  /// The day of a field `yyyy-mm-dd`; nullopt if it is blank or no date.
  [[nodiscard]] std::optional<base::CivilTime> date(const Field& field) const;
  /// The day and the time of day of two fields; 00:00:00 if the time is blank. nullopt if there is no day, or one of
  /// them is wrong.
  [[nodiscard]] std::optional<base::CivilTime> moment(const Field& date, const Field& time) const;
  [[nodiscard]] const std::string& line() const { return line_; }

 private:
  [[nodiscard]] std::string_view columns(std::size_t first, std::size_t last) const;

  std::string line_;
  bool is_ascii_;
};

}  // namespace ringside::twin
