// twin/commands/command_text.hpp - RACF commands as text: operands, and the lines that TSO joins.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ringside::twin {

/// The text in quotes; quotes inside are doubled.
std::string in_quotes(std::string_view text);

/// Whether TSO reads the text as one word without quotes: no separator, parenthesis, semicolon, quote or comment in it.
bool is_plain_word(std::string_view text);

/// The text as it is, or in quotes if it is not a plain word.
std::string word_operand(const std::string& text);

/// A positional operand: as word_operand(), in parentheses if its last character would continue the line.
std::string positional_operand(const std::string& text);

/// KEYWORD(value).
std::string operand(std::string_view keyword, const std::string& value);
/// KEYWORD('text').
std::string text_operand(std::string_view keyword, std::string_view text);

/// The command in lines of at most 72 columns. A line that is continued ends in '+' after a blank between operands, or
/// in '-' within a word or a quoted string.
std::vector<std::string> command_lines(const std::string& command);

/// The text as comments, one for each line of at most 72 columns. A line begins with a blank, since '/*' in column 1
/// ends the input of a batch job. What would end the comment is changed.
std::vector<std::string> comment_lines(const std::string& text);

/// The lists that a command takes, each of at most `most` items, with blanks between the items.
std::vector<std::string> item_lists(const std::vector<std::string>& items, std::size_t most);

}  // namespace ringside::twin
