// parser/tso/command.hpp - a TSO command whose operands are resolved by the table of the command.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "parser/lexical/diagnostic.hpp"
#include "parser/tso/command_table.hpp"
#include "parser/tso/record.hpp"

namespace ringside::parser {

struct Value {
  std::string text;  ///< folded to upper case as the table says; a data set name is without quotes
  bool quoted = false;
  Position where;
};

/// A keyword of a command: its full name and the content of its parentheses.
struct Keyword {
  std::string name;
  Position where;
  std::vector<Value> values;
  std::vector<Keyword> keywords;
  bool secret = false;

  /// The keyword of this name directly inside; the last one if there are several; nullptr if there is none.
  [[nodiscard]] const Keyword* find(std::string_view keyword) const;
  [[nodiscard]] bool has(std::string_view keyword) const { return find(keyword) != nullptr; }
  /// The first value of the keyword of this name directly inside; empty if there is none.
  [[nodiscard]] std::string value_of(std::string_view keyword) const;
  /// The first own value; empty if there is none.
  [[nodiscard]] std::string value() const { return values.empty() ? std::string{} : values.front().text; }
};

struct Command {
  std::string name;  ///< full name: SETROPTS for SETR
  Keyword operands;  ///< all operands; positionals stand among its keywords
  std::vector<Message>
      messages;  ///< informational messages of PARSE (IKJ56707I, IKJ56716I), printed before the command's
  std::vector<Diagnostic> notes;  ///< notes for people on what PARSE ignores without a message: operands after ';'
};

/// Why PARSE refused a command: its messages, and the return code (8; 12 for an unknown command).
struct CommandError {
  std::vector<Message> messages;
  int return_code = 8;
  Diagnostic diagnostic;  ///< the same for people: place, cause, "did you mean"
};

using ParsedCommand = tl::expected<Command, CommandError>;

/// Resolves a joined command: name syntax (IKJ56621I), known command (IKJ56500I), keywords by unique prefix
/// (IKJ56712I), values (IKJ56702I, IKJ56701I, IKJ56717I). The text must not be blank. `site_classes` are classes that
/// the security database defines beside the supplied ones (class CDT); PARSE refuses the others.
ParsedCommand parse_command(const CommandText& text, std::span<const std::string> site_classes = {});

}  // namespace ringside::parser
