// tests/house/rooms_test.cpp - every file is in a room where it belongs, and the drawing of the rooms is true.
#include "tests/house/rooms.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/house/tree.hpp"
#include "tests/support/places.hpp"

namespace ringside::house {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Rooms, EverySourceIsInARoom) {
  EXPECT_EQ(violations(tree(is_cpp), check_room), "");
}

TEST(Rooms, EveryFileIsInTheNamespaceOfItsRoom) {
  EXPECT_EQ(violations(tree(is_cpp), check_namespace), "");
}

TEST(Rooms, NoFolderHoldsMoreThanOneCanOversee) {
  std::vector<std::string> paths;
  for (const SourceFile& file : tree(is_cpp)) paths.push_back(file.path);
  ASSERT_GT(paths.size(), 100u);
  EXPECT_THAT(check_sizes(paths), IsEmpty());
}

TEST(Rooms, NothingThatShipsReadsAsATest) {
  EXPECT_EQ(violations(tree(is_cpp), check_name), "");
}

TEST(Rooms, GitTracksOnlyWhatTheProjectWrites) {
  if (!std::filesystem::exists(test_support::source_folder() / ".git")) GTEST_SKIP() << "this is not a checkout of git";
  const std::vector<SourceFile> files = tracked_files();
  ASSERT_GT(files.size(), 500u);
  EXPECT_EQ(violations(files, check_tracked), "");
}

/// The drawing stands between these lines of the page.
constexpr std::string_view begin = "<!-- rooms: made by tests/house/rooms_test.cpp -->\n", end = "<!-- rooms end -->\n";

TEST(Rooms, TheDrawingOfArchitectureIsMadeFromTheIncludes) {
  const std::filesystem::path path = test_support::source_folder() / "docs" / "maintainers" / "architecture.md";
  const std::string page = file_text(path);
  const auto from = page.find(begin), to = page.find(end);
  ASSERT_NE(from, std::string::npos);
  ASSERT_NE(to, std::string::npos);
  const std::string drawn = drawing_of(tree(is_cpp));
  const std::string shown = page.substr(from + begin.size(), to - from - begin.size());
  if (shown != drawn && std::getenv("RINGSIDE_UPDATE_GOLDENS") != nullptr)
    write_text(path, page.substr(0, from + begin.size()) + drawn + page.substr(to));
  EXPECT_EQ(shown, drawn) << "docs/maintainers/architecture.md differs; RINGSIDE_UPDATE_GOLDENS=1 rewrites it";
}

// The checker's own tests.
TEST(RoomRules, ASourceOutsideOfEveryRoomIsFound) {
  for (const char* path : {"emulator/clist/a.cpp", "emulator/a.hpp", "scripts/a.cpp", "apps/a.cpp", "testing/a.cpp"})
    EXPECT_THAT(check_room({path, ""}), ElementsAre(HasSubstr("is in no room"))) << path;
  for (const char* path : {"emulator/racf/users/a.cpp", "app/a.hpp", "tests/house/a.cpp", "bench/a.cpp"})
    EXPECT_THAT(check_room({path, ""}), IsEmpty()) << path;
}

TEST(RoomRules, AFileInTheNamespaceOfAnotherRoomIsFound) {
  EXPECT_THAT(check_namespace({"emulator/tso/a.cpp", "namespace ringside::tso {\n"}), IsEmpty());
  EXPECT_THAT(check_namespace({"harness/report/a.cpp", "namespace ringside::harness::report {\n"}), IsEmpty());
  EXPECT_THAT(check_namespace({"app/a.hpp", "namespace ringside {\n"}), SizeIs(1));
  EXPECT_THAT(check_namespace({"app/a.hpp", "namespace ringside::lab { class Lab; }\n"}), SizeIs(1));
  EXPECT_THAT(check_namespace({"app/a.hpp", "int a();\n"}), ElementsAre(HasSubstr("is in no namespace")));
  EXPECT_THAT(check_namespace({"app/a.inc", "ROW(a)\n"}), IsEmpty());
  EXPECT_THAT(check_namespace({"emulator/hosttools/openssl/a.cpp", "namespace ringside::crypto {\n"}),
              ElementsAre(HasSubstr("its room in ringside::openssl")));
  EXPECT_THAT(check_namespace({"emulator/tso/a.cpp", "namespace ringside::tsofa {\n"}), SizeIs(1));
}

TEST(RoomRules, AFolderThatHoldsTooMuchIsFound) {
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < most_files; ++i) paths.push_back("app/a" + std::to_string(i) + ".cpp");
  EXPECT_THAT(check_sizes(paths), IsEmpty());
  paths.push_back("app/one_more.cpp");
  paths.push_back("app/below/one.cpp");
  EXPECT_THAT(check_sizes(paths), ElementsAre("app: holds 41 files"));
}

TEST(RoomRules, ANameThatReadsAsATestIsFound) {
  for (const char* path : {"emulator/crypto/prime_test.cpp", "app/test_run.hpp"})
    EXPECT_THAT(check_name({path, ""}), SizeIs(1)) << path;
  for (const char* path : {"app/commands/test_command.cpp", "tests/app/a_test.cpp", "base/latest.hpp"})
    EXPECT_THAT(check_name({path, ""}), IsEmpty()) << path;
}

TEST(RoomRules, WhatTheProjectDoesNotWriteIsFound) {
  for (const char* path : {"tests/browser/node_modules/a/index.mjs", "a/vendor/b.cpp", "docs/picture.png", "Makefile"})
    EXPECT_THAT(check_tracked({path, ""}), SizeIs(1)) << path;
  EXPECT_THAT(check_tracked({"docs/a.md", std::string("a\0b", 3)}), SizeIs(1));
  for (const char* path : {"tools/test", "LICENSE", ".clang-tidy", "app/main.cpp", "scenarios/jobs/lib/MEMBER"})
    EXPECT_THAT(check_tracked({path, ""}), IsEmpty()) << path;
}

TEST(RoomRules, TheDrawingLeavesOutWhatOtherArrowsImply) {
  const auto including = [](const std::string& header) { return std::string("#") + "include \"" + header + "\"\n"; };
  const std::string drawn = drawing_of({{"app/a.cpp", including("harness/a.hpp") + including("base/a.hpp")},
                                        {"harness/a.hpp", including("base/a.hpp")},
                                        {"base/a.hpp", ""}});
  EXPECT_EQ(drawn, "```mermaid\ngraph TD\n  app --> harness\n  harness --> base\n```\n");
}

}  // namespace
}  // namespace ringside::house
