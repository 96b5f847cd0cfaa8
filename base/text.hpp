// base/text.hpp - small operations on text that every layer needs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::base {

/// A-Z for a-z; every other byte unchanged (RACF names are ASCII here).
std::string upper(std::string_view text);
std::string lower(std::string_view text);

/// Without blanks at either end, or at the right end only.
std::string trim(std::string_view text);
std::string trim_right(std::string_view text);

/// `text` cut or filled with blanks on the right to exactly `width` characters; a character of UTF-8 counts once.
std::string pad_right(std::string_view text, std::size_t width);

std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// Lines without their ends; "\r\n" and "\n" both end a line, and a missing last end is no extra line.
std::vector<std::string> lines(std::string_view text);

/// The whole text as a decimal number, no sign, no blanks; nothing if it is not one or exceeds `most`.
std::optional<long> number(std::string_view text, long most);

/// Control characters (C0, DEL, C1) and so terminal escapes replaced by '.', for output of names that came from
/// outside.
std::string printable(std::string_view text);

}  // namespace ringside::base
