// tests/emulator/host/lab_files_test.cpp - files of a lab's systems: whole writes, permissions, the tree.
#include "emulator/host/lab_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace ringside::host {
namespace {

using testing::ElementsAre;

class LabFilesTest : public testing::Test {
 protected:
  LabFilesTest() { lab_.add_system(here_), lab_.add_system(there_); }

  static std::string text(const FileResult<base::Bytes>& bytes) {
    return bytes ? base::to_text(*bytes) : "refused: " + file_error_text(bytes.error());
  }

  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'500'000'000}}};
  lab::Lab lab_{"", clock_};
  database::SystemRecord here_{"NC060201", "distributed", "", "NC060201", 0};
  database::SystemRecord there_{"NC117031", "ibmi", "", "NC117031", 0};
  LabFiles root_{lab_, here_, "root"};
  LabFiles user_{lab_, here_, "twsuser"};
};

TEST_F(LabFilesTest, AFileComesBackWithOwnerModeAndTheLabsTime) {
  ASSERT_TRUE(make_directories(root_, "/opt/HCL"));
  ASSERT_TRUE(root_.write("/opt/HCL/a.key", base::to_bytes("secret"), 0600));
  EXPECT_EQ(text(root_.read("/opt/HCL/a.key")), "secret");
  const auto status = root_.status("/opt/HCL/a.key");
  ASSERT_TRUE(status);
  EXPECT_FALSE(status->directory);
  EXPECT_EQ(status->size, 6u);
  EXPECT_EQ(status->mode, 0600u);
  EXPECT_EQ(status->owner, "root");
  EXPECT_EQ(status->modified, clock_.now());
}

TEST_F(LabFilesTest, WritingAgainKeepsModeAndOwnerAndAppendingAdds) {
  ASSERT_TRUE(root_.write("/a", base::to_bytes("old"), 0600));
  ASSERT_TRUE(root_.set_owner("/a", "twsuser", ""));
  ASSERT_TRUE(root_.write("/a", base::to_bytes("new")));
  ASSERT_TRUE(root_.append("/a", base::to_bytes("er")));
  EXPECT_EQ(text(root_.read("/a")), "newer");
  EXPECT_EQ(root_.status("/a")->mode, 0600u);
  EXPECT_EQ(root_.status("/a")->owner, "twsuser");
}

TEST_F(LabFilesTest, SystemsHaveFilesOfTheirOwn) {
  ASSERT_TRUE(root_.write("/a", {}));
  EXPECT_EQ(text(LabFiles(lab_, there_, "root").read("/a")), "refused: No such file or directory");
}

TEST_F(LabFilesTest, PermissionsHoldForEverybodyButRoot) {
  ASSERT_TRUE(root_.write("/private", base::to_bytes("x"), 0600));
  ASSERT_TRUE(root_.write("/public", base::to_bytes("x"), 0644));
  ASSERT_TRUE(root_.make_directory("/closed", 0700));
  ASSERT_TRUE(root_.write("/closed/inside", base::to_bytes("x"), 0644));
  EXPECT_EQ(text(user_.read("/private")), "refused: Permission denied");
  EXPECT_EQ(text(user_.read("/closed/inside")), "refused: Permission denied");
  EXPECT_EQ(text(user_.read("/public")), "x");
  EXPECT_EQ(user_.write("/public", {}).error(), FileError::denied);
  EXPECT_EQ(user_.append("/private", {}).error(), FileError::denied);
  EXPECT_EQ(user_.write("/new", {}).error(), FileError::denied);
  EXPECT_EQ(user_.remove("/public").error(), FileError::denied);
  EXPECT_EQ(user_.set_mode("/public", 0666).error(), FileError::denied);
  EXPECT_EQ(user_.set_owner("/public", "twsuser", "").error(), FileError::denied);
  ASSERT_TRUE(root_.set_mode("/public", 0400));
  EXPECT_TRUE(root_.write("/public", base::to_bytes("y")));
}

TEST_F(LabFilesTest, DirectoriesAreListedAndOnlyEmptyOnesGo) {
  ASSERT_TRUE(root_.make_directory("/d"));
  ASSERT_TRUE(root_.write("/d/b", {}));
  ASSERT_TRUE(root_.write("/d/a", {}));
  ASSERT_TRUE(root_.write("/dx", {}));
  EXPECT_THAT(*root_.list("/d"), ElementsAre("a", "b"));
  EXPECT_THAT(*root_.list("/"), ElementsAre("d", "dx"));
  EXPECT_EQ(root_.remove("/d").error(), FileError::not_empty);
  EXPECT_EQ(root_.list("/dx").error(), FileError::not_directory);
  EXPECT_EQ(root_.make_directory("/d").error(), FileError::exists);
  EXPECT_EQ(root_.make_directory("/no/such").error(), FileError::missing);
  EXPECT_EQ(root_.write("/dx/a", {}).error(), FileError::not_directory);
  EXPECT_EQ(root_.write("/d", {}).error(), FileError::is_directory);
  EXPECT_EQ(root_.read("/d").error(), FileError::is_directory);
}

TEST_F(LabFilesTest, ATreeMovesAsAWholeAndNotIntoItself) {
  ASSERT_TRUE(make_directories(root_, "/a/b"));
  ASSERT_TRUE(root_.write("/a/b/c", base::to_bytes("x")));
  EXPECT_EQ(root_.rename("/a", "/a/b/d").error(), FileError::busy);
  ASSERT_TRUE(root_.rename("/a", "/z"));
  EXPECT_EQ(text(root_.read("/z/b/c")), "x");
  EXPECT_FALSE(root_.status("/a"));
  EXPECT_FALSE(root_.status("/a/b/c"));
  ASSERT_TRUE(root_.write("/f", {}));
  EXPECT_EQ(root_.rename("/f", "/z").error(), FileError::is_directory);
  ASSERT_TRUE(root_.rename("/f", "/z/b/c"));
  EXPECT_EQ(text(root_.read("/z/b/c")), "");
}

TEST_F(LabFilesTest, NamesAndSizesHaveABound) {
  EXPECT_EQ(root_.write("/" + std::string(base::limits::host_name_bytes + 1, 'x'), {}).error(),
            FileError::name_too_long);
  EXPECT_EQ(root_.write("/a", base::Bytes(base::limits::host_file_bytes + 1)).error(), FileError::too_large);
  EXPECT_FALSE(root_.status("/a"));
}

}  // namespace
}  // namespace ringside::host
