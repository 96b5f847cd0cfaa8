// tests/app/output/terminal_text_test.cpp - what a terminal obeys or hides is shown escaped.
#include "app/output/terminal_text.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace ringside::app {
namespace {

TEST(TerminalText, PlainTextStays) {
  for (const char* text : {"", "a\tb\nc\r\nd", "z/OSMF\u00a2CertAuth", "\u4e2d\u6587 \U0001F600 e\u0301", "\\x1b"})
    EXPECT_EQ(terminal_text(text), text);
}

TEST(TerminalText, ControlsAreEscaped) {
  EXPECT_EQ(terminal_text("\x1b[2J\x1b]0;x\x07"), "\\u001b[2J\\u001b]0;x\\u0007");
  EXPECT_EQ(terminal_text("a\rb\bc\x7f\v\f"), "a\\u000db\\u0008c\\u007f\\u000b\\u000c");
  EXPECT_EQ(terminal_text(std::string_view("a\0b", 3)), "a\\u0000b");
  EXPECT_EQ(terminal_text("\u009b2J \u0085"), "\\u009b2J \\u0085");
  EXPECT_EQ(terminal_text("\x9b"
                          "2J \xff \xc2"),
            "\\x9b2J \\xff \\xc2")
      << "octets that are not UTF-8";
  EXPECT_EQ(terminal_text("\xc0\x9b \xe0\x82\x9b \xed\xa0\x80"), "\\xc0\\x9b \\xe0\\x82\\x9b \\xed\\xa0\\x80");
}

TEST(TerminalText, WhatTurnsOrHidesIsEscaped) {
  for (const char32_t code : {0xadU, 0x61cU, 0x200bU, 0x200cU, 0x200dU, 0x200eU, 0x200fU, 0x2028U, 0x2029U, 0x202aU,
                              0x202eU, 0x2060U, 0x2066U, 0x2069U, 0xfeffU, 0x3164U}) {
    std::string text;
    text += static_cast<char>(0xE0U | code >> 12U);
    text += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
    text += static_cast<char>(0x80U | (code & 0x3FU));
    if (code < 0x800) text = {static_cast<char>(0xC0U | code >> 6U), static_cast<char>(0x80U | (code & 0x3FU))};
    const std::string shown = terminal_text("a" + text + "b");
    EXPECT_EQ(shown.substr(0, 3), "a\\u") << static_cast<unsigned>(code);
    EXPECT_EQ(shown.size(), 8u) << shown;
  }
  EXPECT_EQ(terminal_text("\U000E0041"), "\\ue0041");
}

TEST(TerminalText, WritingInPiecesChangesNothing) {
  const std::string text = "a\u009b\u202e\u00e9\r\n\U0001F600\x9b\r\xe2\x82";
  for (std::size_t size = 1; size < 6; ++size) {
    std::ostringstream terminal;
    {
      TerminalBuffer buffer(*terminal.rdbuf());
      std::ostream out(&buffer);
      for (std::size_t at = 0; at < text.size(); at += size) out << text.substr(at, size) << std::flush;
    }
    EXPECT_EQ(terminal.str(), terminal_text(text)) << size;
  }
  std::ostringstream terminal;
  {
    TerminalBuffer buffer(*terminal.rdbuf());
    std::ostream out(&buffer);
    for (const char c : text) out.put(c);
  }
  EXPECT_EQ(terminal.str(), terminal_text(text));
}

TEST(TerminalText, OurOwnProgressLineMayErase) {
  std::ostringstream terminal;
  {
    TerminalBuffer buffer(*terminal.rdbuf());
    std::ostream out(&buffer);
    out << "one" << erase_line << "two\x1b";
  }
  EXPECT_EQ(terminal.str(), "one\r\x1b[Ktwo\\u001b");
  std::ostringstream plain;
  plain << erase_line;
  EXPECT_EQ(plain.str(), "\r\x1b[K");
}

}  // namespace
}  // namespace ringside::app
