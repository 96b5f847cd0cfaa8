// emulator/rexx/interpreter/confinement.cpp - limits of the kernel and a list of system calls.
#include "emulator/rexx/interpreter/confinement.hpp"

#include <array>
#include <cerrno>
#include <csignal>

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>

namespace ringside::rexx {
namespace {

/// `recvfrom` and `sendto` work on the one socket that is there; memory never becomes executable, since a rule below
/// looks at the arguments of mmap and mprotect.
constexpr std::array allowed = {
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(recvfrom),
    SCMP_SYS(sendto),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(brk),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getrandom),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(restart_syscall),
};

constexpr scmp_datum_t executable = 4;  // PROT_EXEC

bool limit(int resource, rlim_t most) {
  const rlimit both{most, most};
  return ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both) == 0;
}

bool allow(scmp_filter_ctx filter) {
  for (const int call : allowed)
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, executable, 0)) != 0)
      return false;
  return true;
}

bool forbid_other_calls() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return false;
  const bool done = allow(filter) && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return done;
}

}  // namespace

bool confine(const Bounds& bounds) {
  return ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && limit(RLIMIT_CPU, bounds.cpu_seconds) &&
         limit(RLIMIT_AS, bounds.memory) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) &&
         limit(RLIMIT_NOFILE, 4) && forbid_other_calls();
}

}  // namespace ringside::rexx
