// tests/app/commands/run_command_test.cpp - several files, and what stops a run before it begins.
#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using test_support::write_file;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* job = "//A JOB 1\n//S EXEC PGM=IEFBR14\n";

TEST(RunFiles, RunsThemInOrderAndEndsWithTheWorst) {
  const test_support::TemporaryDirectory directory;
  write_file(directory.file("good"), job);
  write_file(directory.file("bad"), "//B JOB 1\n//S EXEC PGM=NOSUCH\n");
  const auto result = run_ringside({"run", directory.file("good"), directory.file("bad"), directory.file("good")});
  EXPECT_EQ(result.status, 20);
  EXPECT_THAT(result.error, HasSubstr("B JOB00002 ended: ABEND S806\n"));
  EXPECT_THAT(result.error, HasSubstr("A JOB00003 ended: CC 0000\n"));
}

TEST(RunFiles, RunsNothingIfOneOfThemCannotBeRead) {
  const test_support::TemporaryDirectory directory;
  write_file(directory.file("good"), job);
  const auto result = run_ringside({"run", directory.file("good"), directory.file("missing")});
  EXPECT_EQ(result.status, 64);
  EXPECT_THAT(result.out, IsEmpty());
}

TEST(RunSummary, NamesEachRefusalOnceWithItsNumber) {
  const test_support::TemporaryDirectory directory;
  write_file(directory.file("job"),
             "//A JOB 1\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\nNONSENSE\nADDUSER IBMUSER\n"
             "NONSENSE\nLISTUSER IBMUSER\n/*\n");
  const auto result = run_ringside({"run", directory.file("job")});
  EXPECT_THAT(result.error, HasSubstr(", 3 of 4 commands refused: IKJ56500I (2), "));
}

TEST(RunLibraries, AreFoldersOfProcedures) {
  const test_support::TemporaryDirectory directory;
  write_file(directory.file("p.jcl"), "//P PROC\n//A EXEC PGM=IEFBR14\n");
  write_file(directory.file("job"), "//A JOB 1\n// JCLLIB ORDER=MY.LIB\n//S EXEC P\n");
  const auto result = run_ringside({"run", "--library", "my.lib=" + directory.path().string(), directory.file("job")});
  EXPECT_EQ(result.status, 0) << result.error;
  EXPECT_THAT(result.error, HasSubstr("step S.A IEFBR14: CC 0000\n"));
  EXPECT_EQ(run_ringside({"run", directory.file("job")}).status, 16);
}

TEST(RunLibraries, StopTheRunIfTheyAreNotThere) {
  const test_support::TemporaryDirectory directory;
  write_file(directory.file("good"), job);
  for (const char* library : {"MY.LIB", "MY.LIB=/no/such/folder", "not a name=."}) {
    const auto result = run_ringside({"run", "--library", library, directory.file("good")});
    EXPECT_EQ(result.status, 64) << library;
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.error, HasSubstr("--library"));
  }
}

}  // namespace
}  // namespace ringside::app
