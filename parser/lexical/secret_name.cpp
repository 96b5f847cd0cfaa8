// parser/lexical/secret_name.cpp - names of variables, symbols, keys and files that hold passwords.
#include "parser/lexical/secret_name.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"

namespace ringside::parser {

bool is_secret_name(std::string_view name) {
  static constexpr std::array<std::string_view, 7> parts = {"PASS", "PHRASE", "SECRET", "PSWD", "PWD", "PW", "STASH"};
  const std::string folded = base::upper(name);
  if (folded == "PWD" || folded == "OLDPWD") return false;
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return folded.find(part) != std::string::npos; });
}

}  // namespace ringside::parser
