// base/json.hpp - a JSON value, and its text.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ringside::base {

/// null, true or false, an integer, another number, a string, an array, or an object whose members keep the order in
/// which they were added. Strings are octets, normally UTF-8.
///
/// `{{"name", "A"}, {"count", 2}}` is an object; an array is written `Json::array({1, 2})`.
class Json {
 public:
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;
  using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object>;

  Json() = default;  ///< null
  template <std::same_as<bool> Bool>
  Json(Bool value) : value_(value) {}
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) Json(Integer value) : value_(static_cast<std::int64_t>(value)) {}
  template <std::same_as<double> Number>
  Json(Number value) : value_(value) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(std::string value) : value_(std::move(value)) {}
  /// An array of the values.
  template <typename T>
  Json(const std::vector<T>& values) : value_(Array(values.begin(), values.end())) {}
  /// An object with these members.
  Json(std::initializer_list<Member> members);

  static Json array(std::initializer_list<Json> values = {});
  static Json object();  ///< without members
  /// The value of a JSON text. Throws base::Fault if the text is not JSON of the kinds above.
  static Json parse(const std::string& text);

  /// The member of that name, added as null if it is missing. Null becomes an object; throws base::Fault for other
  /// kinds.
  Json& operator[](std::string_view name);
  /// Sets every member of `object` here: replaces one of the same name, adds the others at the end.
  void update(const Json& object);
  /// Adds a value to an array. Null becomes an array; throws base::Fault for other kinds.
  void push_back(Json value);

  /// The text, indented by 2, without a line end after it. Octets that are not UTF-8 become U+FFFD.
  [[nodiscard]] std::string text() const;
  /// The same on one line, without blanks between its parts.
  [[nodiscard]] std::string compact() const;
  [[nodiscard]] const Value& value() const { return value_; }

 private:
  Value value_;
};

}  // namespace ringside::base
