// tests/emulator/host/files_test.cpp - paths in normal form.
#include "emulator/host/files.hpp"

#include <gtest/gtest.h>

namespace ringside::host {
namespace {

TEST(Resolve, GivesAnAbsolutePathInNormalForm) {
  EXPECT_EQ(resolve("/home/user", "a/b"), "/home/user/a/b");
  EXPECT_EQ(resolve("/home/user", "/etc//x/"), "/etc/x");
  EXPECT_EQ(resolve("/home/user", "./../other/./file"), "/home/other/file");
  EXPECT_EQ(resolve("/home/user", ""), "/home/user");
  EXPECT_EQ(resolve("/", "x"), "/x");
}

TEST(Resolve, NeverLeavesTheRoot) {
  EXPECT_EQ(resolve("/a", "../../../etc/passwd"), "/etc/passwd");
  EXPECT_EQ(resolve("/", ".."), "/");
}

TEST(Paths, AreTakenApart) {
  EXPECT_EQ(parent_of("/a/b"), "/a");
  EXPECT_EQ(parent_of("/a"), "/");
  EXPECT_EQ(parent_of("/"), "/");
  EXPECT_EQ(name_of("/a/b"), "b");
}

}  // namespace
}  // namespace ringside::host
