// server/services/json_body.cpp - the JSON that clients send.
#include "server/services/json_body.hpp"

#include <algorithm>
#include <set>
#include <variant>
#include <vector>

#include "base/fault.hpp"
#include "base/text.hpp"

namespace ringside::services {
namespace {

/// The brackets, strings and names of a JSON text, before it is parsed: parsing takes long where there are many names.
class Shape {
 public:
  explicit Shape(std::string_view text) : text_(text) {}

  [[nodiscard]] bool is_good() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const char c = text_[at];
      if (c == '"') {
        const std::size_t end = end_of_string(at);
        last_string_ = text_.substr(at, end - at);
        at = end;
      } else if (c == ':' && !take_name()) {
        return false;
      } else if (c == '[' || c == '{') {
        names_.emplace_back();
        if (names_.size() > most_json_depth) return false;
      } else if ((c == ']' || c == '}') && !names_.empty()) {
        names_.pop_back();
      }
    }
    return true;
  }

 private:
  /// The place of the quotation mark that ends the string, or the end of the text.
  [[nodiscard]] std::size_t end_of_string(std::size_t at) const {
    for (++at; at < text_.size() && text_[at] != '"'; ++at)
      if (text_[at] == '\\') ++at;
    return std::min(at, text_.size());
  }
  /// The string before a colon is a name; no object has one twice.
  bool take_name() {
    return ++members_ <= most_json_members && !names_.empty() && names_.back().insert(last_string_).second;
  }

  std::string_view text_;
  std::string_view last_string_;
  std::vector<std::set<std::string_view>> names_;  // of the brackets that are open
  std::size_t members_ = 0;
};

}  // namespace

std::optional<base::Json> json_object(const std::string& text) {
  if (text.size() > most_json_bytes || !Shape(text).is_good()) return std::nullopt;
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

std::optional<bool> member_flag(const base::Json& object, std::string_view name) {
  const base::Json* value = member(object, name);
  if (value == nullptr) return std::nullopt;
  if (const bool* flag = std::get_if<bool>(&value->value())) return *flag;
  const std::string text = base::lower(text_of(object, name));
  return text == "true" ? std::optional(true) : text == "false" ? std::optional(false) : std::nullopt;
}

std::string text_of(const base::Json& object, std::string_view name) {
  const base::Json* value = member(object, name);
  const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->value());
  return text == nullptr ? "" : *text;
}

}  // namespace ringside::services
