// tests/parser/scripts/input_kind_test.cpp - what a file is told by.
#include "parser/scripts/input_kind.hpp"

#include <gtest/gtest.h>

namespace ringside::parser::test {
namespace {

TEST(InputKind, IsToldByTheContent) {
  EXPECT_EQ(guess_input("//A JOB 1\n").kind, InputKind::jcl);
  EXPECT_EQ(guess_input("\n  \n//A JOB 1\ntsocmd 'X'\n").kind, InputKind::jcl);
  EXPECT_EQ(guess_input("/*JOBPARM S=A\n//A JOB 1\n//S EXEC PGM=BPXBATCH\n//STDIN DD *\ntsocmd 'LU'\n").kind,
            InputKind::jcl);
  EXPECT_EQ(guess_input("#!/bin/sh\n").kind, InputKind::shell);
  EXPECT_EQ(guess_input("# a procedure\ntsocmd \"LU A\"\n").kind, InputKind::shell);
  EXPECT_EQ(guess_input("/* REXX */\n\"LU A\"\n").kind, InputKind::rexx);
  EXPECT_EQ(guess_input("#!/usr/bin/env rexx\n").kind, InputKind::rexx);
  EXPECT_EQ(guess_input("/* a comment\n of two lines */\naddress tso\n").kind, InputKind::rexx);
  EXPECT_EQ(guess_input("\"RACDCERT LIST\"\n").kind, InputKind::rexx);
  EXPECT_EQ(guess_input("\xEF\xBB\xBF<?xml version='1.0'?>\n<workflow/>\n").kind, InputKind::workflow);
  EXPECT_EQ(guess_input("<workflow>\n//A JOB\n</workflow>\n").kind, InputKind::workflow);
}

TEST(InputKind, IsJclWithoutBeingSureIfNothingTells) {
  EXPECT_TRUE(guess_input("//A JOB 1\n").sure);
  EXPECT_TRUE(guess_input("/*JOBPARM S=A\n//A JOB 1\n").sure);
  for (const char* text : {"", "\n\n", "RACDCERT LIST\n", "/* never closed"}) {
    EXPECT_EQ(guess_input(text).kind, InputKind::jcl) << text;
    EXPECT_FALSE(guess_input(text).sure) << text;
  }
}

}  // namespace
}  // namespace ringside::parser::test
