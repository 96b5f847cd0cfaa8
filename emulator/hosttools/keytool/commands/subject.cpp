// emulator/hosttools/keytool/commands/subject.cpp - asks for first and last name, organizational unit, ... country.
#include "emulator/hosttools/keytool/commands/subject.hpp"

#include <array>

#include "base/text.hpp"
#include "emulator/hosttools/keytool/certificates/dname.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

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

// One reader serves all questions, so that the input after an answer is kept for the next one.
std::string ask(Tool& tool, const std::string& question, const std::string& otherwise) {
  tool.error(question + "\n  [" + otherwise + "]:  ");
  const auto line = tool.process().streams.read_line();
  return !line || collated(*line).empty() ? otherwise : base::trim_right(*line);
}

}  // namespace

base::Bytes ask_for_subject(Tool& tool) {
  std::array<std::string, questions.size()> answers;
  answers.fill("Unknown");
  for (int round = 0; round <= most_rounds; ++round) {
    std::string name;
    for (std::size_t i = 0; i < questions.size(); ++i) {
      answers[i] = ask(tool, questions[i].text, answers[i]);
      name += (i == 0 ? "" : ", ") + std::string(questions[i].keyword) + "=" + quoted(answers[i]);
    }
    const base::Bytes subject = parse_dname(name);
    const std::string answer = collated(ask(tool, "Is " + dname_text(subject) + " correct?", "no"));
    if (answer == "yes" || answer == "y") {
      tool.process().streams.drop_typed_ahead();
      tool.error("\n");
      return subject;
    }
  }
  refuse_as("java.lang.RuntimeException", "Too many retries, program terminated");
}

}  // namespace ringside::keytool
