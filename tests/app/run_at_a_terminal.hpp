// tests/app/run_at_a_terminal.hpp - the program run at a terminal of its own.
#pragma once

#include <string>
#include <vector>

#include "app/command_line.hpp"
#include "tests/support/pseudo_terminal.hpp"

namespace ringside::test_support {

class RunAtATerminal : public PseudoTerminal {
 public:
  explicit RunAtATerminal(std::vector<std::string> arguments)
      : PseudoTerminal([&arguments] {
          arguments.insert(arguments.begin(), "ringside");
          std::vector<char*> words;
          for (std::string& argument : arguments) words.push_back(argument.data());
          return app::run(static_cast<int>(words.size()), words.data());
        }) {}
};

}  // namespace ringside::test_support
