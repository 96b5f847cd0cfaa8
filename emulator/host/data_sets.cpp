// emulator/host/data_sets.cpp - names of data sets.
#include "emulator/host/data_sets.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ringside::host {
namespace {

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || c == '@' || c == '#' || c == '$';
}

bool is_qualifier(std::string_view text) {
  return !text.empty() && text.size() <= 8 && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace

std::string qualify(std::string_view name, bool quoted, std::string_view prefix) {
  const std::string upper = base::upper(name);
  return quoted || prefix.empty() ? upper : base::upper(prefix) + "." + upper;
}

bool is_data_set_name(std::string_view name) {
  if (name.empty() || name.size() > 44) return false;
  const auto qualifiers = base::split(name, '.');
  return std::all_of(qualifiers.begin(), qualifiers.end(), [](const std::string& q) { return is_qualifier(q); });
}

}  // namespace ringside::host
