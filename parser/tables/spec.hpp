// parser/tables/spec.hpp - functions with short names that make the rows of the keyword tables.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "parser/tso/command_table.hpp"

namespace ringside::parser::tables {

using Keywords = std::span<const KeywordSpec>;
using Words = std::span<const std::string_view>;

inline constexpr std::size_t any_number = 10'000;
inline constexpr std::array<std::string_view, 1> asterisk{"*"};
inline constexpr std::array<std::string_view, 2> yes_no_words{"YES", "NO"};

/// Exactly one value, of `least` to `most` characters; for a number, from `least` to `most`.
constexpr SubfieldSpec one(ValueKind kind, std::size_t most = 255, std::size_t least = 1) {
  return {.value = kind, .fewest_values = 1, .most_values = 1, .least = least, .most = most};
}

/// One or more values.
constexpr SubfieldSpec many(ValueKind kind, std::size_t most = 255) {
  return {.value = kind, .fewest_values = 1, .most_values = any_number, .most = most};
}

/// `subfield` that also accepts the words `also`.
constexpr SubfieldSpec or_word(SubfieldSpec subfield, Words also) {
  subfield.also = also;
  return subfield;
}

constexpr SubfieldSpec one_word(Words words) {
  return {.value = ValueKind::word, .fewest_values = 1, .most_values = 1, .one_of = words};
}

constexpr SubfieldSpec some_words(Words words) {
  return {.value = ValueKind::word, .fewest_values = 1, .most_values = any_number, .one_of = words};
}

constexpr SubfieldSpec keys(Keywords keywords) {
  return {.keywords = keywords};
}

/// A keyword without a subfield.
constexpr KeywordSpec flag(std::string_view name) {
  return {.name = name};
}

/// A keyword that must have a subfield. `prompt` is the value in messages of PARSE.
constexpr KeywordSpec with(std::string_view name, SubfieldSpec subfield, std::string_view prompt = {}) {
  return {.name = name, .subfield_required = true, .subfield_allowed = true, .subfield = subfield, .prompt = prompt};
}

/// A keyword that may have a subfield.
constexpr KeywordSpec maybe(std::string_view name, SubfieldSpec subfield, std::string_view prompt = {}) {
  return {.name = name, .subfield_allowed = true, .subfield = subfield, .prompt = prompt};
}

constexpr KeywordSpec text(std::string_view name, std::size_t most = 255) {
  return with(name, one(ValueKind::quoted, most));
}
constexpr KeywordSpec word(std::string_view name, std::size_t most = 255) {
  return with(name, one(ValueKind::word, most));
}
constexpr KeywordSpec group_name(std::string_view name) {
  return with(name, one(ValueKind::name, 8));
}
constexpr KeywordSpec user(std::string_view name) {
  return with(name, one(ValueKind::user_id, 8));
}
constexpr KeywordSpec number(std::string_view name, std::size_t most = 2'147'483'647, std::size_t least = 0) {
  return with(name, one(ValueKind::number, most, least));
}
constexpr KeywordSpec yes_no(std::string_view name) {
  return with(name, one_word(yes_no_words));
}

/// A keyword whose value is never shown.
constexpr KeywordSpec secret(std::string_view name, std::size_t most = 255, std::string_view prompt = {}) {
  KeywordSpec keyword = with(name, one(ValueKind::quoted, most), prompt);
  keyword.secret = true;
  return keyword;
}

/// A keyword whose subfield has keywords that the site defines (CSDATA).
constexpr KeywordSpec custom(std::string_view name) {
  return with(name, {.value = ValueKind::custom, .fewest_values = 1, .most_values = any_number});
}

/// A positional operand.
constexpr KeywordSpec positional(std::string_view name, SubfieldSpec subfield, std::string_view prompt = {}) {
  return with(name, subfield, prompt);
}
constexpr KeywordSpec optional_positional(std::string_view name, SubfieldSpec subfield) {
  subfield.fewest_values = 0;
  return maybe(name, subfield);
}

// `keyword` with the texts of its IKJ56701I, as captured on a real system.
constexpr KeywordSpec missing(KeywordSpec keyword, std::string_view item, std::string_view help) {
  keyword.missing_item = item;
  keyword.missing = help;
  return keyword;
}

constexpr KeywordSpec refused_with(KeywordSpec keyword, std::span<const FixedMessage> messages) {
  keyword.refusal = messages;
  return keyword;
}

/// `keyword` as one of a set of alternatives, which `set` names in the plural: "functions". The last one counts.
constexpr KeywordSpec among(std::string_view set, KeywordSpec keyword) {
  keyword.one_of = set;
  return keyword;
}
template <std::size_t size>
constexpr std::array<KeywordSpec, size> all_among(std::string_view set, std::array<KeywordSpec, size> keywords) {
  for (KeywordSpec& keyword : keywords) keyword.one_of = set;
  return keywords;
}

/// Joins several tables into one.
template <std::size_t... sizes>
constexpr auto all_of(const std::array<KeywordSpec, sizes>&... parts) {
  std::array<KeywordSpec, (sizes + ...)> all{};
  std::size_t at = 0;
  const auto take = [&](const auto& part) {
    for (const KeywordSpec& keyword : part) all[at++] = keyword;
  };
  (take(parts), ...);
  return all;
}

// Operands that many commands share.
inline constexpr std::array<std::string_view, 6> access_levels{"NONE", "EXECUTE", "READ", "UPDATE", "CONTROL", "ALTER"};
inline constexpr KeywordSpec universal_access =
    missing(with("UACC", one_word(access_levels), "UNIVERSAL ACCESS"), "UNIVERSAL ACCESS",
            "ALTER, CONTROL, UPDATE, READ, EXECUTE, OR NONE");
inline constexpr std::array remote{with("AT", many(ValueKind::word)), with("ONLYAT", many(ValueKind::word))};

}  // namespace ringside::parser::tables
