// parser/tso/record.hpp - records of SYSTSIN to commands, as the batch TMP reads them.
//
// Columns 73 to 80 are dropped, '+' and '-' at the end of a record join it to the next (TSO/E REXX and CLIST,
// "Continuation lines": '+' takes the next record's leading separators away, '-' keeps them). Comments stay in the
// text; the operand grammar skips them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parser/lexical/diagnostic.hpp"

namespace ringside::parser {

/// One record with its line in the file that it came from.
struct Record {
  std::string text;
  int line = 0;
};

/// One command after its continuations are joined; `text` is blank for a blank or comment-only record.
struct CommandText {
  std::string text;
  std::vector<Record> records;  ///< as read, for the echo
  /// Where the character at `offset` of `text` stood.
  [[nodiscard]] Position position(std::size_t offset) const;

  struct Piece {
    std::size_t offset;  ///< in `text`
    Position where;      ///< of its first character
  };
  std::vector<Piece> pieces;
};

/// What the reader noticed and a person would want to know: text in columns 73-80 that is no sequence number, a curly
/// quote, a tab, "TSO " before a command.
struct RecordNote {
  std::string text;
  Position where;
};

struct CommandStream {
  std::vector<CommandText> commands;
  std::vector<RecordNote> notes;
};

/// What a record is: a card image, whose columns from 73 on are not read, or a line of a terminal or file, read whole.
enum class RecordForm { card, line };

/// Splits SYSTSIN. Never fails: what cannot be a command is left for the command processor to refuse.
CommandStream read_commands(const std::vector<Record>& records, RecordForm form = RecordForm::card);

/// One command typed at a prompt or given as an argument; no columns 73-80, line 1.
CommandText single_command(std::string_view text);

}  // namespace ringside::parser
