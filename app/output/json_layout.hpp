// app/output/json_layout.hpp - what --json prints, as tables. The printed schema and docs/json.md follow them.
#pragma once

#include <span>
#include <string_view>

namespace ringside::app {

/// A member of an object. `type` is a list of alternatives separated by '|': text, number (whole), flag, nothing
/// (null), 'literal', the name of a JsonObject, [type] for an array, {type} for an object with members of any names.
struct JsonField {
  std::string_view name;
  std::string_view type;
  std::string_view about;
  bool always = true;  ///< false: the member may be missing
};

struct JsonObject {
  std::string_view name;
  std::string_view about;
  std::span<const JsonField> fields;
  std::string_view base = {};  ///< an object whose fields come first
};

/// What a subcommand prints: results of these types (alternatives), then its summary with these counts.
struct JsonAnswer {
  std::string_view subcommand;
  std::string_view results;  ///< empty: none
  std::span<const JsonField> counts;
};

std::span<const JsonObject> json_objects();
std::span<const JsonAnswer> json_answers();
/// The members of every summary, before the counts.
std::span<const JsonField> json_summary();

}  // namespace ringside::app
