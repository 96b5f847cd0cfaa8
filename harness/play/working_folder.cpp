// harness/play/working_folder.cpp - a temporary folder, and the process that removes it when its owner is killed.
#include "harness/play/working_folder.hpp"

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/fault.hpp"

namespace ringside::harness {
namespace {

/// Waits until nobody has the other end of the pipe, and removes the folder. A session of its own, another name and
/// ignored signals keep it from being ended together with its parent. It holds no other open file, since whoever reads
/// the parent's output waits for its end.
[[noreturn]] void sweep_when_closed(int pipe, const std::filesystem::path& folder) {
  ::setsid();
  ::prctl(PR_SET_NAME, "folder-sweeper");
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) std::signal(number, SIG_IGN);
  ::dup2(pipe, STDIN_FILENO);
  ::close_range(STDIN_FILENO + 1, UINT_MAX, 0);
  char octet = 0;
  while (::read(STDIN_FILENO, &octet, 1) < 0 && errno == EINTR) {
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  ::_exit(0);
}

}  // namespace

WorkingFolder::WorkingFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "ringside-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    throw base::Fault(fmt::format("no temporary folder {}: {}", name, std::strerror(errno)));
  path_ = name;
  start_sweeper();
}

// A folder without a sweeper does as well, unless this process is killed.
void WorkingFolder::start_sweeper() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
  const base::Descriptor read_end(ends[0]);
  lifeline_ = base::Descriptor(ends[1]);
  sweeper_ = ::fork();
  if (sweeper_ == 0) sweep_when_closed(read_end.number(), path_);
}

WorkingFolder::~WorkingFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
  if (sweeper_ > 0) ::kill(sweeper_, SIGKILL);
  while (sweeper_ > 0 && ::waitpid(sweeper_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace ringside::harness
