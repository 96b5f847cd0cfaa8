// tests/interop/java_lab.hpp - a lab whose rings Java reads through the jar, and the programs in Java that read them.
#pragma once

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/support/peers.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::test_support {

/// Java as tests start it: a JVM that lives for seconds needs no second compiler and no parallel collector.
inline const std::string quick_options = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ";

/// A lab in a file, changed and read by the program only.
class JavaLab {
 public:
  /// `options` are those of the lab and of `lab new`: "--date 2013-05-17", "lab new --add SYS2".
  explicit JavaLab(const std::string& global = "", const std::string& systems = "") {
    must(global + " lab new " + systems);
  }

  [[nodiscard]] std::string path() const { return folder_.file("x.lab"); }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }

  /// Runs ringside on the lab, in its folder.
  [[nodiscard]] ProgramResult ringside(const std::string& arguments) const {
    return run_program("cd " + folder_.path().string() + " && " RINGSIDE_BINARY " --lab x.lab " + arguments);
  }
  /// The same, which must end with exit status 0. Returns what it printed.
  std::string must(const std::string& arguments) const {
    const ProgramResult result = ringside(arguments);
    EXPECT_EQ(result.status, 0) << arguments << "\n" << result.output;
    return result.output;
  }
  /// Runs TSO commands, which must all end with 0.
  void tso(const std::vector<std::string>& commands, const std::string& options = "") const {
    std::string quoted;
    for (const std::string& command : commands) quoted += " \"" + command + "\"";
    must(options + " tso" + quoted);
  }

  /// The option of Java that makes it read rings of this lab. `more`: ",user=SRV,level=8"
  [[nodiscard]] std::string agent(const std::string& more = "") const {
    return "-javaagent:" RINGSIDE_JAR "=lab=" + path() + ",program=" RINGSIDE_BINARY + more + " ";
  }

  /// What tests/interop/NAME.java answers to `input`, one line each. `options` are those of Java.
  [[nodiscard]] std::vector<std::string> answers(const std::string& name, const std::string& options,
                                                 const std::string& input) const {
    write_file(file("input"), input);
    const ProgramResult run =
        run_program("timeout 100 java " + quick_options + options + " -cp " RINGSIDE_JAVA_CLASSES " " + name + " <" +
                    file("input") + " 2>" + file("errors"));
    EXPECT_EQ(run.status, 0) << run.output << read_file(file("errors"));
    std::vector<std::string> lines;
    for (const std::string& line : base::lines(run.output)) lines.push_back(line);
    return lines;
  }

 private:
  TemporaryDirectory folder_;
};

/// Tests that need Java. One runs with a lab of its own.
class JavaInterop : public testing::Test {
 protected:
  void SetUp() override {
    if (!peer_is_here("java")) GTEST_SKIP();
  }
};

}  // namespace ringside::test_support
