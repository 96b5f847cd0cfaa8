// tests/support/lab_on_disk.hpp - a seeded lab in a file, for tests of what opens labs by their path, and variables of
// the environment that end with the test.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "tests/support/temporary_directory.hpp"

namespace ringside::test_support {

/// A lab with one bare system, SYS1, whose clock is that of the machine. It is open only while a command runs.
class LabOnDisk {
 public:
  LabOnDisk();

  [[nodiscard]] std::string path() const { return folder_.file("x.lab"); }
  /// A path in the folder of the lab.
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
  void add_system(const std::string& name);
  /// Runs a TSO command that must end with return code 0.
  void must(const std::string& command, const std::string& user = "IBMUSER", const std::string& system = "SYS1");
  /// What SYSTSPRT shows of a command, each line ended by a line feed.
  std::string shown(const std::string& command, const std::string& user = "IBMUSER",
                    const std::string& system = "SYS1");

 private:
  TemporaryDirectory folder_;
};

/// Sets variables of the environment, and sets them back when it is destroyed. An empty value takes a variable away.
class EnvironmentOf {
 public:
  explicit EnvironmentOf(const std::map<std::string, std::string>& variables);
  ~EnvironmentOf();
  EnvironmentOf(const EnvironmentOf&) = delete;
  EnvironmentOf& operator=(const EnvironmentOf&) = delete;

 private:
  std::map<std::string, std::optional<std::string>> before_;
};

}  // namespace ringside::test_support
