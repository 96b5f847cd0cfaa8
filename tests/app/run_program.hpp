// tests/app/run_program.hpp - the program run on streams of a test.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "app/command_line.hpp"

namespace ringside::test_support {

struct Run {
  int status = 0;
  std::string out, error;
};

inline Run run_ringside(const std::vector<std::string>& arguments, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream error;
  const int status = app::run(arguments, in, out, error);
  return {status, out.str(), error.str()};
}

}  // namespace ringside::test_support
