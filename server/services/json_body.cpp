// server/services/json_body.cpp - the JSON that clients send.
#include "server/services/json_body.hpp"

#include <algorithm>
#include <variant>

#include "base/fault.hpp"
#include "base/text.hpp"

namespace ringside::services {
namespace {

/// How deep brackets nest outside of strings.
int depth_of(std::string_view text) {
  int depth = 0, deepest = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string && c == '\\') {
      ++at;
    } else if (c == '"') {
      in_string = !in_string;
    } else if (!in_string) {
      depth += c == '[' || c == '{' ? 1 : 0;
      depth -= c == ']' || c == '}' ? 1 : 0;
      deepest = std::max(deepest, depth);
    }
  }
  return deepest;
}

}  // namespace

std::optional<base::Json> json_object(const std::string& text) {
  if (text.size() > most_json_bytes || depth_of(text) > most_json_depth) return std::nullopt;
  try {
    base::Json json = base::Json::parse(text);
    return std::holds_alternative<base::Json::Object>(json.value()) ? std::optional(std::move(json)) : std::nullopt;
  } catch (const base::Fault&) {
    return std::nullopt;
  }
}

const base::Json* member(const base::Json& object, std::string_view name) {
  const auto* members = std::get_if<base::Json::Object>(&object.value());
  if (members == nullptr) return nullptr;
  const auto found = std::find_if(members->begin(), members->end(),
                                  [&](const base::Json::Member& each) { return each.first == name; });
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

std::string text_of(const base::Json& object, std::string_view name) {
  const base::Json* value = member(object, name);
  const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->value());
  return text == nullptr ? "" : *text;
}

}  // namespace ringside::services
