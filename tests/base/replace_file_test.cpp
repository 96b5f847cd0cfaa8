// tests/base/replace_file_test.cpp - a file has its old content or its new one, whatever happens.
#include "base/replace_file.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>

#include "base/descriptor.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::base {
namespace {

using test_support::read_file;
using test_support::write_file;
using testing::ElementsAre;

class ReplaceFile : public testing::Test {
 protected:
  [[nodiscard]] std::error_code replace(const std::string& content, FileModes modes = {},
                                        const std::string& name = "file") const {
    return replace_file(directory_.number(), name, to_bytes(content), modes);
  }
  [[nodiscard]] std::string path(const std::string& name = "file") const { return folder_.file(name); }
  [[nodiscard]] unsigned mode() const {
    struct stat status {};
    ::stat(path().c_str(), &status);
    return status.st_mode & 07777u;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
      found.push_back(entry.path().filename());
    return found;
  }
  /// Writes 64 KiB in a child that may write 4 KiB; returns the signal that ended it, or its exit status.
  [[nodiscard]] int replace_beyond_the_limit(bool is_killed) const {
    const pid_t child = ::fork();
    if (child == 0) {
      if (!is_killed) std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{4096, 4096}, no_core{0, 0};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      ::setrlimit(RLIMIT_CORE, &no_core);
      std::signal(SIGXFSZ, is_killed ? SIG_DFL : SIG_IGN);
      ::_exit(replace(std::string(1u << 16, 'n')).value());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  }

  test_support::TemporaryDirectory folder_;
  Descriptor directory_{::open(folder_.path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)};
};

TEST_F(ReplaceFile, MakesAndReplacesAndLeavesNothingElse) {
  EXPECT_FALSE(replace("one"));
  EXPECT_EQ(read_file(path()), "one");
  EXPECT_FALSE(replace(""));
  EXPECT_EQ(read_file(path()), "");
  EXPECT_THAT(names(), ElementsAre("file"));
}

TEST_F(ReplaceFile, AWriteThatFailsOrIsKilledLeavesTheOldContent) {
  write_file(path(), "old");
  EXPECT_EQ(replace_beyond_the_limit(false), EFBIG);
  EXPECT_EQ(replace_beyond_the_limit(true), SIGXFSZ);
  EXPECT_EQ(read_file(path()), "old");
  EXPECT_THAT(names(), ElementsAre("file"));
}

TEST_F(ReplaceFile, AWriteThatFailsMakesNoFile) {
  EXPECT_EQ(replace_beyond_the_limit(false), EFBIG);
  EXPECT_EQ(replace_beyond_the_limit(true), SIGXFSZ);
  EXPECT_THAT(names(), ElementsAre());
  EXPECT_TRUE(replace("x", {}, "no/folder"));
}

TEST_F(ReplaceFile, ModesAreThoseThatWereAskedForOrWereThere) {
  const mode_t before = ::umask(022);
  EXPECT_FALSE(replace("x"));
  EXPECT_EQ(mode(), 0644u);
  ::chmod(path().c_str(), 0660);
  EXPECT_FALSE(replace("y", {.mode = 0600}));
  EXPECT_EQ(mode(), 0660u);
  EXPECT_FALSE(replace("key", {.owner_only = true}));
  EXPECT_EQ(mode(), 0600u) << "group and others lose what they had";
  std::filesystem::remove(path());
  EXPECT_FALSE(replace("key", {.owner_only = true}));
  EXPECT_EQ(mode(), 0600u);
  ::umask(before);
}

TEST_F(ReplaceFile, ALinkIsReplacedAndADirectoryOrPipeRefused) {
  write_file(path("other"), "other");
  std::filesystem::create_symlink("other", path());
  EXPECT_FALSE(replace("x"));
  EXPECT_FALSE(std::filesystem::is_symlink(path()));
  EXPECT_EQ(read_file(path("other")), "other");
  std::filesystem::create_directory(path("d"));
  EXPECT_EQ(replace("x", {}, "d").value(), ENXIO);
  ASSERT_EQ(::mkfifo(path("p").c_str(), 0600), 0);
  EXPECT_EQ(replace("x", {}, "p").value(), ENXIO);
}

TEST_F(ReplaceFile, WhatAKilledProcessLeftIsRemovedAndADraftInUseIsNot) {
  write_file(path(), "old");
  const std::string draft = path(".ringside-" + [] {
    std::ostringstream hex;
    hex << std::hex << std::hash<std::string>{}("file");
    return hex.str();
  }() + "-0");
  write_file(draft, "left over");
  EXPECT_FALSE(replace("new"));
  EXPECT_THAT(names(), ElementsAre("file"));

  write_file(draft, "in use");
  const Descriptor in_use(::open(draft.c_str(), O_RDONLY | O_CLOEXEC));
  ASSERT_EQ(::flock(in_use.number(), LOCK_EX), 0);
  EXPECT_FALSE(replace("newer"));
  EXPECT_EQ(read_file(path()), "newer");
  EXPECT_EQ(read_file(draft), "in use");
}

TEST_F(ReplaceFile, ManyWritersAtOnceLeaveOneWholeFile) {
  std::vector<std::thread> writers;
  for (char c : {'a', 'b', 'c', 'd'})
    writers.emplace_back([this, c] {
      for (int i = 0; i < 5; ++i) EXPECT_FALSE(replace(std::string(10'000, c)));
    });
  for (std::thread& writer : writers) writer.join();
  const std::string content = read_file(path());
  EXPECT_EQ(content, std::string(10'000, content.front()));
  EXPECT_THAT(names(), ElementsAre("file"));
}

TEST(WriteAll, TellsTheErrorOfTheSystem) {
  const Descriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
  EXPECT_EQ(write_all(full.number(), to_bytes("x")).value(), ENOSPC);
}

}  // namespace
}  // namespace ringside::base
