// emulator/keytool/commands/subject.cpp - first and last name, organizational unit, ... country.
#include "emulator/keytool/commands/subject.hpp"

#include <array>

#include "emulator/keytool/dname.hpp"
#include "emulator/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

struct Question {
  const char* keyword;
  const char* text;
};
constexpr std::array questions = {
    Question{"CN", "What is your first and last name?"},
    Question{"OU", "What is the name of your organizational unit?"},
    Question{"O", "What is the name of your organization?"},
    Question{"L", "What is the name of your City or Locality?"},
    Question{"ST", "What is the name of your State or Province?"},
    Question{"C", "What is the two-letter country code for this unit?"},
};
constexpr int most_rounds = 20;

std::string quoted(const std::string& value) {
  std::string text = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + "\"";
}

}  // namespace

base::Bytes ask_for_subject(Tool& tool) {
  std::array<std::string, questions.size()> answers;
  answers.fill("Unknown");
  for (int round = 0; round <= most_rounds; ++round) {
    std::string name;
    for (std::size_t i = 0; i < questions.size(); ++i) {
      answers[i] = tool.ask_line(std::string(questions[i].text) + "\n  [" + answers[i] + "]:  ", answers[i]);
      name += (i == 0 ? "" : ", ") + std::string(questions[i].keyword) + "=" + quoted(answers[i]);
    }
    const base::Bytes subject = parse_dname(name);
    const std::string answer = tool.ask_line("Is " + dname_text(subject) + " correct?\n  [no]:  ", "no");
    if (answer == "yes" || answer == "y" || answer == "YES" || answer == "Y" || answer == "Yes") {
      tool.error("\n");
      return subject;
    }
  }
  refuse_as("java.lang.RuntimeException", "Too many retries, program terminated");
}

}  // namespace ringside::keytool
