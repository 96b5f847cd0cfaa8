// tests/docs/run_example.hpp - a fresh folder in which examples of the documentation are run by the shell.
#pragma once

#include <string>

#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::test_support {

class ExampleFolder {
 public:
  struct Ran {
    int status = 0;
    std::string output;  ///< standard output and standard error together, as on a terminal
  };

  ExampleFolder();

  /// Copies a file or folder of the source tree.
  void copy(const std::string& from, const std::string& to);
  void write(const std::string& name, const std::string& content);
  /// Runs a command line in the folder, with `ringside` on the PATH; $? is the status of the command before.
  Ran run(const std::string& command);

 private:
  TemporaryDirectory bin_, folder_;
  int status_ = 0;
};

}  // namespace ringside::test_support
