// tests/harness/play/working_folder_test.cpp - a temporary folder goes with its owner, however that ends.
#include "harness/play/working_folder.hpp"

#include <array>
#include <chrono>
#include <fstream>
#include <thread>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace ringside::harness {
namespace {

TEST(WorkingFolder, GoesWithItsContentAndLeavesNoProcess) {
  std::filesystem::path path;
  {
    const WorkingFolder folder;
    path = folder.path();
    std::ofstream(path / "file") << "x";
  }
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "no child is left";
}

TEST(WorkingFolder, GoesWhenItsOwnerIsKilled) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const WorkingFolder folder;
    std::ofstream(folder.path() / "file") << "x";
    const std::string path = folder.path().string() + "\n";
    if (::write(ends[1], path.data(), path.size()) < 0) ::_exit(1);
    for (;;) ::pause();
  }
  ::close(ends[1]);
  std::string path;
  for (char octet = 0; ::read(ends[0], &octet, 1) == 1 && octet != '\n';) path += octet;
  ASSERT_TRUE(std::filesystem::exists(path));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  char octet = 0;
  EXPECT_EQ(::read(ends[0], &octet, 1), 0) << "the sweeper does not hold the files of its parent";
  ::close(ends[0]);
  for (int i = 0; i < 10'000 && std::filesystem::exists(path); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace ringside::harness
