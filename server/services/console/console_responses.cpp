// server/services/console/console_responses.cpp - the answers of console commands that no request has fetched.
#include "server/services/console/console_responses.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace ringside::services {

std::string ConsoleResponses::add(const std::string& system, const std::string& user, std::string text) {
  constexpr std::size_t most_answers = 1'000;
  answers_.push_back({fmt::format("C{:07}", ++count_), system, user, std::move(text)});
  if (answers_.size() > most_answers) answers_.pop_front();
  return answers_.back().key;
}

std::optional<std::string> ConsoleResponses::take(const std::string& system, const std::string& user,
                                                  const std::string& key) {
  const auto found = std::find_if(answers_.begin(), answers_.end(), [&](const Answer& answer) {
    return answer.key == key && answer.system == system && answer.user == user;
  });
  if (found == answers_.end()) return std::nullopt;
  return std::exchange(found->text, {});
}

}  // namespace ringside::services
