// base/text.hpp - small operations on text that every layer uses.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::base {

/// Upper or lower case of ASCII letters; all other bytes stay.
std::string upper(std::string_view text);
std::string lower(std::string_view text);

/// Removes blanks at both ends, or at the right end only.
std::string trim(std::string_view text);
std::string trim_right(std::string_view text);

/// Cuts `text`, or fills it with blanks on the right, to exactly `width` characters (of UTF-8, not bytes).
std::string pad_right(std::string_view text, std::size_t width);

std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// The lines without their ends. Both "\r\n" and "\n" end a line. A text that ends in a line end has no empty last
/// line.
std::vector<std::string> lines(std::string_view text);

/// The whole text as a decimal number without sign or blanks; nullopt if it is not one or is greater than `most`.
std::optional<long> number(std::string_view text, long most);

/// Replaces each control character (C0, DEL, C1) by '.', so that text from outside cannot send escape sequences to a
/// terminal.
std::string printable(std::string_view text);

}  // namespace ringside::base
