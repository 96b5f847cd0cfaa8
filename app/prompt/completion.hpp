// app/prompt/completion.hpp - completes TSO commands, from the tables of commands and operands.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/tso/command_table.hpp"

namespace ringside::app {

/// The operand whose value is typed, and what the command says so far that narrows its values.
struct OpenOperand {
  std::string_view name;  ///< LABEL, DFLTGRP; of a positional its name in the table: PROFILE
  parser::ValueKind kind = parser::ValueKind::none;
  std::string owner;       ///< of the certificate or ring: a user ID, CERTAUTH or SITE; empty if none is typed yet
  std::string class_name;  ///< the class of profiles; empty if none is typed yet
  std::string_view command;
};

/// Returns the values that the lab has for an operand.
using KnownValues = std::function<std::vector<std::string>(const OpenOperand&)>;

/// `text` is a command up to the cursor. Returns every word that may replace the last word of `text`, sorted: command
/// names, keywords that are allowed inside the open parentheses, or values of the open operand.
/// The last word begins after the last blank, parenthesis, comma or apostrophe. Inside apostrophes it is all text after
/// the opening one, and only the part after its last blank is returned. A label or data set outside of apostrophes gets
/// them.
std::vector<std::string> completions(const std::string& text, const KnownValues& known);

}  // namespace ringside::app
