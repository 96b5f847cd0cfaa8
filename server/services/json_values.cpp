// server/services/json_values.cpp - the members of a JSON body.
#include "server/services/json_values.hpp"

#include <algorithm>

#include "base/fault.hpp"
#include "base/text.hpp"

namespace ringside::services {
namespace {

constexpr int most_depth = 32;

/// Whether brackets outside of strings nest too deep, so that a parser would need much stack.
bool is_too_deep(const std::string& text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string && c == '\\') ++at;
    if (c == '"') in_string = !in_string;
    if (in_string) continue;
    if ((c == '{' || c == '[') && ++depth > most_depth) return true;
    if (c == '}' || c == ']') --depth;
  }
  return false;
}

}  // namespace

std::optional<base::Json> json_object(const std::string& body) {
  if (is_too_deep(body)) return std::nullopt;
  try {
    base::Json json = base::Json::parse(body);
    if (std::holds_alternative<base::Json::Object>(json.value())) return json;
  } catch (const base::Fault&) {
    // The body is no JSON.
  }
  return std::nullopt;
}

const base::Json* member(const base::Json& object, std::string_view name) {
  const auto* members = std::get_if<base::Json::Object>(&object.value());
  if (members == nullptr) return nullptr;
  const auto found =
      std::find_if(members->begin(), members->end(), [&](const auto& each) { return each.first == name; });
  return found == members->end() ? nullptr : &found->second;
}

std::optional<std::string> member_text(const base::Json& object, std::string_view name) {
  const base::Json* value = member(object, name);
  if (value == nullptr) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&value->value())) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value->value())) return std::to_string(*number);
  return std::nullopt;
}

std::optional<long> member_number(const base::Json& object, std::string_view name) {
  constexpr long most = 999'999'999;
  const auto text = member_text(object, name);
  return text ? base::number(*text, most) : std::nullopt;
}

}  // namespace ringside::services
