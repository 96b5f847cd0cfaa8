// tests/emulator/host/process_test.cpp - streams kept in memory.
#include "emulator/host/process.hpp"

#include <gtest/gtest.h>

namespace ringside::host {
namespace {

TEST(TextStreams, ReadLineByLineAndThenTheRest) {
  TextStreams streams("one\n\ntwo\nthree");
  EXPECT_EQ(streams.read_line(), "one");
  EXPECT_EQ(streams.read_line(true), "");
  const base::Bytes rest = streams.read_rest();
  EXPECT_EQ(std::string(rest.begin(), rest.end()), "two\nthree");
  EXPECT_EQ(streams.read_line(), std::nullopt);
}

TEST(TextStreams, KeepOutputAndErrorsApart) {
  TextStreams streams;
  streams.out("result");
  streams.error("complaint");
  EXPECT_EQ(streams.output(), "result");
  EXPECT_EQ(streams.errors(), "complaint");
  EXPECT_FALSE(streams.interactive());
}

}  // namespace
}  // namespace ringside::host
