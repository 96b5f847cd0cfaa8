// emulator/hosttools/keytool/prompts.cpp - questions: on standard error, answered from a terminal or a pipe.
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {
namespace {

constexpr int attempts = 3;
constexpr int most_wrong_answers = 20;

bool same(const Password& a, const Password& b) {
  return a && b && a->reveal() == b->reveal();
}

std::string without_return(std::string line) {
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace

Password Tool::ask_password(const std::string& prompt) {
  error(prompt);
  const auto line = process_.streams.read_line(true);
  if (!line) return std::nullopt;
  std::string answer = without_return(*line);
  if (answer.empty()) return std::nullopt;
  return base::Secret(std::move(answer));
}

std::string Tool::ask_line(const std::string& prompt) {
  return ask_line_or_end(prompt).value_or("");
}

Text Tool::ask_line_or_end(const std::string& prompt) {
  error(prompt);
  const auto line = process_.streams.read_line();
  process_.streams.drop_typed_ahead();
  return line ? Text(without_return(*line)) : Text();
}

bool Tool::ask_yes_no(const std::string& prompt) {
  for (int i = 0; i <= most_wrong_answers; ++i) {
    const std::string answer = collated(ask_line(prompt));
    if (answer.empty() || answer == "n" || answer == "no") return false;
    if (answer == "y" || answer == "yes") return true;
    error("Wrong answer, try again\n");
  }
  refuse_as("java.lang.RuntimeException", "Too many retries, program terminated");
}

base::Secret Tool::ask_key_password(const std::string& alias) {
  for (int i = 0; i < attempts; ++i)
    if (auto answer = ask_password("Enter key password for <" + alias + ">")) return *answer;
  refuse("Too many failures - try later");
}

base::Secret Tool::choose_key_password(const std::string& alias, const base::Secret& otherwise,
                                       const std::string& same_as) {
  const std::string hint =
      same_as.empty() ? "\t(RETURN if same as keystore password):  " : "\t(RETURN if same as for <" + same_as + ">)";
  for (int i = 0; i < attempts; ++i) {
    const Password answer = ask_password("Enter key password for <" + alias + ">\n" + hint);
    if (!answer) return otherwise;
    if (answer->reveal().size() < shortest_password) {
      error("Key password is too short - must be at least 6 characters\n");
      continue;
    }
    if (same(answer, ask_password("Re-enter new password: "))) return *answer;
    error("They don't match. Try again\n");
  }
  refuse(options.command->command == Command::keyclone ? "Too many failures. Key entry not cloned"
                                                       : "Too many failures - key not added to keystore");
}

base::Secret Tool::password_for_new_key() {
  if (options.keypass) return *options.keypass;
  const base::Secret of_store = options.storepass.value_or(base::Secret());
  return keys_share_password() ? of_store : choose_key_password(alias(), of_store);
}

base::Secret Tool::choose_new_password(const std::string& what, const Password& old) {
  for (int i = 0; i < attempts; ++i) {
    const Password answer = ask_password("New " + what + ": ");
    if (!answer || answer->reveal().size() < shortest_password)
      error("Password is too short - must be at least 6 characters\n");
    else if (same(answer, old))
      error("Passwords must differ\n");
    else if (same(answer, ask_password("Re-enter new " + what + ": ")))
      return *answer;
    else
      error("They don't match. Try again\n");
  }
  refuse("Too many failures - try later");
}

}  // namespace ringside::keytool
