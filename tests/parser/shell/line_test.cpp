// tests/parser/shell/line_test.cpp - scripts as values, and what is refused before anything runs.
#include "parser/shell/line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace ringside::parser {
namespace {

using testing::HasSubstr;

/// A script in one line: words in brackets, quoted parts in quotes, variables with $, redirections with their sign.
std::string shown(const ShellWord& word) {
  std::string text = "[";
  for (const ShellPart& part : word.parts) {
    const std::string plain = part.variable ? "$" + part.text : part.text;
    text += part.quoted ? "\"" + plain + "\"" : plain;
  }
  return text + "]";
}

std::string shown(const std::string& script) {
  const auto parsed = parse_shell(script);
  if (!parsed) return std::to_string(parsed.error().where.line) + ": " + parsed.error().text;
  std::string text;
  for (const ShellPipeline& pipeline : *parsed) {
    text += pipeline.joint == ShellJoint::if_success   ? " && "
            : pipeline.joint == ShellJoint::if_failure ? " || "
                                                       : "; ";
    if (pipeline.negated) text += "!";
    for (const ShellCommand& command : pipeline.commands) {
      if (&command != &pipeline.commands.front()) text += "|";
      for (const auto& [name, value] : command.assignments) text += name + "=" + shown(value);
      for (const ShellWord& word : command.words) text += shown(word);
      for (const ShellRedirection& redirection : command.redirections)
        text += std::to_string(redirection.descriptor) + "<>+&h"[static_cast<std::size_t>(redirection.kind)] +
                shown(redirection.target);
    }
  }
  return text.empty() ? text : text.substr(2);
}

TEST(ShellLine, WordsEndAtBlanksAndQuotesHoldThemTogether) {
  EXPECT_EQ(shown("openssl  rand\t-out x.rnd"), "[openssl][rand][-out][x.rnd]");
  EXPECT_EQ(shown("a 'b c'd \"e $F\" g\\ h \"\""), "[a][\"b c\"d][\"e \"\"$F\"][g\" \"h][\"\"]");
  EXPECT_EQ(shown("a \"\\$x \\n\" '\\$x'"), "[a][\"$x \\n\"][\"\\$x\"]");
}

TEST(ShellLine, ABackslashJoinsLinesAndACommentEndsAtItsLine) {
  EXPECT_EQ(shown("openssl req -new \\\n  -key x # why\nls"), "[openssl][req][-new][-key][x]; [ls]");
  EXPECT_EQ(shown("echo a#b"), "[echo][a#b]");
  EXPECT_EQ(shown("\n\n# nothing\n"), "");
}

TEST(ShellLine, ListsAndPipelinesKeepTheirJoints) {
  EXPECT_EQ(shown("a && b || c; d | e\n! f"), "[a] && [b] || [c]; [d]|[e]; ![f]");
  EXPECT_EQ(shown("a &&\n\n b"), "[a] && [b]");
}

TEST(ShellLine, VariablesAndAssignmentsAreTold) {
  EXPECT_EQ(shown("X=a Y=\"b c\" cmd X=d $X ${Y}z $?"), "X=[a]Y=[\"b c\"][cmd][X=d][$X][$Yz][$?]");
  EXPECT_EQ(shown("echo $ $1x 100%"), "[echo][$][$1x][100%]");
}

TEST(ShellLine, RedirectionsHaveDescriptorAndTarget) {
  EXPECT_EQ(shown("a >x 2>>y <z 2>&1"), "[a]1>[x]2+[y]0<[z]2&[1]");
  EXPECT_EQ(shown("a 2 >x"), "[a][2]1>[x]");
}

TEST(ShellLine, HereDocumentsFollowTheirLine) {
  EXPECT_EQ(shown("cat <<EOF >x\na $B\n\\$c\nEOF\nls"), "[cat]0h[\"a \"\"$B\"\"\n$c\n\"]1>[x]; [ls]");
  EXPECT_EQ(shown("cat <<'EOF'\na $B\nEOF\n"), "[cat]0h[\"a $B\n\"]");
  EXPECT_EQ(shown("cat <<-A <<B\n\tone\n\tA\ntwo\nB\n"), "[cat]0h[\"one\n\"]0h[\"two\n\"]");
}

TEST(ShellLine, WhatIsNotEmulatedIsRefusedByNameAndPlace) {
  EXPECT_THAT(shown("ls\nif true; then ls; fi"), HasSubstr("2: 'if': conditions, loops"));
  EXPECT_EQ(shown("a `b`"), "1: command substitution is not emulated");
  EXPECT_EQ(shown("a $(b)"), "1: command substitution is not emulated");
  EXPECT_EQ(shown("a $((1))"), "1: arithmetic is not emulated");
  EXPECT_EQ(shown("a ${b:-c}"), "1: ${b:-c}: this form of expansion is not emulated");
  EXPECT_EQ(shown("a &"), "1: commands in the background are not emulated");
  EXPECT_EQ(shown("f() { ls; }"), "1: subshells and functions are not emulated");
  EXPECT_EQ(shown("(ls)"), "1: subshells and functions are not emulated");
  EXPECT_EQ(shown("a <<<b"), "1: this redirection with <<< is not emulated");
  EXPECT_EQ(shown("a 3>b"), "1: this redirection with > is not emulated");
}

TEST(ShellLine, WhatIsWrongIsRefusedAsAShellDoes) {
  EXPECT_EQ(shown("ls\necho 'a\n"), "2: unexpected EOF while looking for matching `''");
  EXPECT_EQ(shown("echo \"a"), "1: unexpected EOF while looking for matching `\"'");
  EXPECT_EQ(shown("a ; ; b"), "1: syntax error near unexpected token `;'");
  EXPECT_EQ(shown("&& a"), "1: syntax error near unexpected token `&&'");
  EXPECT_EQ(shown("a )"), "1: syntax error near unexpected token `)'");
  EXPECT_EQ(shown("a >\nb"), "1: syntax error near unexpected token `newline'");
  EXPECT_THAT(shown("a &&"), HasSubstr("syntax error near unexpected token"));
  EXPECT_EQ(shown("cat <<EOF\na\n"), "2: here-document is not ended by `EOF'");
}

TEST(ShellLine, HostileTextIsReadOrRefusedAtOnce) {
  EXPECT_THAT(shown(std::string(base::limits::shell_script_bytes + 1, 'x')), HasSubstr("longer than"));
  EXPECT_EQ(shown(std::string("a\nb\0c", 5)), "2: a zero octet stands in the script");
  std::string many;
  for (int i = 0; i < 6'000; ++i) many += "a\n";
  EXPECT_EQ(shown(many), "5121: more than 5120 commands for the size of the script");
  for (const char* unit : {"a|", "a;", "\"$a\"", "<<A ", "! ", "$", "\\", ">x ", "a&&", "'"}) {
    std::string text;
    while (text.size() < 100'000) text += unit;
    (void)parse_shell(text);
  }
}

}  // namespace
}  // namespace ringside::parser
