// tests/emulator/hosttools/keytool/keytool_bench.hpp - keytool command lines on files in a directory of their own.
#pragma once

#include <string>
#include <vector>

#include "emulator/host/process.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::test_support {

class KeytoolBench {
 public:
  struct Result {
    int status = 0;
    std::string output, errors;
  };

  KeytoolBench() : lab_("", clock_), files_(directory_.path().string()) {
    system_.kind = "distributed";
    system_.name = "HOST";
    lab_.add_system(system_);
    lab_.set_seed("keytool tests");
  }

  /// The words of a line, parted by single blanks; `input` is what is typed.
  Result run(const std::string& line, const std::string& input = "") {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      words.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    return run(words, input);
  }
  Result run(const std::vector<std::string>& words, const std::string& input = "") {
    host::TextStreams streams(input);
    host::Process process{lab_, system_, "root", files_, streams, "/", {}};
    const int status = keytool::run(words, process);
    return {status, streams.output(), streams.errors()};
  }
  [[nodiscard]] std::string path(const std::string& name) const { return directory_.file(name); }
  [[nodiscard]] std::string content(const std::string& name) const { return read_file(path(name)); }
  void put(const std::string& name, const std::string& content) const { write_file(path(name), content); }
  /// A program of the machine, in the directory.
  [[nodiscard]] ProgramResult real(const std::string& command) const {
    return run_program("cd " + directory_.path().string() + " && LC_ALL=C.UTF-8 " + command);
  }

 private:
  TemporaryDirectory directory_;
  base::FixedClock clock_{base::Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 20))};
  lab::Lab lab_;
  database::SystemRecord system_;
  host::RealFiles files_;
};

}  // namespace ringside::test_support
