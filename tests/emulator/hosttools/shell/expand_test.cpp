// tests/emulator/hosttools/shell/expand_test.cpp - variables, fields, patterns and home directories.
#include "emulator/hosttools/shell/expand.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/hosttools/shell/shell_host.hpp"

namespace ringside::shell {
namespace {

using testing::ElementsAre;

class Expand : public ShellHost {
 protected:
  Expand() {
    for (const char* name : {"a.pem", "b.pem", "b[1].pem", ".c.pem"})
      (void)files_.write(std::string("/home/tws/") + name, {});
    state_.variables = {{"A", "x  y"}, {"STAR", "*.pem"}, {"EMPTY", ""}};
    state_.status = 3;
  }

  /// The fields of the operands of "echo WORDS".
  Expanded<Arguments> fields(const std::string& words) {
    const auto script = parser::parse_shell("echo " + words);
    auto found = expand_fields(script->front().commands.front().words, state_, process_);
    if (found) found->erase(found->begin());
    return found;
  }
  Expanded<std::string> text(const std::string& word) {
    const auto script = parser::parse_shell("V=" + word);
    return expand_text(script->front().commands.front().assignments.front().second, state_, process_);
  }

  State state_;
  host::TextStreams streams_;
  host::Process process_{lab_, system_, "root", files_, streams_, "/home/tws", {{"HOME", "/home/tws"}, {"E", "env"}}};
};

TEST_F(Expand, VariablesComeFromTheShellThenFromTheEnvironment) {
  state_.variables["E2"] = "own";
  process_.variables["E2"] = "env";
  EXPECT_THAT(*fields("$E $E2 $? $# $0 ${E}2"), ElementsAre("env", "own", "3", "0", "sh", "env2"));
  EXPECT_EQ(value_of(state_, process_, "NONE"), std::nullopt);
}

TEST_F(Expand, OnlyUnquotedVariablesAreSplit) {
  EXPECT_THAT(*fields("$A \"$A\""), ElementsAre("x", "y", "x  y"));
  EXPECT_THAT(*fields("p$A"), ElementsAre("px", "y"));
  EXPECT_THAT(*fields("$EMPTY \"$EMPTY\" '' $NONE"), ElementsAre("", ""));
  EXPECT_EQ(*text("$A"), "x  y");
}

TEST_F(Expand, UnquotedPatternsMatchFileNames) {
  EXPECT_THAT(*fields("*.pem ?.pem"), ElementsAre("a.pem", "b.pem", "b[1].pem", "a.pem", "b.pem"));
  EXPECT_THAT(*fields("'*'.pem \\*.pem *.none .*.pem"), ElementsAre("*.pem", "*.pem", "*.none", ".c.pem"));
  EXPECT_THAT(*fields("$STAR"), ElementsAre("a.pem", "b.pem", "b[1].pem"));
  EXPECT_THAT(*fields("\"$STAR\" /home/*/a.p*m"), ElementsAre("*.pem", "/home/tws/a.pem"));
  EXPECT_EQ(*text("*.pem"), "*.pem") << "an assignment keeps its pattern";
}

TEST_F(Expand, ATildeIsHome) {
  EXPECT_THAT(*fields("~ ~/x '~' a~ ~root"), ElementsAre("/home/tws", "/home/tws/x", "~", "a~", "~root"));
  EXPECT_EQ(*text("~/x"), "/home/tws/x");
}

TEST_F(Expand, AnUnsetVariableIsAnErrorUnderSetU) {
  state_.refuse_unset = true;
  EXPECT_EQ(fields("$NONE").error(), "NONE: unbound variable");
  EXPECT_EQ(text("a$NONE").error(), "NONE: unbound variable");
  EXPECT_THAT(*fields("\"$EMPTY\""), ElementsAre(""));
}

}  // namespace
}  // namespace ringside::shell
