// harness/scenario/forms.hpp - every mapping that a scenario file knows, with its keys: what the reader takes, and
// what the published JSON Schema says.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::harness {

/// A key of a mapping. `type` is alternatives between '|': a form's id, a word of the schema's (text, flag, number,
/// moment, code, verdict, message number), 'literal', [type] for a list, {type} for a mapping with free names.
struct FormKey {
  std::string_view name;
  std::string_view type;
  std::string_view about;
  bool required = false;
};

struct Form {
  std::string_view id;    ///< how types and the schema call it
  std::string_view what;  ///< how mistakes call it: "a step"
  std::span<const FormKey> keys;
};

/// The scenario itself comes first.
std::span<const Form> all_forms();
/// Throws base::Fault if there is no such form.
const Form& form(std::string_view id);

/// What the forms are called that have such a key, each once.
std::vector<std::string> forms_with(std::string_view key);

/// The words of types that are no forms: each with what the schema shows for it.
struct Word {
  std::string_view name;
  std::string_view json_type;  ///< "string", "number", "boolean", or several between commas
  std::string_view pattern;    ///< a regular expression; empty: anything
};
std::span<const Word> type_words();

/// The alternatives of a type, split at its outer '|'.
std::vector<std::string_view> alternatives(std::string_view type);

}  // namespace ringside::harness
