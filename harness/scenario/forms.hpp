// harness/scenario/forms.hpp - every mapping of a scenario file with its keys. The reader and the published JSON Schema
// both follow these tables.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::harness {

inline constexpr bool is_required = true;

/// A key of a mapping. `type` is a list of alternatives separated by '|': a form's id, one of type_words() (text, flag,
/// moment, days, code, tag, message number), verdict, 'literal', 1.5 for that number, 1..9 for a whole number between
/// these, [type] for a list, {type} for a mapping with any keys.
struct FormKey {
  std::string_view name;
  std::string_view type;
  std::string_view about;
  bool required = false;
};

struct Form {
  std::string_view id;    ///< its name in types and in the schema
  std::string_view what;  ///< its name in messages: "a step"
  std::span<const FormKey> keys;
};

/// The scenario itself comes first.
std::span<const Form> all_forms();
/// Throws base::Fault if there is no such form.
const Form& form(std::string_view id);

/// Names, as in messages, of the forms that have such a key; each once.
std::vector<std::string> forms_with(std::string_view key);

/// A type that is not a form, and how the schema describes it.
struct Word {
  std::string_view name;
  std::string_view json_type;  ///< "string", "number", "boolean", or several separated by commas
  std::string_view pattern;    ///< a regular expression; empty: anything
};
std::span<const Word> type_words();

/// Splits a type at each '|' outside of brackets.
std::vector<std::string_view> alternatives(std::string_view type);

}  // namespace ringside::harness
