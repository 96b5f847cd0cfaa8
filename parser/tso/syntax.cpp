// parser/tso/syntax.cpp - the syntax of operands as HELP writes it.
#include "parser/tso/syntax.hpp"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::parser {
namespace {

// In the order of ValueKind.
constexpr auto value_forms = std::to_array<std::string_view>(
    {"", "'text'", "'text'", "'text'", "name", "userid", "word", "Name", "number", "hex-digits", "yyyy-mm-dd",
     "hh:mm:ss", "data-set-name", "ip-address", "class", "profile", "member", "field(value)", "data-set-profile"});

std::string form_of(const SubfieldSpec& subfield) {
  if (subfield.value == ValueKind::number) return fmt::format("{}-{}", subfield.least, subfield.most);
  return std::string(value_forms[static_cast<std::size_t>(subfield.value)]);
}

std::vector<std::string> words(std::span<const std::string_view> names) {
  return {names.begin(), names.end()};
}

}  // namespace

std::string values_syntax(const SubfieldSpec& subfield) {
  std::vector<std::string> forms = words(subfield.one_of);
  if (const std::string form = form_of(subfield); forms.empty() && !form.empty()) forms.push_back(form);
  for (const std::string& word : words(subfield.also)) forms.push_back(word);
  const std::string list = subfield.most_values > 1 && !forms.empty() ? " ..." : "";
  return base::join(forms, " | ") + list;
}

std::string keyword_syntax(const KeywordSpec& keyword) {
  if (!keyword.subfield_allowed) return std::string(keyword.name);
  std::string inside = keyword.subfield.keywords.empty() ? values_syntax(keyword.subfield) : "";
  for (const KeywordSpec& each : keyword.subfield.keywords)
    if (each.alias_of.empty()) inside += (inside.empty() ? "" : " ") + keyword_syntax(each);
  const std::string subfield = "(" + inside + ")";
  return std::string(keyword.name) + (keyword.subfield_required ? subfield : "[" + subfield + "]");
}

std::string positional_syntax(const KeywordSpec& positional) {
  const std::string list = positional.subfield.most_values > 1 ? " ..." : "";
  const std::string text = base::lower(positional.name) + list;
  return positional.subfield.fewest_values > 0 ? text : "[" + text + "]";
}

}  // namespace ringside::parser
