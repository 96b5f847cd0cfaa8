// parser/scripts/velocity.cpp - replaces references to workflow variables in a template.
#include "parser/scripts/velocity.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::parser {
namespace {

constexpr std::array<std::string_view, 2> scopes = {"instance-", "global-"};

constexpr std::array<std::string_view, 12> directives = {"#if",    "#elseif",   "#else",   "#end",
                                                         "#set",   "#foreach",  "#macro",  "#parse",
                                                         "#break", "#evaluate", "#define", "#stop"};

bool is_velocity_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// A reference at the start of a text.
struct Reference {
  std::string name;
  std::size_t length = 0;
  bool quiet = false;
};

/// The reference that `text` begins with; nullopt if its dollar sign is literal.
std::optional<Reference> reference_at(std::string_view text) {
  Reference found;
  std::size_t at = 1;
  found.quiet = text.substr(at, 1) == "!";
  at += found.quiet ? 1 : 0;
  const bool braces = text.substr(at, 1) == "{";
  at += braces ? 1 : 0;
  const auto* scope = std::find_if(scopes.begin(), scopes.end(),
                                   [&](std::string_view one) { return text.substr(at).starts_with(one); });
  if (scope == scopes.end()) return std::nullopt;
  at += scope->size();
  std::size_t end = at;
  while (end < text.size() && is_velocity_name_character(text[end])) ++end;
  if (end == at || (braces && text.substr(end, 1) != "}")) return std::nullopt;
  found.name = std::string(text.substr(at, end - at));
  found.length = end + (braces ? 1 : 0);
  return found;
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::string with_values(std::string_view line, const std::map<std::string, std::string>& values, Substituted& result) {
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    const auto reference = line[at] == '$' ? reference_at(line.substr(at)) : std::nullopt;
    if (!reference) {
      text += line[at++];
      continue;
    }
    const auto value = values.find(reference->name);
    if (value != values.end()) {
      text += value->second;
    } else if (!reference->quiet) {
      add_once(result.unresolved, reference->name);
    }
    at += reference->length;
  }
  return text;
}

std::string directive_in(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    const std::string_view rest = line.substr(at);
    for (const std::string_view directive : directives) {
      const bool whole = rest.starts_with(directive) &&
                         (rest.size() == directive.size() || !is_velocity_name_character(rest[directive.size()]));
      if (whole) return std::string(directive);
    }
  }
  return {};
}

}  // namespace

Substituted substitute(std::string_view text, const std::map<std::string, std::string>& values) {
  Substituted result;
  int number = 0;
  for (const std::string& line : base::lines(text)) {
    ++number;
    if (base::trim(line).starts_with("##")) continue;
    if (const std::string directive = directive_in(line); !directive.empty())
      result.directives.push_back(fmt::format("{} in line {} of the template", directive, number));
    result.text += with_values(line, values, result) + "\n";
  }
  return result;
}

}  // namespace ringside::parser
