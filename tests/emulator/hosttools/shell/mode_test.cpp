// tests/emulator/hosttools/shell/mode_test.cpp - octal and symbolic modes.
#include "emulator/hosttools/shell/mode.hpp"

#include <gtest/gtest.h>

namespace ringside::shell {
namespace {

TEST(Mode, IsOctalOrLetters) {
  EXPECT_EQ(apply_mode("600", 0, false), 0600u);
  EXPECT_EQ(apply_mode("u=rw,go=", 0777, false), 0600u);
  EXPECT_EQ(apply_mode("+x", 0644, false), 0755u);
  EXPECT_EQ(apply_mode("a-w", 0666, false), 0444u);
  EXPECT_EQ(apply_mode("go+rX", 0600, true), 0655u);
  for (const char* wrong : {"", "8", "77777", "u", "u+q", "rw", "u=r,"})
    EXPECT_FALSE(apply_mode(wrong, 0, false)) << wrong;
}

}  // namespace
}  // namespace ringside::shell
