// base/json.cpp - a JSON value, and its text by nlohmann-json: the only file that includes it, since it is slow to
// compile.
#include "base/json.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/fault.hpp"

namespace ringside::base {
namespace {

using Library = nlohmann::ordered_json;

constexpr int indent = 2;

Library to_library(const Json& json);

struct ToLibrary {
  Library operator()(std::monostate) const { return nullptr; }
  Library operator()(bool value) const { return value; }
  Library operator()(std::int64_t value) const { return value; }
  Library operator()(double value) const { return value; }
  Library operator()(const std::string& value) const { return value; }
  Library operator()(const Json::Array& values) const {
    Library array = Library::array();
    for (const Json& value : values) array.push_back(to_library(value));
    return array;
  }
  Library operator()(const Json::Object& members) const {
    Library object = Library::object();
    for (const auto& [name, value] : members) object.push_back({name, to_library(value)});
    return object;
  }
};

Library to_library(const Json& json) {
  return std::visit(ToLibrary{}, json.value());
}

Json from_library(const Library& json) {
  if (json.is_null()) return {};
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_string()) return json.get<std::string>();
  if (json.is_number()) return json.get<double>();
  Json value = json.is_array() ? Json::array() : Json::object();
  for (const auto& [name, member] : json.items()) {
    if (json.is_array())
      value.push_back(from_library(member));
    else
      value[name] = from_library(member);
  }
  return value;
}

}  // namespace

Json::Json(std::initializer_list<Member> members) : value_(Object(members)) {}

Json Json::array(std::initializer_list<Json> values) {
  Json json;
  json.value_ = Array(values);
  return json;
}

Json Json::object() {
  Json json;
  json.value_ = Object();
  return json;
}

Json Json::parse(const std::string& text) {
  try {
    return from_library(Library::parse(text));
  } catch (const Library::exception& e) {
    throw Fault(std::string("JSON: ") + e.what());
  }
}

Json& Json::operator[](std::string_view name) {
  if (std::holds_alternative<std::monostate>(value_)) value_ = Object();
  auto* members = std::get_if<Object>(&value_);
  if (members == nullptr) throw Fault("JSON: a member of what is not an object");
  const auto found =
      std::find_if(members->begin(), members->end(), [&](const Member& member) { return member.first == name; });
  return found != members->end() ? found->second : members->emplace_back(std::string(name), Json()).second;
}

void Json::update(const Json& object) {
  const auto* members = std::get_if<Object>(&object.value_);
  if (members == nullptr) throw Fault("JSON: members of what is not an object");
  for (const auto& [name, value] : *members) (*this)[name] = value;
}

void Json::push_back(Json value) {
  if (std::holds_alternative<std::monostate>(value_)) value_ = Array();
  auto* values = std::get_if<Array>(&value_);
  if (values == nullptr) throw Fault("JSON: an element of what is not an array");
  values->push_back(std::move(value));
}

std::string Json::compact() const {
  return to_library(*this).dump(-1, ' ', false, Library::error_handler_t::replace);
}

std::string Json::text() const {
  return to_library(*this).dump(indent, ' ', false, Library::error_handler_t::replace);
}

}  // namespace ringside::base
