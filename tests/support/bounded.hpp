// tests/support/bounded.hpp - running something in a child process, and what it took: for input that is made to hurt.
#pragma once

#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ringside::test_support {

/// How much longer and larger a run is under the sanitizers: bounds are multiplied by it, repetitions divided.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr int sanitizer_factor = 10;  // g++
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr int sanitizer_factor = 10;  // clang
#else
inline constexpr int sanitizer_factor = 1;
#endif
#else
inline constexpr int sanitizer_factor = 1;
#endif

struct Spent {
  int status = -1;           ///< exit status, or 128 and the number of the signal that ended it
  bool ended = false;        ///< by itself, with status 0
  double cpu_seconds = 0;    ///< user and system
  long grown_kilobytes = 0;  ///< the most memory that it held beyond what it began with
};

inline long resident_kilobytes() {
  std::ifstream status("/proc/self/statm");
  long all = 0, resident = 0;
  status >> all >> resident;
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

/// `work` in a child that is killed after `seconds` of CPU time.
inline Spent spent_on(const std::function<void()>& work, rlim_t seconds) {
  const long before = resident_kilobytes();
  const pid_t child = fork();
  if (child == 0) {
    const rlimit limit{seconds, seconds};
    setrlimit(RLIMIT_CPU, &limit);
    work();
    std::_Exit(0);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const auto as_seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  const int ended_with = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {ended_with, ended_with == 0, as_seconds(usage.ru_utime) + as_seconds(usage.ru_stime),
          usage.ru_maxrss - before};
}

}  // namespace ringside::test_support
