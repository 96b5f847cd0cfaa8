// parser/tso/record.cpp - records of SYSTSIN to commands, as the batch TMP reads them.
#include "parser/tso/record.hpp"

#include <algorithm>
#include <string_view>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "parser/lexical/lexical.hpp"

namespace ringside::parser {
namespace {

constexpr std::size_t command_columns = 72;  // TSO/E: fixed-length records of SYSTSIN end with a sequence number
constexpr std::size_t sequence_columns = 80;
constexpr std::size_t piece_bytes =
    256;  // long commands have a piece for each so many bytes, so that positions are found quickly

enum class Join { none, plus, minus };

std::string_view without_trailing_blanks(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

bool is_sequence_number(std::string_view text) {
  const auto kept = without_trailing_blanks(text);
  return kept.empty() || (kept.size() == sequence_columns - command_columns &&
                          std::all_of(kept.begin(), kept.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

/// The length of leading separators, and of leading whole comments if the record does not begin inside a quoted string
/// or comment.
std::size_t leading_length(std::string_view text, const LexicalState& state) {
  const bool comments_too = !state.in_comment() && !state.in_quotes();
  std::size_t at = 0;
  for (;;) {
    const Lexeme lexeme = next_lexeme(text, at);
    const bool whole_comment = lexeme.kind == Lexeme::Kind::comment && lexeme.closed && comments_too;
    if (lexeme.kind != Lexeme::Kind::separators && !whole_comment) return at;
    at = lexeme.end;
  }
}

void drop_if_blank(CommandText& command) {
  if (!is_blank_command(command.text)) return;
  command.text.clear();
  command.pieces.clear();
}

/// Builds one stream of commands, record by record.
class Reader {
 public:
  Reader(RecordForm form, std::size_t records) : form_(form) { stream_.commands.reserve(records); }

  void read(const Record& record) {
    std::string_view text = record.text;
    if (form_ == RecordForm::card) {
      text = base::first_characters(text, command_columns);
      note_dropped_columns(record, text.size());
    }
    text = without_trailing_blanks(text);
    const bool blank = text.empty();
    const Join next = join_of(text);
    if (next != Join::none) text.remove_suffix(1);
    current_.records.push_back(record);
    append(text, record.line);
    // An empty line ends a continued command.
    join_ = blank ? Join::none : next;
    if (join_ == Join::none) finish();
  }

  CommandStream take() {
    if (!current_.records.empty()) finish();
    return std::move(stream_);
  }

 private:
  static Join join_of(std::string_view text) {
    if (text.ends_with('+')) return Join::plus;
    return text.ends_with('-') ? Join::minus : Join::none;
  }

  void append(std::string_view text, int line) {
    const std::size_t skipped = join_ == Join::plus ? leading_length(text, state_) : 0;
    const Position where{line, static_cast<int>(base::count_characters(text.substr(0, skipped))) + 1};
    text.remove_prefix(skipped);
    note_prefix(text, where);
    note_characters(text, where);
    // A command longer than the limit is refused as a whole, so the rest is not kept.
    if (current_.text.size() > base::limits::command_bytes) return;
    if (!text.empty()) current_.pieces.push_back({current_.text.size(), where});
    current_.text += text;
  }

  void finish() {
    drop_if_blank(current_);
    stream_.commands.push_back(std::move(current_));
    current_ = {};
    state_ = {};
    join_ = Join::none;
  }

  void note(std::string text, Position where) { stream_.notes.push_back({std::move(text), where}); }

  void note_dropped_columns(const Record& record, std::size_t kept) {
    const std::string_view rest = std::string_view(record.text).substr(kept);
    const std::string_view sequence = base::first_characters(rest, sequence_columns - command_columns);
    const bool harmless = is_sequence_number(sequence) && without_trailing_blanks(rest.substr(sequence.size())).empty();
    if (!harmless)
      note("text past column 72 is not read: it stands where sequence numbers stand",
           {record.line, command_columns + 1});
  }

  void note_prefix(std::string_view text, Position where) {
    if (current_.records.size() != 1) return;
    const Lexeme first = next_token(text, 0);
    if (!first.in(text).starts_with("TSO") && !first.in(text).starts_with("tso")) return;
    if (first.end - first.offset == 3 && next_token(text, first.end).kind == Lexeme::Kind::word)
      note("the prefix TSO belongs to the ISPF command line; in a job the command stands alone",
           {where.line, where.column + static_cast<int>(first.offset)});
  }

  /// Notes typographic characters and tabs outside comments, at most one of each kind for a record.
  void note_characters(std::string_view text, Position where) {
    bool told_character = false;
    bool told_tab = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const Typographic* one = told_character || state_.in_comment() ? nullptr : typographic_at(text.substr(at));
      const Position place{where.line, where.column};
      if (one != nullptr) {
        told_character = true;
        note(std::string(one->name) + " stands where " + std::string(one->meant) + " may be meant",
             {place.line, place.column + static_cast<int>(base::count_characters(text.substr(0, at)))});
      }
      if (text[at] == '\t' && !told_tab && !state_.in_comment()) {
        told_tab = true;
        note("a tab separates operands, but counts as one column",
             {place.line, place.column + static_cast<int>(base::count_characters(text.substr(0, at)))});
      }
      state_.feed(text[at]);
    }
  }

  RecordForm form_;
  CommandStream stream_;
  CommandText current_;
  LexicalState state_;
  Join join_ = Join::none;
};

}  // namespace

Position CommandText::position(std::size_t offset) const {
  const auto after = std::upper_bound(pieces.begin(), pieces.end(), offset,
                                      [](std::size_t value, const Piece& piece) { return value < piece.offset; });
  if (after == pieces.begin()) return records.empty() ? Position{} : Position{records.front().line, 1};
  const Piece& piece = *std::prev(after);
  const std::size_t length = std::min(offset, text.size()) - piece.offset;
  return {piece.where.line, piece.where.column + static_cast<int>(base::count_characters(
                                                     std::string_view(text).substr(piece.offset, length)))};
}

CommandStream read_commands(const std::vector<Record>& records, RecordForm form) {
  Reader reader(form, records.size());
  for (const Record& record : records) reader.read(record);
  return reader.take();
}

CommandText single_command(std::string_view text) {
  CommandText command;
  command.text = std::string(text);
  command.records.push_back({command.text, 1});
  int column = 1;
  for (std::size_t at = 0; at < text.size(); at += piece_bytes) {
    command.pieces.push_back({at, {1, column}});
    column += static_cast<int>(base::count_characters(text.substr(at, piece_bytes)));
  }
  drop_if_blank(command);
  return command;
}

}  // namespace ringside::parser
