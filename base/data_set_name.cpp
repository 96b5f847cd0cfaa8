// base/data_set_name.cpp - the form of data set names.
#include "base/data_set_name.hpp"

#include <algorithm>
#include <string>

#include "base/national.hpp"
#include "base/text.hpp"

namespace ringside::base {
namespace {

constexpr std::size_t qualifier_characters = 8;

}  // namespace

bool is_qualifier(std::string_view text, Generic generic) {
  const auto is_generic = [&](char c) { return generic == Generic::yes && (c == '*' || c == '%'); };
  const auto allowed = [&](char c) { return is_name_character(c) || c == '-' || is_generic(c); };
  return !text.empty() && text.size() <= qualifier_characters &&
         (is_name_start(text.front()) || is_generic(text.front())) && std::all_of(text.begin(), text.end(), allowed);
}

bool is_data_set_name(std::string_view name, Generic generic) {
  if (name.size() > data_set_name_characters) return false;
  const auto qualifiers = split(name, '.');
  return std::all_of(qualifiers.begin(), qualifiers.end(),
                     [&](const std::string& qualifier) { return is_qualifier(qualifier, generic); });
}

bool is_member_name(std::string_view text) {
  return !text.empty() && text.size() <= qualifier_characters && is_name_start(text.front()) &&
         std::all_of(text.begin(), text.end(), is_name_character);
}

std::optional<MemberName> member_name(std::string_view name) {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos || !name.ends_with(')')) return std::nullopt;
  const std::string_view library = name.substr(0, open), member = name.substr(open + 1, name.size() - open - 2);
  if (!is_data_set_name(library) || !is_member_name(member)) return std::nullopt;
  return MemberName{std::string(library), std::string(member)};
}

std::string member_of(std::string_view library, std::string_view member) {
  return std::string(library) + "(" + std::string(member) + ")";
}

}  // namespace ringside::base
