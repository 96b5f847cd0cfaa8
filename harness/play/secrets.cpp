// harness/play/secrets.cpp - the passwords that a scenario has used, which its reports do not show.
#include "harness/play/secrets.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ringside::harness {
namespace {

constexpr std::size_t shortest = 3;
constexpr std::string_view mask = "********";

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_letter_or_digit(char c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}

/// Returns whether the word at `begin` of the line stands alone.
bool stands_alone(std::string_view line, std::size_t begin, std::size_t end) {
  return (begin == 0 || !is_letter_or_digit(line[begin - 1])) && (end == line.size() || !is_letter_or_digit(line[end]));
}

bool is_value(std::string_view line, std::size_t begin) {
  while (begin > 0 && (line[begin - 1] == '"' || line[begin - 1] == '\'')) --begin;
  return begin > 0 && line[begin - 1] == '=';
}

std::string without(std::string line, std::string_view secret) {
  const bool is_word = std::all_of(secret.begin(), secret.end(), is_letter);
  for (std::size_t at = line.find(secret); at != std::string::npos;) {
    const std::size_t end = at + secret.size();
    const bool whole = base::trim(line) == secret;
    if (whole || (stands_alone(line, at, end) && (!is_word || is_value(line, at)))) {
      line.replace(at, secret.size(), mask);
      at = line.find(secret, at + mask.size());
    } else {
      at = line.find(secret, at + 1);
    }
  }
  return line;
}

}  // namespace

void Secrets::add(std::string_view secret) {
  const std::string text = base::trim(secret);
  if (text.size() >= shortest) secrets_.insert(text);
}

std::string Secrets::hidden(std::string_view line) const {
  std::string shown(line);
  for (const std::string& secret : secrets_) shown = without(std::move(shown), secret);
  return shown;
}

}  // namespace ringside::harness
