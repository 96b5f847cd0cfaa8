// tests/interop/twin/load_interop_test.cpp - unloads that a generator in Python writes: every form of a file makes the
// same lab, and a load that is stopped leaves no half of one.
#include <cstdlib>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>

#include "tests/support/peers.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::twin {
namespace {

using test_support::run_program;
using testing::HasSubstr;
using testing::StartsWith;

class GeneratedUnload : public testing::Test {
 protected:
  void SetUp() override {
    if (!test_support::peer_is_here("python3")) GTEST_SKIP();
  }
  [[nodiscard]] std::string file(const std::string& name) const { return directory_.file(name); }
  void generate(const std::string& options, const std::string& name) const {
    const std::string script = test_support::source_folder() / "bench/unload_generator.py";
    const auto run = run_program("python3 " + script + " " + options + " " + file(name));
    ASSERT_EQ(run.status, 0) << run.output;
  }
  /// The shell's words that load an unload into a lab.
  [[nodiscard]] std::string load(const std::string& unload, const std::string& lab) const {
    return RINGSIDE_BINARY " --lab " + file(lab) + " lab load " + file(unload) + " --system TWIN --plex TWIN";
  }
  [[nodiscard]] std::string differences(const std::string& before, const std::string& after) const {
    return run_program(RINGSIDE_BINARY " lab diff " + file(before) + " " + file(after)).output;
  }

 private:
  test_support::TemporaryDirectory directory_;
};

/// The command, stopped by a signal while it loads. A shell sends KILL, since timeout would send it to all of its
/// process group, and a command in a shell's background does not hear INT.
std::string stopped_by(const std::string& signal, const std::string& command) {
  if (signal == "KILL") return "sh -c '" + command + " & sleep 0.3; kill -KILL $!; wait $!'";
  return "timeout -s " + signal + " 0.3 " + command;
}

/// RINGSIDE_UNLOAD_USERS makes the unload larger, RINGSIDE_UNLOAD_SEED another one; tools/soak sets both.
std::string sizes() {
  const char* users = std::getenv("RINGSIDE_UNLOAD_USERS");
  const char* seed = std::getenv("RINGSIDE_UNLOAD_SEED");
  const long count = users == nullptr ? 300 : std::atol(users);
  const auto part = [&](long divisor) { return std::to_string(count / divisor); };
  return "--users " + part(1) + " --certificates " + part(3) + " --rings " + part(6) + " --groups " + part(10) +
         " --resources " + part(3) + " --seed " + (seed == nullptr ? "forms" : seed);
}

TEST_F(GeneratedUnload, MakesOneLabInEveryForm) {
  generate(sizes(), "text.unload");
  const auto first = run_program(load("text.unload", "text.lab"));
  ASSERT_EQ(first.status, 0) << first.output;
  for (const std::string form : {"ebcdic", "trimmed", "crlf"}) {
    generate(sizes() + " --" + form, form + ".unload");
    const auto run = run_program(load(form + ".unload", form + ".lab"));
    EXPECT_EQ(run.status, 0) << run.output;
    EXPECT_EQ(differences("text.lab", form + ".lab"), "0 difference(s): 0 added, 0 removed, 0 changed\n") << form;
  }
}

TEST_F(GeneratedUnload, LeavesNoNewLabIfItIsStopped) {
  generate("--users 20000 --certificates 4000 --rings 1000 --groups 1000 --resources 4000", "site.unload");
  for (const char* signal : {"INT", "TERM"}) {
    const auto run = run_program(stopped_by(signal, load("site.unload", "new.lab")));
    ASSERT_EQ(run.status, 124) << "it was stopped before its end\n" << run.output;
    for (const auto& entry : std::filesystem::directory_iterator(file("")))
      EXPECT_EQ(entry.path().filename(), "site.unload") << signal;
  }
}

TEST_F(GeneratedUnload, LeavesAnOldLabAsItWasIfItIsStopped) {
  generate("--users 20000 --certificates 4000 --rings 1000 --groups 1000 --resources 4000", "site.unload");
  ASSERT_EQ(run_program(RINGSIDE_BINARY " lab new " + file("old.lab") + " --add SYS1:zos:PLEX:PLEX").status, 0);
  for (const char* signal : {"INT", "TERM", "KILL"}) {
    std::filesystem::copy_file(file("old.lab"), file("loaded.lab"), std::filesystem::copy_options::overwrite_existing);
    const auto run = run_program(stopped_by(signal, load("site.unload", "loaded.lab")));
    ASSERT_NE(run.status, 0) << "it was stopped before its end\n" << run.output;
    EXPECT_EQ(differences("old.lab", "loaded.lab"), "0 difference(s): 0 added, 0 removed, 0 changed\n") << signal;
  }
}

}  // namespace
}  // namespace ringside::twin
