// parser/jcl_records.hpp - the records of a job stream, and the statements that they make up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parser/jcl.hpp"

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

/// One statement with the records that it was read from.
struct ReadStatement {
  JclStatement statement;
  std::string field;                ///< its operands as one text
  std::vector<std::string> images;  ///< of all its records and the comments between them, without a password
  std::vector<JclError> errors;
  std::vector<RecordNote> notes;
};

/// Reads the statement that begins at the current record, with its continuations (JCL Reference, "Continuing JCL
/// statements").
ReadStatement read_jcl_statement(JclRecords& records);

/// A record as it may be shown: a password on a JOB statement is masked. `in_password` carries a list of passwords that
/// goes on in the next record.
std::string jcl_image(std::string_view record, bool& in_password);

}  // namespace ringside::parser
