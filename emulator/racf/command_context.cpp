// emulator/racf/command_context.cpp - what a running RACF command works with.
#include "emulator/racf/command_context.hpp"

#include <algorithm>

namespace ringside::racf {

void Context::say(MessageId id, const std::vector<std::string>& inserts, int return_code) {
  result_.lines.push_back({messages().number(id), messages().text(id, inserts)});
  result_.return_code = std::max(result_.return_code, return_code);
}

void Context::warn(MessageId id, const std::vector<std::string>& inserts) {
  say(id, inserts, messages().row(id).return_code);
}

void Context::say(const parser::Message& message) {
  result_.lines.push_back({message.id, message.text});
}

void Context::line(std::string text) {
  result_.lines.push_back({"", std::move(text)});
}

void Context::console(std::string text) {
  result_.console.push_back(std::move(text));
}

void Context::diagnose(std::string text) {
  auto& remarks = result_.diagnostics;
  if (std::find(remarks.begin(), remarks.end(), text) == remarks.end()) remarks.push_back(std::move(text));
}

host::CommandResult Context::finish(std::string command, const Result<void>& outcome) {
  if (!outcome) {
    const Refusal& refusal = outcome.error();
    say(refusal.id, refusal.inserts,
        refusal.return_code != 0 ? refusal.return_code : messages().row(refusal.id).return_code);
  } else {
    for (const std::string& profile_class : changed_)
      if (database().classes.has(profile_class, "RACLIST")) say(MessageId::irrd175i, {profile_class});
  }
  result_.command = std::move(command);
  return std::move(result_);
}

}  // namespace ringside::racf
