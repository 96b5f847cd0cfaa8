// tests/emulator/host/real_files_test.cpp - real files, and a root that nothing leaves.
#include "emulator/host/real_files.hpp"

#include <filesystem>

#include <sys/stat.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::host {
namespace {

using testing::ElementsAre;

class RealFilesTest : public testing::Test {
 protected:
  RealFilesTest() {
    std::filesystem::create_directory(root_);
    test_support::write_file(outside_, "outside");
  }

  static std::string text(const FileResult<base::Bytes>& bytes) {
    return bytes ? base::to_text(*bytes) : "refused: " + file_error_text(bytes.error());
  }
  void link(const std::string& target, const std::string& name) const {
    std::filesystem::create_symlink(target, root_ + "/" + name);
  }

  test_support::TemporaryDirectory directory_;
  std::string root_ = directory_.file("root");
  std::string outside_ = directory_.file("outside");
  RealFiles files_{root_};
};

TEST_F(RealFilesTest, AFileIsWrittenWholeWithItsMode) {
  ASSERT_TRUE(files_.make_directory("/d"));
  ASSERT_TRUE(files_.write("/d/key", base::to_bytes("one"), 0600));
  ASSERT_TRUE(files_.write("/d/key", base::to_bytes("two"), 0644));
  ASSERT_TRUE(files_.append("/d/key", base::to_bytes("three")));
  EXPECT_EQ(test_support::read_file(root_ + "/d/key"), "twothree");
  EXPECT_EQ(files_.status("/d/key")->mode, 0600u);
  EXPECT_EQ(files_.status("/d/key")->size, 8u);
  EXPECT_THAT(*files_.list("/d"), ElementsAre("key")) << "no draft is left behind";
  EXPECT_TRUE(files_.status("/")->directory);
}

TEST_F(RealFilesTest, RefusalsAreThoseOfTheSystem) {
  ASSERT_TRUE(files_.make_directory("/d"));
  ASSERT_TRUE(files_.write("/d/f", {}));
  EXPECT_EQ(files_.read("/none").error(), FileError::missing);
  EXPECT_EQ(files_.read("/d").error(), FileError::is_directory);
  EXPECT_EQ(files_.write("/d", {}).error(), FileError::is_directory);
  EXPECT_EQ(files_.write("/none/f", {}).error(), FileError::missing);
  EXPECT_EQ(files_.write("/d/f/g", {}).error(), FileError::not_directory);
  EXPECT_EQ(files_.make_directory("/d").error(), FileError::exists);
  EXPECT_EQ(files_.remove("/d").error(), FileError::not_empty);
  EXPECT_EQ(files_.list("/d/f").error(), FileError::not_directory);
  EXPECT_EQ(files_.rename("/d/f", "/none/g").error(), FileError::missing);
  EXPECT_EQ(files_.set_owner("/d/f", "no such user here", "").error(), FileError::unknown_owner);
}

TEST_F(RealFilesTest, FilesMoveAndGo) {
  ASSERT_TRUE(files_.write("/a", base::to_bytes("x")));
  ASSERT_TRUE(files_.rename("/a", "/b"));
  ASSERT_TRUE(files_.set_mode("/b", 0640));
  EXPECT_EQ(files_.status("/b")->mode, 0640u);
  EXPECT_EQ(files_.status("/a").error(), FileError::missing);
  ASSERT_TRUE(files_.remove("/b"));
  EXPECT_THAT(*files_.list("/"), ElementsAre());
}

TEST_F(RealFilesTest, NoLinkLeavesTheRoot) {
  link(outside_, "absolute");
  link("../outside", "relative");
  link("../../../../../../../../etc/passwd", "far");
  link("..", "up");
  link("/", "top");
  for (const char* path : {"/absolute", "/relative", "/far", "/up/outside", "/top/../outside"})
    EXPECT_EQ(text(files_.read(path)), "refused: No such file or directory") << path;
  EXPECT_FALSE(files_.write("/absolute", base::to_bytes("changed")));
  ASSERT_TRUE(files_.write("/relative", base::to_bytes("inside")));
  EXPECT_EQ(test_support::read_file(outside_), "outside");
  EXPECT_EQ(test_support::read_file(root_ + "/outside"), "inside");
}

TEST_F(RealFilesTest, LinksWithinTheRootAreFollowedAndRemovedThemselves) {
  ASSERT_TRUE(files_.make_directory("/d"));
  ASSERT_TRUE(files_.write("/d/f", base::to_bytes("x")));
  link("/d", "dir");
  link("dir/f", "file");
  EXPECT_EQ(text(files_.read("/file")), "x");
  ASSERT_TRUE(files_.write("/file", base::to_bytes("y")));
  EXPECT_EQ(text(files_.read("/d/f")), "y");
  EXPECT_TRUE(std::filesystem::is_symlink(root_ + "/file"));
  ASSERT_TRUE(files_.remove("/file"));
  EXPECT_EQ(text(files_.read("/d/f")), "y");
}

TEST_F(RealFilesTest, ALoopOfLinksEnds) {
  link("b", "a");
  link("a", "b");
  EXPECT_EQ(files_.read("/a").error(), FileError::too_many_links);
}

TEST_F(RealFilesTest, APipeIsNotReadFrom) {
  ASSERT_EQ(mkfifo((root_ + "/pipe").c_str(), 0600), 0);
  EXPECT_EQ(files_.read("/pipe").error(), FileError::not_a_file);
  EXPECT_EQ(files_.write("/pipe", {}).error(), FileError::not_a_file);
}

TEST_F(RealFilesTest, AMissingRootIsRefused) {
  EXPECT_EQ(RealFiles(root_ + "/none").read("/x").error(), FileError::missing);
}

TEST_F(RealFilesTest, AFileThatMayNotBeWrittenIsReplacedByRootAlone) {
  const bool is_root = geteuid() == 0;
  ASSERT_TRUE(files_.write("/a", base::to_bytes("x"), 0400));
  const auto written = files_.write("/a", base::to_bytes("y"));
  EXPECT_EQ(written.has_value(), is_root);
  if (!is_root) {
    EXPECT_EQ(written.error(), FileError::denied);
  }
  EXPECT_EQ(text(files_.read("/a")), is_root ? "y" : "x");
}

}  // namespace
}  // namespace ringside::host
