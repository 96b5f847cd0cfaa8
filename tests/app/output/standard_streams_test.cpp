// tests/app/output/standard_streams_test.cpp - output that is lost ends with a status of its own, whoever wrote it.
#include "app/output/standard_streams.hpp"

#include <csignal>
#include <iostream>

#include <gmock/gmock.h>

#include "tests/app/run_in_child.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::Ended;
using test_support::open_as;
using test_support::run_in_child;
using testing::AnyOf;
using testing::Eq;
using testing::HasSubstr;
using testing::Not;

using Arguments = std::vector<std::string>;

constexpr const char* job =
    "//J JOB (A),'T'\n//S EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\nTIME\n/*\n";
constexpr const char* scenario =
    "scenario: s\ndate: 2026-01-01\nseed: s\nsystems: [{name: SYS1, bare: true}]\nsteps: [{tso: TIME}]\n";

class LostOutput : public testing::Test {
 protected:
  LostOutput() {
    test_support::write_file(directory_.file("a.jcl"), job);
    test_support::write_file(directory_.file("a.yaml"), scenario);
    test_support::write_file(directory_.file("a.sh"), "echo text\n");
    test_support::run_ringside({"lab", "new", "--bare", lab_});
    test_support::run_ringside({"--lab", lab_, "put", directory_.file("a.jcl"), "IBMUSER.JCL"});
  }

  /// A command line for each way in which the program writes to standard output.
  [[nodiscard]] std::vector<Arguments> writers() const {
    return {{"--help"},
            {"--version"},
            {"schema"},
            {"--lab", lab_, "tso", "TIME"},
            {"--lab", lab_, "--json", "tso", "TIME"},
            {"--lab", lab_, "run", directory_.file("a.jcl")},
            {"--lab", lab_, "--json", "run", directory_.file("a.jcl")},
            {"--lab", lab_, "get", "IBMUSER.JCL"},
            {"--lab", lab_, "lab", "show"},
            {"--lab", lab_, "lab", "check"},
            {"--lab", lab_, "trust"},
            {"test", directory_.file("a.yaml")},
            {"--json", "test", directory_.file("a.yaml")},
            {"--lab", lab_, "openssl", "version"},
            {"--lab", lab_, "--json", "openssl", "version"},
            {"--lab", lab_, "sh", directory_.file("a.sh")}};
  }
  [[nodiscard]] std::vector<Arguments> some_writers() const {
    return {{"--version"},
            {"--lab", lab_, "tso", "TIME"},
            {"--lab", lab_, "run", directory_.file("a.jcl")},
            {"--json", "test", directory_.file("a.yaml")},
            {"--lab", lab_, "sh", directory_.file("a.sh")}};
  }

  test_support::TemporaryDirectory directory_;
  std::string lab_ = directory_.file("a.lab");
};

TEST_F(LostOutput, OnAFullDiskEndsWith74) {
  for (const Arguments& arguments : writers()) {
    const Ended ended = run_in_child(arguments, [] { open_as(STDOUT_FILENO, "/dev/full"); });
    EXPECT_EQ(ended.status, 74) << testing::PrintToString(arguments);
    EXPECT_THAT(ended.error, HasSubstr("ringside: standard output: No space left on device\n"));
  }
}

TEST_F(LostOutput, OnAClosedDescriptorEndsWith74AndNoFileGetsIt) {
  for (const Arguments& arguments : some_writers()) {
    const Ended ended = run_in_child(arguments, [] { ::close(STDOUT_FILENO); });
    EXPECT_EQ(ended.status, 74) << testing::PrintToString(arguments);
    EXPECT_THAT(ended.error, HasSubstr("ringside: standard output: is not open for writing\n"));
  }
  EXPECT_EQ(test_support::run_ringside({"lab", "check", lab_}).status, 0);
}

TEST_F(LostOutput, ThatNobodyReadsEndsQuietly) {
  for (const Arguments& arguments : some_writers())
    for (const auto disposition : {SIG_DFL, SIG_IGN}) {
      const Ended ended = run_in_child(arguments, [disposition] {
        std::signal(SIGPIPE, disposition);
        int ends[2];
        if (::pipe(ends) != 0) return;
        ::close(ends[0]);
        ::dup2(ends[1], STDOUT_FILENO);
      });
      EXPECT_EQ(ended.status, 128 + SIGPIPE) << testing::PrintToString(arguments);
      EXPECT_THAT(ended.error, Not(HasSubstr("standard output")));
    }
}

TEST_F(LostOutput, StopsWhatComesAfterIt) {
  const Ended ended =
      run_in_child({"--lab", lab_, "tso", "TIME", "ADDUSER LOST"}, [] { open_as(STDOUT_FILENO, "/dev/full"); });
  EXPECT_EQ(ended.status, 74);
  EXPECT_NE(test_support::run_ringside({"--lab", lab_, "tso", "LISTUSER LOST"}).status, 0) << "it was not made";
}

TEST_F(LostOutput, OfStandardErrorCountsUnlessItIsClosed) {
  const Arguments arguments{"--lab", lab_, "get", "IBMUSER.JCL", directory_.file("out")};
  EXPECT_EQ(run_in_child(arguments, [] { open_as(STDERR_FILENO, "/dev/full"); }).status, 74);
  EXPECT_EQ(run_in_child(arguments, [] { ::close(STDERR_FILENO); }).status, 0);
}

TEST_F(LostOutput, OfAFileEndsWith74AndNamesIt) {
  const std::vector<Arguments> writers = {{"--lab", lab_, "get", "IBMUSER.JCL", "/dev/full"},
                                          {"--lab", lab_, "trust", "--html", "/dev/full"},
                                          {"test", "--junit", "/dev/full", directory_.file("a.yaml")},
                                          {"test", "--report", "/dev/full", directory_.file("a.yaml")}};
  for (const Arguments& arguments : writers) {
    const auto run = test_support::run_ringside(arguments);
    EXPECT_EQ(run.status, 74) << testing::PrintToString(arguments);
    EXPECT_THAT(run.error, HasSubstr("ringside: /dev/full: No space left on device\n"));
  }
}

TEST(CheckedBuffer, KeepsTheFirstErrorAndLosesNothingBeforeIt) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  {
    CheckedBuffer buffer(ends[1]);
    std::ostream stream(&buffer);
    stream << std::string(70'000, 'x').substr(0, 60'000) << 1 << std::flush;
    EXPECT_TRUE(stream);
    EXPECT_EQ(buffer.error(), 0);
    ::close(ends[1]);
    stream << "more" << std::flush;
    EXPECT_FALSE(stream);
    EXPECT_EQ(why_it_failed(stream), "is not open for writing");
  }
  std::string read(70'000, ' ');
  EXPECT_EQ(::read(ends[0], read.data(), read.size()), 60'001);
  ::close(ends[0]);
}

}  // namespace
}  // namespace ringside::app
