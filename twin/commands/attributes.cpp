// twin/commands/attributes.cpp - operands for the attributes of users and connections.
#include "twin/commands/attributes.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "emulator/racf/users/user_attributes.hpp"
#include "twin/commands/command_text.hpp"

namespace ringside::twin {
namespace {

using database::Attributes;

constexpr std::array<std::string_view, 10> user_switches{"ADSP",       "AUDITOR",    "EXPIRED", "GRPACC",  "OIDCARD",
                                                         "OPERATIONS", "RESTRICTED", "ROAUDIT", "SPECIAL", "UAUDIT"};
constexpr std::array<std::string_view, 5> connection_switches{"ADSP", "AUDITOR", "GRPACC", "OPERATIONS", "SPECIAL"};
constexpr std::array<std::string_view, 3> password_words{"PROTECTED", "NOPASSWORD", "PASSPHRASE"};

bool is_switch_of(AttributeHolder holder, std::string_view word) {
  return holder == AttributeHolder::user
             ? std::find(user_switches.begin(), user_switches.end(), word) != user_switches.end()
             : std::find(connection_switches.begin(), connection_switches.end(), word) != connection_switches.end();
}

/// The operand for a word that is added or removed; empty if there is none.
void change_word(AttributeHolder holder, const std::string& word, bool on, AttributeText& text) {
  const bool is_authority = word.starts_with("CLAUTH(") && holder == AttributeHolder::user;
  if (is_switch_of(holder, word) || is_authority) {
    text.operands.push_back((on ? "" : "NO") + word);
  } else if (word == "REVOKED") {
    text.operands.emplace_back(on ? "REVOKE" : "RESUME");
  } else if (word.starts_with("REVOKE=") || word.starts_with("RESUME=")) {
    const std::string keyword = word.substr(0, 6);
    text.dates.push_back(on ? operand(keyword, word.substr(7)) : "NO" + keyword);
  } else {
    text.left_out.push_back(on ? word : "the removal of " + word);
  }
}

struct LogOn {
  bool password = false, phrase = false;
};

LogOn log_on_of(const Attributes& attributes) {
  return {!attributes.contains("PROTECTED") && !attributes.contains("NOPASSWORD"), attributes.contains("PASSPHRASE")};
}

bool is_elsewhere(const std::string& word) {
  return std::find(password_words.begin(), password_words.end(), word) != password_words.end() ||
         word.starts_with("PASS-INTERVAL=");
}

}  // namespace

AttributeText attribute_text(AttributeHolder holder, const Attributes& now, const Attributes& wanted) {
  AttributeText text;
  for (const std::string& word : now)
    if (!wanted.contains(word) && !is_elsewhere(word)) change_word(holder, word, false, text);
  for (const std::string& word : wanted)
    if (!now.contains(word) && !is_elsewhere(word)) change_word(holder, word, true, text);
  return text;
}

std::vector<std::string> password_operands(const Attributes& now, const Attributes& wanted) {
  const LogOn before = log_on_of(now), after = log_on_of(wanted);
  std::vector<std::string> operands;
  if (before.password != after.password) operands.emplace_back(after.password ? "PASSWORD" : "NOPASSWORD");
  if (before.phrase != after.phrase) operands.emplace_back(after.phrase ? "PHRASE" : "NOPHRASE");
  return operands;
}

std::string interval_operand(const Attributes& now, const Attributes& wanted) {
  const auto interval_of = [](Attributes attributes) {
    attributes.erase("PROTECTED");  // hides the interval
    return racf::password_interval(attributes);
  };
  const std::string after = interval_of(wanted);
  if (interval_of(now) == after) return {};
  return after == racf::no_password_interval ? "NOINTERVAL" : operand("INTERVAL", after);
}

}  // namespace ringside::twin
