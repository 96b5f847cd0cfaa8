// tests/base/own_message_test.cpp - the registry of Ringside's own messages, and docs/messages.md made from it.
#include "base/own_message.hpp"

#include <array>
#include <cctype>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "tests/support/golden.hpp"

namespace ringside::base {
namespace {

using Row = MessageRow<OwnMessage>;

constexpr std::array names = {
#define RINGSIDE_MESSAGE(name, ...) std::string_view(#name),
#include "base/own_message_table.inc"
#undef RINGSIDE_MESSAGE
};

TEST(OwnMessages, StandInTheOrderOfTheirNumbersAndEachNumberOnce) {
  std::string_view before;
  for (const Row& row : own_messages().rows()) {
    EXPECT_LT(before, row.number);
    before = row.number;
  }
}

TEST(OwnMessages, HaveANumberThatIsTheirNameAndTellTheirKind) {
  for (std::size_t at = 0; at < names.size(); ++at) {
    const std::string number(own_messages().rows()[at].number);
    EXPECT_EQ(number, upper(names[at]));
    ASSERT_EQ(number.size(), 7u);
    EXPECT_TRUE(number.starts_with("RSD")) << number;
    EXPECT_NE(std::string_view("IWE").find(number.back()), std::string_view::npos) << number;
  }
}

TEST(OwnMessages, AreMarkedAsOwnAndSayWhatTheyStandFor) {
  for (const Row& row : own_messages().rows()) {
    EXPECT_EQ(row.mark, Mark::own) << row.number;
    EXPECT_FALSE(row.text.empty()) << row.number;
    EXPECT_FALSE(row.source.empty()) << row.number;
  }
}

/// "User {} is not defined" as "User [...] is not defined".
std::string shown(std::string_view text) {
  return replace_all(text, "{}", "[...]");
}

std::string section(char series, std::string_view title) {
  std::string text =
      fmt::format("\n## {}\n\n| number | text | return code | why Ringside's own |\n|---|---|---|---|\n", title);
  for (const Row& row : own_messages().rows())
    if (row.number[3] == series)
      text += fmt::format("| {} | {} | {} | {} |\n", row.number, shown(row.text),
                          row.return_code == 0 ? "-" : std::to_string(row.return_code), row.source);
  return text;
}

std::string page() {
  return R"(# Ringside's own messages

Where the number or the text of the real tool is not known, Ringside prints a message of its own. Its number begins with
RSD, so that nobody takes it for a message of IBM's or HCL's. This page is made from `base/own_message_table.inc`; a test
compares them.

The last letter is the kind: I information or refusal, W warning, E error. "[...]" is a value that the message inserts. The
return code is that of a command that ends with the message; "-" where the message sets none: a JCL error stops the job
before its first step, and a program of a step ends with the condition code that its manual gives.
)" + section('2', "RACF") +
         section('3', "TSO commands, JCL, jobs and their programs") + section('4', "Agents and connections") +
         section('5', "z/OSMF's services: the return code is the status of the HTTP response");
}

TEST(OwnMessages, HaveEachARowOnThePageOfTheirSeries) {
  const std::string text = page();
  for (const Row& row : own_messages().rows())
    EXPECT_NE(text.find(fmt::format("| {} |", row.number)), std::string::npos) << row.number;
}

TEST(OwnMessages, ThePageIsTheRegistry) {
  test_support::expect_golden("../../docs/messages.md", page());
}

}  // namespace
}  // namespace ringside::base
