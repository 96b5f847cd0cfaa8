// parser/lexical/diagnostic.hpp - errors in a text, with their places.
#pragma once

#include <string>
#include <vector>

#include "base/own_message.hpp"

namespace ringside::parser {

using base::OwnMessage;

/// Line and column, both from 1; 0 means unknown.
struct Position {
  int line = 0;
  int column = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

/// A message number and its text, ready to print: {"IKJ56712I", "INVALID KEYWORD, XX"}.
struct Message {
  std::string id;
  std::string text;
  friend bool operator==(const Message&, const Message&) = default;
};

/// A message of Ringside's own with its inserts. Throws base::Fault if their count is wrong.
Message own_message(OwnMessage id, const std::vector<std::string>& inserts = {});

/// An error in a text: what is wrong, where, and the line that holds it.
struct Diagnostic {
  std::string text;
  Position where;
  std::string line;
};

/// The line that holds the error and, below it, a caret under the column, for people: of a long line only a part around
/// the column, between "...". Empty if the line is not known; without a caret if the column is not.
std::vector<std::string> shown_line(const Diagnostic& diagnostic);
/// "line 4, column 12: text", and below it the line with a caret under the column. Parts that are not known are left
/// out.
std::string describe(const Diagnostic& diagnostic);
/// "line 4, column 12", or "line 4" without a column; empty without a line.
std::string describe(Position where);

}  // namespace ringside::parser
