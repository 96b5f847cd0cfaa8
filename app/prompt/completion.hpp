// app/prompt/completion.hpp - completes TSO commands, from the tables of commands and operands.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::app {

/// Returns the values that the lab has for an operand: the labels for LABEL, the users for ID.
using KnownValues = std::function<std::vector<std::string>(std::string_view operand, std::string_view command)>;

/// `text` is a command up to the cursor. Returns every word that may replace the last word of `text`, sorted: command
/// names, keywords that are allowed inside the open parentheses, or values of the open operand.
/// The last word begins after the last blank, parenthesis, comma or apostrophe. Inside apostrophes it is all text after
/// the opening one, and only the part after its last blank is returned.
std::vector<std::string> completions(const std::string& text, const KnownValues& known);

}  // namespace ringside::app
