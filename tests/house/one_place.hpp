// tests/house/one_place.hpp - what has one place in the sources: numbers of own messages, and the database of a lab.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "tests/house/house_rules.hpp"

namespace ringside::house {

inline constexpr std::string_view own_message_table = "base/own_message_table.inc";

/// The numbers of Ringside's own messages, RSDnnnx, that occur in a text, in order and with repetitions.
inline std::vector<std::string> own_numbers_in(std::string_view text) {
  constexpr std::string_view prefix = "RSD";
  constexpr std::size_t length = 7;
  const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  std::vector<std::string> found;
  for (auto at = text.find(prefix); at != std::string_view::npos; at = text.find(prefix, at + 1)) {
    const std::string_view number = text.substr(at, length);
    if (number.size() == length && std::all_of(number.begin() + 3, number.begin() + 6, is_digit) &&
        std::string_view("IWE").find(number.back()) != std::string_view::npos)
      found.emplace_back(number);
  }
  return found;
}

/// Tables that explain numbers to people.
inline constexpr std::string_view glossary_tables = "harness/glossary";

/// Code names an own message by its id; only the registry and the glossary hold its number, and no literal begins with
/// the prefix. Comments and tests may name it.
inline std::vector<std::string> check_own_numbers(const SourceFile& file) {
  if (file.path == own_message_table || file.path.starts_with("tests/")) return {};
  if (is_in(file.path, glossary_tables) && file.path.ends_with(".inc")) return {};
  std::vector<std::string> found;
  const std::string code = without_comments(file.text);
  for (const std::string& number : own_numbers_in(code))
    found.push_back(file.path + ": " + number + " belongs in " + std::string(own_message_table));
  if (found.empty() && code.find("\"RSD") != std::string::npos)
    found.push_back(file.path + ": puts the number of an own message together");
  return found;
}

/// Only emulator/lab opens the database of a lab: no other source names database::Store or includes its header. Tests
/// may.
inline std::vector<std::string> check_database_access(const SourceFile& file) {
  const auto may = {"emulator/database", "emulator/lab", "tests"};
  if (std::any_of(may.begin(), may.end(), [&](std::string_view folder) { return is_in(file.path, folder); })) return {};
  for (const Include& include : includes_of(file.text))
    if (include.header == "emulator/database/store.hpp")
      return {file.path + ": includes " + include.header + "; only emulator/lab opens a lab's database"};
  constexpr std::string_view store = "database::Store";
  for (auto at = file.text.find(store); at != std::string::npos; at = file.text.find(store, at + 1)) {
    const auto next = at + store.size();
    if (next == file.text.size() || std::isalnum(static_cast<unsigned char>(file.text[next])) == 0)
      return {file.path + ": names database::Store; only emulator/lab opens a lab's database"};
  }
  return {};
}

}  // namespace ringside::house
