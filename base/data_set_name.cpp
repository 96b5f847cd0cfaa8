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

}  // namespace ringside::base
