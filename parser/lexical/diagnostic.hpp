// parser/lexical/diagnostic.hpp - a wrong text, with its place.
#pragma once

#include <string>

namespace ringside::parser {

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

/// What is wrong with a text, where, and the line itself.
struct Diagnostic {
  std::string text;
  Position where;
  std::string line;
};

}  // namespace ringside::parser
