// tests/emulator/hosttools/shell/shell_host.hpp - a host of a lab in memory on which scripts run.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/shell/run.hpp"

namespace ringside::shell {

class ShellHost : public testing::Test {
 protected:
  ShellHost() {
    lab_.add_system(system_);
    (void)host::make_directories(files_, "/home/tws");
  }

  /// Exit status, standard output and standard error of a script, as "0|out|err".
  std::string run(const std::string& script, const std::string& input = "") {
    host::TextStreams streams(input);
    host::Process process{lab_, system_, "root", files_, streams, directory_, variables_};
    const int status = run_script(script, process);
    directory_ = process.directory;
    variables_ = process.variables;
    return std::to_string(status) + "|" + streams.output() + "|" + streams.errors();
  }
  std::string content(const std::string& path) {
    const auto read = files_.read(path);
    return read ? base::to_text(*read) : "refused: " + host::file_error_text(read.error());
  }

  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'500'000'000}}};
  lab::Lab lab_{"", clock_};
  database::SystemRecord system_{"NC060201", "distributed", "", "NC060201", 0};
  host::LabFiles files_{lab_, system_, "root"};
  std::string directory_ = "/home/tws";
  std::map<std::string, std::string> variables_ = {{"HOME", "/home/tws"}};
};

}  // namespace ringside::shell
