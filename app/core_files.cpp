// app/core_files.cpp - keeps the memory of the program, which holds passwords and keys, out of core files.
#include "app/core_files.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace ringside::app {
namespace {

// The leak sanitizer looks at the process from outside, so a program that is built with it stays readable.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_sanitized = true;
#elif defined(__has_feature)
constexpr bool is_sanitized = __has_feature(address_sanitizer);
#else
constexpr bool is_sanitized = false;
#endif

rlimit limit_before{};
bool is_forbidden = false;

}  // namespace

// A core_pattern that is a pipe gets cores whatever the limit is, but not those of a process that is not dumpable.
void forbid_core_files() {
  is_forbidden = ::getrlimit(RLIMIT_CORE, &limit_before) == 0;
  const rlimit none{0, limit_before.rlim_max};
  ::setrlimit(RLIMIT_CORE, &none);
  if (!is_sanitized) ::prctl(PR_SET_DUMPABLE, 0);  // NOLINT(*-vararg)
}

void allow_core_files_again() {
  if (is_forbidden) ::setrlimit(RLIMIT_CORE, &limit_before);
}

}  // namespace ringside::app
