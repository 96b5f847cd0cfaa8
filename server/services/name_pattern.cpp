// server/services/name_pattern.cpp - names with wildcards.
#include "server/services/name_pattern.hpp"

#include <string>
#include <vector>

namespace ringside::services {
namespace {

/// A pattern taken apart: a character, or one of three wildcards.
struct Token {
  enum class Kind { character, one, in_qualifier, any };
  Kind kind = Kind::character;
  char character = 0;
};

bool takes(const Token& token, char c) {
  switch (token.kind) {
    case Token::Kind::character:
      return token.character == c;
    case Token::Kind::one:
    case Token::Kind::in_qualifier:
      return c != '.';
    case Token::Kind::any:
      break;
  }
  return true;
}

bool repeats(const Token& token) {
  return token.kind == Token::Kind::in_qualifier || token.kind == Token::Kind::any;
}

/// Follows all matches at once, so that no pattern takes long: reached[i] is whether the first i tokens match so far.
bool matches(const std::vector<Token>& tokens, std::string_view name) {
  std::vector<bool> reached(tokens.size() + 1);
  reached[0] = true;
  const auto skip_repeating = [&] {
    for (std::size_t at = 0; at < tokens.size(); ++at)
      if (reached[at] && repeats(tokens[at])) reached[at + 1] = true;
  };
  skip_repeating();
  for (const char c : name) {
    std::vector<bool> next(tokens.size() + 1);
    for (std::size_t at = 0; at < tokens.size(); ++at)
      if (reached[at] && takes(tokens[at], c)) next[repeats(tokens[at]) ? at : at + 1] = true;
    reached = std::move(next);
    skip_repeating();
  }
  return reached.back();
}

std::vector<Token> tokens_of(std::string_view pattern, Token::Kind asterisk) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '*' && pattern.substr(at, 2) == "**") {
      tokens.push_back({Token::Kind::any, 0});
      ++at;
    } else if (pattern[at] == '*') {
      tokens.push_back({asterisk, 0});
    } else if (pattern[at] == '%') {
      tokens.push_back({Token::Kind::one, 0});
    } else {
      tokens.push_back({Token::Kind::character, pattern[at]});
    }
  }
  return tokens;
}

}  // namespace

bool matches_name(std::string_view pattern, std::string_view name) {
  return matches(tokens_of(pattern, Token::Kind::any), name);
}

bool matches_level(std::string_view level, std::string_view name) {
  if (matches(tokens_of(level, Token::Kind::in_qualifier), name)) return true;
  if (level.find_first_of("*%") != std::string_view::npos) return false;
  return name.substr(0, level.size()) == level && name.substr(level.size(), 1) == ".";
}

}  // namespace ringside::services
