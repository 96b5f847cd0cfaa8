// base/utf8.cpp - the one decoder and encoder of UTF-8.
#include "base/utf8.hpp"

#include <algorithm>

namespace ringside::base {
namespace {

constexpr unsigned octet(char c) {
  return static_cast<unsigned char>(c);
}

/// Octets of a character that begins with `lead`: 1 to 4. A continuation octet announces 2.
constexpr std::size_t announced_length(char lead) {
  return octet(lead) < 0x80 ? 1 : octet(lead) < 0xE0 ? 2 : octet(lead) < 0xF0 ? 3 : 4;
}

/// Returns whether an RFC 3629 character can begin with `c`. C0 and C1 begin overlong forms only.
constexpr bool is_lead(char c) {
  return octet(c) < 0x80 || (octet(c) >= 0xC2 && octet(c) <= 0xF4);
}

/// The smallest character that needs `length` octets.
constexpr char32_t least_code(std::size_t length) {
  constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
  return least[length - 1];
}

constexpr bool is_surrogate(char32_t code) {
  return code >= 0xD800 && code <= 0xDFFF;
}

}  // namespace

std::size_t sequence_length(std::string_view text) {
  const std::size_t most = is_continuation(text.front()) ? 1 : announced_character(text).size();
  std::size_t length = 1;
  while (length < most && is_continuation(text[length])) ++length;
  return length;
}

std::string_view announced_character(std::string_view text) {
  return text.substr(0, announced_length(text.front()));
}

Utf8Step next_sequence(std::string_view text) {
  const std::size_t length = announced_length(text.front());
  if (!is_lead(text.front()) || sequence_length(text) != length) return {};
  char32_t code = octet(text.front());
  if (length > 1) code &= 0xFFU >> (length + 1);
  for (const char c : text.substr(1, length - 1)) code = code << 6 | (octet(c) & 0x3FU);
  return {length, code};
}

Utf8Step next_character(std::string_view text) {
  const Utf8Step step = next_sequence(text);
  const bool is_character =
      step.code && *step.code >= least_code(step.length) && *step.code <= 0x10FFFF && !is_surrogate(*step.code);
  return is_character ? step : Utf8Step{};
}

bool is_latin1(std::string_view character) {
  return octet(character.front()) <= 0xC3;
}

bool is_control(std::string_view character) {
  const unsigned first = octet(character.front());
  const bool c1 = first == 0xC2 && character.size() > 1 && octet(character[1]) < 0xA0;
  return first < 0x20 || first == 0x7F || c1;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const Utf8Step step = next_character(text);
    if (!step.code) return false;
    text.remove_prefix(step.length);
  }
  return true;
}

std::size_t count_characters(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t seen = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (!is_continuation(text[at]) && ++seen > count) return text.substr(0, at);
  return text;
}

std::string encoded(char32_t code) {
  if (code < 0x80) return {static_cast<char>(code)};
  const std::size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  std::string octets(length, '\0');
  for (std::size_t at = length - 1; at > 0; --at, code >>= 6) octets[at] = static_cast<char>(0x80 | (code & 0x3F));
  octets[0] = static_cast<char>((0xF0U << (4 - length)) | code);
  return octets;
}

std::string well_formed(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const Utf8Step step = next_character(text);
    const bool allowed = step.code && *step.code != 0xFFFE && *step.code != 0xFFFF;
    const std::size_t length = allowed ? step.length : 1;
    result += allowed ? text.substr(0, length) : "?";
    text.remove_prefix(length);
  }
  return result;
}

}  // namespace ringside::base
