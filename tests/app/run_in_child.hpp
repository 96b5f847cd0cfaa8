// tests/app/run_in_child.hpp - the program in a child process, with standard descriptors and limits of the test's
// choice.
#pragma once

#include <array>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/command_line.hpp"

namespace ringside::test_support {

struct Ended {
  int status = 0;     ///< exit status, or 128 and the number of the signal that ended it
  std::string error;  ///< what it wrote to standard error
};

/// The child calls `prepare`, which may change its descriptors, and then runs the program.
inline Ended run_in_child(std::vector<std::string> arguments, const std::function<void()>& prepare) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    int status = 99;
    try {
      prepare();
      arguments.insert(arguments.begin(), "ringside");
      std::vector<char*> words;
      for (std::string& argument : arguments) words.push_back(argument.data());
      status = app::run(static_cast<int>(words.size()), words.data());
    } catch (...) {  // the child must not go on as a second test program
    }
    ::_exit(status);
  }
  ::close(ends[1]);
  Ended ended;
  std::array<char, 4096> buffer{};
  for (ssize_t size = 0; (size = ::read(ends[0], buffer.data(), buffer.size())) > 0;)
    ended.error.append(buffer.data(), static_cast<std::size_t>(size));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ended;
}

/// Opens `path` as the descriptor of the child.
inline void open_as(int descriptor, const char* path) {
  const int file = ::open(path, O_WRONLY | O_CLOEXEC);
  ::dup2(file, descriptor);
}

/// Mounts a small file system in memory at `folder`, for this process only. Returns false where that is not allowed.
inline bool mount_small_disk(const std::string& folder, const std::string& size = "128k") {
  const int spaces = ::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
  return ::unshare(spaces) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         ::mount("tmpfs", folder.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
}

}  // namespace ringside::test_support
