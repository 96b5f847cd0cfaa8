// base/utf8.hpp - the one decoder and encoder of UTF-8.
//
// Every function takes any octets. They differ only in what they do with octets that are not UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ringside::base {

/// One step of a walk through a text.
struct Utf8Step {
  std::size_t length = 1;        ///< octets to go on
  std::optional<char32_t> code;  ///< the character; nullopt for an octet that belongs to no character (length 1)
};

/// The character at the start of `text`, which is not empty. Only characters of RFC 3629: no overlong form, no
/// surrogate, nothing above U+10FFFF.
Utf8Step next_character(std::string_view text);

/// As next_character(), but checks only the number of octets, so that surrogates and overlong forms of three and four
/// octets pass: Java has strings with lone surrogates.
Utf8Step next_sequence(std::string_view text);

/// Returns whether `c` is an octet that continues a character (10xxxxxx).
constexpr bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Octets at the start of `text` (not empty) that belong together: the first one and the continuation octets that it
/// announces, as many as are there. 1 for a continuation octet.
std::size_t sequence_length(std::string_view text);

/// As many octets of `text` (not empty) as the first one announces, 1 to 4, whatever the others are; less at the end of
/// the text. A continuation octet announces 2.
std::string_view announced_character(std::string_view text);

/// Returns whether the first octet of `character`, a result of announced_character(), is of a character up to U+00FF.
bool is_latin1(std::string_view character);

/// Returns whether `character`, a result of announced_character() or one step of a walk, is a control character: C0,
/// DEL or C1 (U+0080 to U+009F; terminals take U+009B as the start of an escape sequence).
bool is_control(std::string_view character);

/// Returns whether the whole text is characters of RFC 3629.
bool is_utf8(std::string_view text);

/// The number of characters. Counts the octets that are not continuation octets, so that it needs no valid text.
std::size_t count_characters(std::string_view text);

/// The first `count` characters of the text, counted as count_characters() does.
std::string_view first_characters(std::string_view text, std::size_t count);

/// `code` in UTF-8. A surrogate is encoded like any other number below U+10000.
std::string encoded(char32_t code);

/// The text with '?' for every octet that belongs to no character, or to one that XML 1.0 forbids (U+FFFE, U+FFFF).
std::string well_formed(std::string_view text);

}  // namespace ringside::base
