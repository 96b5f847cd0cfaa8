// tests/app/prompt/line_editor_test.cpp - lines read at a terminal, with Ctrl-C at any moment.
#include "app/prompt/line_editor.hpp"

#include <csignal>

#include <gtest/gtest.h>

#include "tests/support/pseudo_terminal.hpp"

namespace ringside::app {
namespace {

// Completion runs between two keys: the signal comes while no read waits that it could end.
TEST(LineEditorAtATerminal, SeesAnInterruptBetweenTwoKeys) {
  constexpr int interrupted = 7;
  test_support::PseudoTerminal terminal([] {
    LineEditor editor("", [](const std::string&) {
      std::raise(SIGINT);
      return std::vector<std::string>{};
    });
    const auto line = editor.read("> ");
    return line && line->interrupted ? interrupted : 0;
  });
  ASSERT_TRUE(terminal.shows("> "));
  ASSERT_TRUE(terminal.takes_keys());
  terminal.type("A\t");
  EXPECT_EQ(terminal.status(), interrupted) << terminal.screen();
}

}  // namespace
}  // namespace ringside::app
