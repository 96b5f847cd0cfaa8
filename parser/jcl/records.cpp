// parser/jcl/records.cpp - the records of a job stream, and the statements that they form.
#include "parser/jcl/records.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/limits.hpp"
#include "base/national.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "parser/jcl/operands.hpp"
#include "parser/jcl/words.hpp"
#include "parser/lexical/lexical.hpp"
#include "parser/shell/redaction.hpp"

namespace ringside::parser {
namespace {

constexpr std::size_t record_columns = 80;
constexpr std::size_t statement_columns = 71;  // column 72 marks continued comments, 73 to 80 are never read
constexpr std::size_t resume_columns = 16;     // unquoted text continues in columns 4 to 16, quoted text in column 16
constexpr std::size_t name_column = 2;         // offset of column 3
constexpr const char* open_apostrophe =
    "an apostrophe is open at column 71, so the next record had to go on in column 16";
constexpr const char* open_list = "the operands end with a comma, so the next record had to go on with // and a blank";
constexpr const char* open_expression = "the expression of an IF goes on until THEN";

constexpr std::array<std::string_view, 3> without_operands{"ELSE", "ENDIF", "PEND"};

/// Returns whether a name is valid. A DD name may begin with the name of a step of a procedure (STEP.DD).
bool is_label(std::string_view name) {
  const auto period = name.find('.');
  if (period == std::string_view::npos) return base::is_simple_name(name);
  return base::is_simple_name(name.substr(0, period)) && base::is_simple_name(name.substr(period + 1));
}

/// Fills the record with blanks up to column 71: they are part of text in apostrophes.
std::string padded(std::string text) {
  const std::size_t columns = base::count_characters(text);
  text.append(columns < statement_columns ? statement_columns - columns : 0, ' ');
  return text;
}

/// The next word from `at` on, which ends at a blank. Moves `at` past it.
std::string_view take_word(std::string_view text, std::size_t& at) {
  at = std::min(text.find_first_not_of(' ', at), text.size());
  const std::size_t end = std::min(text.find(' ', at), text.size());
  const std::string_view word = text.substr(at, end - at);
  at = end;
  return word;
}

class StatementReader {
 public:
  explicit StatementReader(JclRecords& records) : records_(records) {}

  ReadStatement read() && {
    const std::string first = statement_part();
    read_.statement.where = {records_.line(), 1};
    std::size_t at = name_column;
    const bool named = at < first.size() && first[at] != ' ';
    read_.statement.name = std::string(named ? take_word(first, at) : std::string_view{});
    const std::size_t operation_at = std::min(first.find_first_not_of(' ', at), first.size());
    read_.statement.operation = std::string(take_word(first, at));
    check_label();
    at = std::min(first.find_first_not_of(' ', at), first.size());
    operation_column_ = static_cast<int>(operation_at) + 1;
    const std::string& operation = read_.statement.operation;
    if (operation == "IF") {
      read_expression(first, at);
    } else if (is_among(without_operands, operation)) {
      take_record();
    } else {
      read_field(first, at);
    }
    return std::move(read_);
  }

 private:
  [[nodiscard]] std::string statement_part() const {
    return std::string(base::first_characters(records_.text(), statement_columns));
  }

  void take_record() {
    note_long_record();
    read_.images.push_back(jcl_image(records_.text(), in_password_));
    records_.advance();
  }

  /// The image of the record at a line, which may be the current record.
  [[nodiscard]] std::string line_at(int line) const {
    const auto taken = static_cast<std::size_t>(line - read_.statement.where.line);
    if (taken < read_.images.size()) return read_.images[taken];
    bool in_password = in_password_;
    return records_.at_end() ? std::string{} : jcl_image(records_.text(), in_password);
  }

  void note_long_record() {
    const std::string& text = records_.text();
    const bool cut =
        text.size() > statement_columns && text[statement_columns] != ' ' && text[statement_columns - 1] != ' ';
    if (cut || records_.longer_than_a_record())
      read_.notes.push_back({"text past column 71 of a JCL statement is not read",
                             {records_.line(), static_cast<int>(statement_columns) + 1}});
  }

  void error(Message message, std::string text, Position where) {
    read_.errors.push_back({std::move(message), {std::move(text), where, line_at(where.line)}, 0});
  }

  void check_label() {
    const std::string& name = read_.statement.name;
    if (name.empty() || is_label(name)) return;
    const bool lower = is_label(base::upper(name));
    error({"IEFC662I", "INVALID LABEL"},
          lower ? "a name is written in upper case"
                : "a name has 1 to 8 characters A-Z, 0-9, @, # and $, and does not begin with a digit",
          {records_.line(), static_cast<int>(name_column) + 1});
  }

  /// Reads the operand field through all its records.
  void read_field(const std::string& first, std::size_t at) {
    std::string text = first;
    bool in_apostrophes = false;
    for (;;) {
      if (in_apostrophes || text.size() < at) text.resize(std::max(text.size(), at), ' ');
      const Position where{records_.line(), static_cast<int>(at) + 1};
      const bool comment_goes_on =
          records_.text().size() > statement_columns && records_.text()[statement_columns] != ' ';
      JclFieldEnd end = end_of_jcl_field(std::string_view(text).substr(at), in_apostrophes);
      if (end.in_apostrophes) {
        text = padded(std::move(text));
        end.length = text.size() - at;
      }
      read_.pieces.push_back({read_.field.size(), where});
      if (read_.field.size() <= base::limits::command_bytes)
        read_.field += std::string_view(text).substr(at, end.length);
      take_record();
      const bool goes_on = end.in_apostrophes || (end.length > 0 && read_.field.ends_with(','));
      if (!goes_on) {
        if (comment_goes_on) skip_continued_comment();
        break;
      }
      in_apostrophes = end.in_apostrophes;
      if (!find_continuation(where, in_apostrophes ? open_apostrophe : open_list)) return;
      text = statement_part();
      at = continuation_start(text, in_apostrophes);
    }
  }

