// emulator/rexx/process.cpp - starts ringside-rexx and ends it.
#include "emulator/rexx/process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "emulator/rexx/channel.hpp"

namespace ringside::rexx {
namespace {

constexpr int channel_of_process = 3;

/// What a signal that ended the process means for the exec.
std::string cause_of(int signal) {
  switch (signal) {
    case SIGXCPU:
    case SIGKILL:
      return "it used more processor time than an exec may";
    case SIGSEGV:
    case SIGBUS:
    case SIGABRT:
      return "it used more memory or called itself more often than an exec may";
    case SIGINT:
      return "it was interrupted";
    default:
      return fmt::format("its process ended by signal {}", signal);
  }
}

/// The actions of posix_spawn, with their destructor.
class Actions {
 public:
  explicit Actions(int channel) {
    ::posix_spawn_file_actions_init(&actions_);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      ::posix_spawn_file_actions_addopen(&actions_, standard, "/dev/null", O_RDWR, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, channel, channel_of_process);
  }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

std::string interpreter_path() {
  const auto own = std::filesystem::read_symlink("/proc/self/exe");
  return (own.parent_path().parent_path() / "libexec" / "ringside" / "ringside-rexx").string();
}

Process::Process() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw base::Fault(fmt::format("REXX: no socket: {}", std::strerror(errno)));
  channel_ = base::Descriptor(ends[0]);
  const base::Descriptor theirs(ends[1]);
  std::string path = interpreter_path();
  std::array<char*, 2> arguments{path.data(), nullptr};
  std::array<char*, 1> environment{nullptr};
  const Actions actions(theirs.number());
  const int error = ::posix_spawn(&id_, path.c_str(), actions.get(), nullptr, arguments.data(), environment.data());
  if (error == 0) return;
  id_ = 0;
  start_failure_ = fmt::format("{} cannot be started: {}", path, std::strerror(error));
}

Process::~Process() {
  kill();
  wait();
}

void Process::kill() {
  if (id_ != 0) ::kill(id_, SIGKILL);
}

std::string Process::wait() {
  if (id_ == 0) return {};
  int status = 0;
  rusage used{};
  while (::wait4(id_, &status, 0, &used) < 0 && errno == EINTR) {
  }
  id_ = 0;
  cpu_seconds_ = static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                 static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
  if (WIFSIGNALED(status)) return cause_of(WTERMSIG(status));
  if (WEXITSTATUS(status) == out_of_memory) return "it used more memory than an exec may";
  if (WEXITSTATUS(status) == not_confined) return "the kernel of this machine cannot confine it (seccomp)";
  return WEXITSTATUS(status) == 0 ? "" : fmt::format("its process ended with status {}", WEXITSTATUS(status));
}

}  // namespace ringside::rexx
