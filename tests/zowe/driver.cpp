// tests/zowe/driver.cpp - a program that runs one operation on key rings and prints its outcome.
#include <cstdio>

#include "tests/zowe/operations.hpp"

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty()) return 2;
  const auto outcome = ringside::zowe::run(words.front(), {words.begin() + 1, words.end()});
  std::printf("%s %d/%d/%d %X\n", outcome.done ? "done" : "failed", outcome.saf, outcome.racf, outcome.reason,
              static_cast<unsigned>(outcome.status));
  if (!outcome.message.empty()) std::printf("message: %s\n", outcome.message.c_str());
  if (!outcome.warning.empty()) std::printf("warning: %s\n", outcome.warning.c_str());
  for (const std::string& line : outcome.lines) std::printf("%s\n", line.c_str());
  return 0;
}
