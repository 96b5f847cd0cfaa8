// tests/emulator/tso/exec/execio_request_test.cpp - the operands of EXECIO (TSO/E REXX Reference, "EXECIO").
#include "emulator/tso/exec/execio_request.hpp"

#include <gtest/gtest.h>

namespace ringside::tso {
namespace {

std::string refusal(const std::string& operands) {
  const auto request = read_execio(operands);
  return request ? "" : request.error();
}

TEST(ExecioRequest, ReadsWhatStandsInTheBook) {
  const auto all = read_execio("* diskr indd (stem line. finis");
  ASSERT_TRUE(all);
  EXPECT_EQ(all->count, all_lines);
  EXPECT_FALSE(all->writes);
  EXPECT_EQ(all->dd, "INDD");
  EXPECT_EQ(all->stem, "LINE.");
  EXPECT_TRUE(all->finishes);
  const auto from = read_execio("5 DISKR INDD 100(LIFO)");
  ASSERT_TRUE(from);
  EXPECT_EQ(from->count, 5u);
  EXPECT_EQ(from->first, 100u);
  EXPECT_TRUE(from->on_top);
  EXPECT_TRUE(read_execio("0 DISKW OUTDD (FINIS")->writes);
  EXPECT_TRUE(read_execio("24 DISKR INDD (SKIP")->skips);
}

TEST(ExecioRequest, NamesWhatIsWrong) {
  EXPECT_EQ(refusal("DISKR INDD"), "it needs a number of lines, DISKR or DISKW, and a DD name");
  EXPECT_EQ(refusal("X DISKR INDD"), "X is no number of lines");
  EXPECT_EQ(refusal("1 READ INDD"), "READ is neither DISKR nor DISKW");
  EXPECT_EQ(refusal("1 DISKRU INDD"), "DISKRU is not emulated");
  EXPECT_EQ(refusal("1 DISKW OUTDD 5"), "5 is not expected");
  EXPECT_EQ(refusal("1 DISKW OUTDD (LIFO"), "LIFO is not an operand");
  EXPECT_EQ(refusal("1 DISKR INDD (STEM"), "STEM is not an operand");
}

}  // namespace
}  // namespace ringside::tso
