// parser/jcl/records.hpp - the records of a job stream, and the statements that they make up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parser/jcl/jcl.hpp"

namespace ringside::parser {

/// A job stream, read record by record. A record is 80 columns; what stands beyond them was never part of it.
class JclRecords {
 public:
  enum class Kind { statement, comment, null_statement, slash_asterisk, data };

  explicit JclRecords(std::string_view stream);

  [[nodiscard]] bool at_end() const { return next_ >= lines_.size(); }
  [[nodiscard]] const std::string& text() const { return lines_[next_]; }
  [[nodiscard]] int line() const { return static_cast<int>(next_) + 1; }
  [[nodiscard]] Kind kind() const { return kind_of(text()); }
  [[nodiscard]] bool longer_than_a_record() const;
  /// Nothing but blanks in this record and all that follow.
  [[nodiscard]] bool only_blanks_follow() const { return next_ >= end_of_text_; }
  void advance() { ++next_; }

  static Kind kind_of(std::string_view record);

 private:
  std::vector<std::string> lines_;
  std::size_t next_ = 0;
  std::size_t end_of_text_ = 0;
};

/// Where a part of an operand field stood.
struct FieldPiece {
  std::size_t offset = 0;
  Position where;
};

/// One statement with the records that it was read from; its operands are not read yet, as symbols may change them.
struct ReadStatement {
  /// Comments, null statements, JES2 statements and delimiters are passive: they are listed and nothing else.
  enum class Kind { statement, passive, delimiter };
  Kind kind = Kind::statement;
  JclStatement statement;
  std::string field;                ///< its operands as one text; the expression of an IF
  std::vector<FieldPiece> pieces;   ///< of the field
  std::vector<std::string> images;  ///< of all its records and the comments between them, without a password
  std::vector<JclError> errors;
  std::vector<RecordNote> notes;
  bool incomplete = false;  ///< a continuation is missing: the field is not worth reading
  bool in_stream = false;   ///< DD * or DD DATA
  bool generated = false;   ///< a SYSIN for records that belong to no DD
  std::vector<Record> data;
  /// Where the character at `offset` of the field stood.
  [[nodiscard]] Position position(std::size_t offset) const;
};

/// Reads the statement that begins at the current record, with its continuations (JCL Reference, "Continuing JCL
/// statements").
ReadStatement read_jcl_statement(JclRecords& records);

/// A record as it may be shown: a password on a JOB statement is masked. `in_password` carries a list of passwords that
/// goes on in the next record.
std::string jcl_image(std::string_view record, bool& in_password);

/// A whole operand field as it may be shown, with the same mask.
std::string shown_field(std::string_view field);

}  // namespace ringside::parser
