// parser/tso/record.hpp - records of SYSTSIN to commands, as the batch TMP reads them.
//
// Columns 73 to 80 are dropped. '+' or '-' at the end of a record joins it to the next: '+' removes leading separators
// of the next record, '-' keeps them (TSO/E REXX and CLIST, "Continuation lines"). Comments stay in the text; the
// grammar of operands skips them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parser/lexical/diagnostic.hpp"

namespace ringside::parser {

/// One record and its line in the file.
struct Record {
  std::string text;
  int line = 0;
};

/// One command with its continuations joined. `text` is empty if its records hold only blanks and comments.
struct CommandText {
  std::string text;
  std::vector<Record> records;  ///< as read, for the echo
  /// The place in the file of the character at `offset` of `text`.
  [[nodiscard]] Position position(std::size_t offset) const;

  struct Piece {
    std::size_t offset;  ///< in `text`
    Position where;      ///< of its first character
  };
  std::vector<Piece> pieces;
};

/// A note for people: text in columns 73 to 80 that is not a sequence number, a typographic quote, a tab, "TSO " before
/// a command.
struct RecordNote {
  std::string text;
  Position where;
};

struct CommandStream {
  std::vector<CommandText> commands;
  std::vector<RecordNote> notes;
};

/// A card image, of which columns 1 to 72 are read, or a line of a terminal or file, which is read whole.
enum class RecordForm { card, line };

/// Splits SYSTSIN into commands. Does not fail: text that is not a command is refused later, by parse_command().
CommandStream read_commands(const std::vector<Record>& records, RecordForm form = RecordForm::card);

/// One command typed at a prompt or given as an argument, read whole, in line 1.
CommandText single_command(std::string_view text);

}  // namespace ringside::parser
