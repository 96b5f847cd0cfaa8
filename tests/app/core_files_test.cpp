// tests/app/core_files_test.cpp - the program writes no core files; its libraries leave the limits of their host alone.
#include "app/core_files.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "tests/app/run_program.hpp"

namespace ringside::app {
namespace {

struct rlimit core_limit() {
  struct rlimit limit {};
  ::getrlimit(RLIMIT_CORE, &limit);
  return limit;
}

TEST(CoreFiles, TheProgramForbidsThemForItselfAndNotForThoseThatItStarts) {
  const struct rlimit before = core_limit();
  const pid_t child = ::fork();
  if (child == 0) {
    forbid_core_files();
    const bool are_forbidden = core_limit().rlim_cur == 0;
    allow_core_files_again();
    ::_exit(are_forbidden && core_limit().rlim_cur == before.rlim_cur ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

TEST(CoreFiles, ARunInsideAnotherProgramChangesNoLimit) {
  const struct rlimit before = core_limit();
  EXPECT_EQ(test_support::run_ringside({"tso", "LISTUSER"}).status, 0);
  EXPECT_EQ(core_limit().rlim_cur, before.rlim_cur);
  EXPECT_EQ(core_limit().rlim_max, before.rlim_max);
}

}  // namespace
}  // namespace ringside::app