  /// Moves to the record that continues the statement, past comment statements.
  bool find_continuation(Position from, std::string cause) {
    while (!records_.at_end() && records_.kind() == JclRecords::Kind::comment) take_record();
    const bool found = !records_.at_end() && records_.kind() == JclRecords::Kind::statement &&
                       records_.text().substr(name_column, 1) == " ";
    if (found) return true;
    error({"IEFC621I", "EXPECTED CONTINUATION NOT RECEIVED"}, std::move(cause), from);
    read_.incomplete = true;
    return false;
  }

  std::size_t continuation_start(const std::string& text, bool in_apostrophes) {
    const std::size_t first = std::min(text.find_first_not_of(' ', name_column), text.size());
    const bool misplaced = in_apostrophes ? first < resume_columns - 1 : first > resume_columns - 1;
    if (misplaced) {
      error(own_message(OwnMessage::rsd318i),
            in_apostrophes ? "text in apostrophes goes on in column 16 exactly"
                           : "operands go on in columns 4 to 16; what begins later is a comment",
            {records_.line(), static_cast<int>(first) + 1});
    }
    return in_apostrophes && !misplaced ? resume_columns - 1 : first;
  }

  /// Column 72 is not blank but the operands are complete: the next record continues the comment only.
  void skip_continued_comment() {
    const bool continued = !records_.at_end() && records_.kind() == JclRecords::Kind::statement &&
                           records_.text().substr(name_column, 1) == " " &&
                           records_.text().find_first_not_of(' ', name_column) >= 3;
    std::size_t at = name_column;
    if (continued && !is_jcl_operation(take_word(records_.text(), at))) take_record();
  }

  /// Reads the expression of an IF. It may continue in the next record at any blank, and THEN ends it.
  void read_expression(const std::string& first, std::size_t at) {
    std::string& expression = read_.field;
    std::string text = first;
    for (;;) {
      const std::string piece = base::trim(std::string_view(text).substr(at));
      const auto then = (" " + piece + " ").find(" THEN ");
      expression += (expression.empty() ? "" : " ") + base::trim(piece.substr(0, then));
      take_record();
      if (then != std::string::npos) break;
      const Position from{records_.line() - 1, operation_column_};
      if (expression.size() > base::limits::command_bytes || !find_continuation(from, open_expression)) return;
      text = statement_part();
      at = name_column;
    }
    expression = base::trim(expression);
  }

  JclRecords& records_;
  ReadStatement read_;
  int operation_column_ = 1;
  bool in_password_ = false;
};

}  // namespace

bool is_blank_record(std::string_view text) {
  return text.find_first_not_of(' ') == std::string_view::npos;
}

JclRecords::JclRecords(std::string_view stream) : lines_(base::lines(stream)) {
  end_of_text_ = lines_.size();
  while (end_of_text_ > 0 && is_blank_record(lines_[end_of_text_ - 1])) --end_of_text_;
  for (std::string& line : lines_) {
    const std::size_t kept = base::first_characters(line, record_columns + 1).size();
    line.resize(kept);
  }
}

bool JclRecords::longer_than_a_record() const {
  return base::count_characters(text()) > record_columns;
}

JclRecords::Kind JclRecords::kind_of(std::string_view record) {
  if (record.starts_with("//*")) return Kind::comment;
  if (record.starts_with("/*")) return Kind::slash_asterisk;
  if (!record.starts_with("//")) return Kind::data;
  const std::string_view rest = base::first_characters(record.substr(2), statement_columns - 2);
  return is_blank_record(rest) ? Kind::null_statement : Kind::statement;
}

Position ReadStatement::position(std::size_t offset) const {
  const auto after = std::upper_bound(pieces.begin(), pieces.end(), offset,
                                      [](std::size_t value, const FieldPiece& piece) { return value < piece.offset; });
  if (after == pieces.begin()) return statement.where;
  const FieldPiece& piece = *std::prev(after);
  return {piece.where.line, piece.where.column + static_cast<int>(offset - piece.offset)};
}

ReadStatement read_jcl_statement(JclRecords& records) {
  return StatementReader(records).read();
}

namespace {

/// Masks PASSWORD= of a JOB statement, whose list may go on in the next record, and all other passwords of a line.
std::string masked_image(std::string_view image, bool& in_password) {
  std::vector<SecretRange> ranges = line_secret_ranges(image);
  std::size_t open = image.find("PASSWORD=(");
  if (open != std::string_view::npos) open += std::string_view("PASSWORD=(").size();
  if (in_password) open = std::min(image.find_first_not_of(' ', name_column), image.size());
  if (open != std::string_view::npos) {
    const std::size_t end = std::min(image.find_first_of(") ", open), image.size());
    in_password = image.substr(end, 1) != ")";
    ranges.push_back({open, end});
  }
  return masked(image, merged(std::move(ranges)));
}

}  // namespace

std::string jcl_image(std::string_view record, bool& in_password) {
  return masked_image(base::first_characters(record, record_columns), in_password);
}

std::string shown_field(std::string_view field) {
  bool in_password = false;
  return masked_image(field, in_password);
}

}  // namespace ringside::parser
