// parser/jcl/records.hpp - the records of a job stream, and the statements that they form.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parser/jcl/jcl.hpp"

namespace ringside::parser {

/// Returns whether the record holds nothing but blanks.
bool is_blank_record(std::string_view text);

/// A job stream, read record by record. A record has 80 columns; text beyond them is ignored.
class JclRecords {
 public:
  enum class Kind { statement, comment, null_statement, slash_asterisk, data };

  explicit JclRecords(std::string_view stream);

  [[nodiscard]] bool at_end() const { return next_ >= lines_.size(); }
  [[nodiscard]] const std::string& text() const { return lines_[next_]; }
  [[nodiscard]] int line() const { return static_cast<int>(next_) + 1; }
  [[nodiscard]] Kind kind() const { return kind_of(text()); }
  [[nodiscard]] bool longer_than_a_record() const;
  /// Returns whether this record and all that follow are blank.
  [[nodiscard]] bool only_blanks_follow() const { return next_ >= end_of_text_; }
  void advance() { ++next_; }

  static Kind kind_of(std::string_view record);

 private:
  std::vector<std::string> lines_;
  std::size_t next_ = 0;
  std::size_t end_of_text_ = 0;
};

/// The place of a part of an operand field in the stream.
struct FieldPiece {
  std::size_t offset = 0;
  Position where;
};

/// One statement with the records that it was read from. Its operands are read later, since symbols may change them.
struct ReadStatement {
  /// Comments, null statements and JES2 statements are passive: they are listed and have no other effect.
  enum class Kind { statement, passive, delimiter };
  Kind kind = Kind::statement;
  JclStatement statement;
  std::string field;                ///< all operands as one text, or the expression of an IF
  std::vector<FieldPiece> pieces;   ///< of the field
  std::vector<std::string> images;  ///< all records and the comments between them, passwords masked
  std::vector<JclError> errors;
  std::vector<RecordNote> notes;
  bool incomplete = false;  ///< a continuation is missing, so the operands are not read
  bool in_stream = false;   ///< DD * or DD DATA
  bool generated = false;   ///< the SYSIN that JES2 makes for records after no DD
  std::vector<Record> data;
  /// The place in the stream of the character at `offset` of the field.
  [[nodiscard]] Position position(std::size_t offset) const;
};

/// Reads the statement that begins at the current record, with its continuations (JCL Reference, "Continuing JCL
/// statements").
ReadStatement read_jcl_statement(JclRecords& records);

/// A record for the listing: passwords are masked, see line_secret_ranges(). `in_password` tells, before and after the
/// call, whether a list of passwords continues in the next record.
std::string jcl_image(std::string_view record, bool& in_password);

/// A whole operand field for the listing, masked in the same way.
std::string shown_field(std::string_view field);

}  // namespace ringside::parser
