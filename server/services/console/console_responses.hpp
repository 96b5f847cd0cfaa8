// server/services/console/console_responses.hpp - the answers of console commands that no request has fetched.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

namespace ringside::services {

class ConsoleResponses {
 public:
  /// Keeps an answer of a user on a system. Returns its key: C0000001. The oldest of more than 1000 answers go.
  std::string add(const std::string& system, const std::string& user, std::string text);
  /// Takes the text of the key; empty if it was taken before. Returns nullopt if the user has no such key.
  std::optional<std::string> take(const std::string& system, const std::string& user, const std::string& key);

 private:
  struct Answer {
    std::string key, system, user, text;
  };
  std::deque<Answer> answers_;
  std::uint64_t count_ = 0;
};

}  // namespace ringside::services
