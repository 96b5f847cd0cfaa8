// parser/tso/refusal.cpp - explains to people why PARSE refuses a command.
#include "parser/tso/refusal.hpp"

#include <algorithm>

#include "base/national.hpp"
#include "base/text.hpp"
#include "parser/lexical/lexical.hpp"

namespace ringside::parser {
namespace {

bool names_symbol(std::string_view text) {
  const auto ampersand = text.find('&');
  if (ampersand == std::string_view::npos || ampersand + 1 >= text.size()) return false;
  return base::is_name_start(text[ampersand + 1]);
}

/// The probable cause of a wrong operand that was copied from a document or a template.
std::string hint_about(std::string_view culprit) {
  if (const Typographic* one = find_typographic(culprit))
    return "; " + std::string(one->name) + " stands where " + std::string(one->meant) + " belongs";
  if (names_symbol(culprit)) return "; a symbol in it was not resolved";
  const bool template_text = culprit == "|" || culprit.find_first_of("{}") != std::string_view::npos ||
                             (culprit.starts_with('<') && culprit.ends_with('>'));
  return template_text ? "; this looks like template text that was not filled in" : std::string{};
}

}  // namespace

Diagnostic Explainer::explain(std::string text, std::size_t offset, std::string_view culprit) const {
  return {std::move(text) + hint_about(culprit), command_.position(offset), line_at(offset)};
}

std::string Explainer::echo(std::size_t begin, std::size_t end) const {
  const auto touches = [&](const SecretRange& range) { return range.begin < end && begin < range.end; };
  if (std::any_of(secrets().begin(), secrets().end(), touches)) return {};
  return command_.text.substr(begin, end - begin);
}

const std::vector<SecretRange>& Explainer::secrets() const {
  if (!secrets_) secrets_ = secret_ranges(command_.text);
  return *secrets_;
}

/// The command with an asterisk for each secret byte, so that columns do not change.
std::string Explainer::masked() const {
  std::string text = command_.text;
  for (const SecretRange& range : secrets())
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(range.begin),
              text.begin() + static_cast<std::ptrdiff_t>(range.end), '*');
  return text;
}

std::string Explainer::line_at(std::size_t offset) const {
  const auto& pieces = command_.pieces;
  const int line = command_.position(offset).line;
  const auto on_line = [&](const CommandText::Piece& piece) { return piece.where.line == line; };
  const auto first = std::find_if(pieces.begin(), pieces.end(), on_line);
  if (first == pieces.end()) return {};
  const auto next = std::find_if_not(first, pieces.end(), on_line);
  const std::size_t end = next == pieces.end() ? command_.text.size() : next->offset;
  const auto indent = static_cast<std::size_t>(first->where.column - 1);
  return std::string(indent, ' ') + base::trim_right(masked().substr(first->offset, end - first->offset));
}

}  // namespace ringside::parser
