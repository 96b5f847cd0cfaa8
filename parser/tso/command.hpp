// parser/tso/command.hpp - a TSO command with its operands resolved against the command's table: what handlers are
// given.
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
  std::string text;  ///< folded as the table says; a data set name without its quotes
  bool quoted = false;
  Position where;
};

/// A keyword that was given, by its full name, with what stood in its parentheses.
struct Keyword {
  std::string name;
  Position where;
  std::vector<Value> values;
  std::vector<Keyword> keywords;
  bool secret = false;

  /// The keyword of this name directly inside; the last one if it was given twice; nullptr if it was not given.
  [[nodiscard]] const Keyword* find(std::string_view keyword) const;
  [[nodiscard]] bool has(std::string_view keyword) const { return find(keyword) != nullptr; }
  /// The first value of the keyword of this name directly inside; empty if there is none.
  [[nodiscard]] std::string value_of(std::string_view keyword) const;
  /// The first own value; empty if there is none.
  [[nodiscard]] std::string value() const { return values.empty() ? std::string{} : values.front().text; }
};

struct Command {
  std::string name;               ///< full name: SETROPTS for SETR
  Keyword operands;               ///< all operands; positionals stand among its keywords
  std::vector<Message> messages;  ///< PARSE's informational messages (IKJ56707I, IKJ56716I), before the command's own
  std::vector<Diagnostic> notes;  ///< what PARSE passes in silence and a person would want to know: operands after ';'
};

/// Why PARSE refused, in its own messages, with the return code of the command (rulings: 8; unknown command: 12).
struct CommandError {
  std::vector<Message> messages;
  int return_code = 8;
  Diagnostic diagnostic;  ///< the same for a person: place, cause, "did you mean"
};

using ParsedCommand = tl::expected<Command, CommandError>;

/// Resolves a joined command: name syntax (IKJ56621I), known command (IKJ56500I), keywords by unique prefix
/// (IKJ56712I), values (IKJ56702I, IKJ56701I, IKJ56717I). The text must not be blank. `site_classes` are classes that
/// the security database defines beside the supplied ones (class CDT); PARSE refuses the others.
ParsedCommand parse_command(const CommandText& text, std::span<const std::string> site_classes = {});

/// The command text with the values of secret keywords (PASSWORD, PHRASE) replaced by asterisks; for logs and reports.
/// Works on refused commands as well: whatever stands in parentheses after such a keyword goes.
std::string redacted(std::string_view command);

}  // namespace ringside::parser
