// app/prompt/completion.hpp - what can be typed next in a TSO command, from the tables that PARSE works by.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::app {

/// Values that the lab knows for an operand: the labels for LABEL, the users for ID.
using KnownValues = std::function<std::vector<std::string>(std::string_view operand, std::string_view command)>;

/// Every word that may replace the one that ends `text`, which is a command up to the cursor: commands, the keywords
/// of the place between the parentheses, or values of the operand that is open. Sorted; empty where nothing is known.
/// A word is what follows the last blank, parenthesis, comma or apostrophe; inside apostrophes all that follows the
/// first one, of which the candidates then give the part behind the last blank.
std::vector<std::string> completions(const std::string& text, const KnownValues& known);

}  // namespace ringside::app
