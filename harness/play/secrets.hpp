// harness/play/secrets.hpp - the passwords that a scenario has used, which its reports do not show.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace ringside::harness {

class Secrets {
 public:
  /// Adds a password. Shorter ones than three characters are left out: they are part of any text.
  void add(std::string_view secret);

  /// The line with asterisks in place of passwords: a line that is one, a value after '=', and elsewhere those with a
  /// digit or another sign than a letter, since a password such as "default" is a word as well.
  [[nodiscard]] std::string hidden(std::string_view line) const;

 private:
  std::set<std::string, std::less<>> secrets_;
};

}  // namespace ringside::harness
