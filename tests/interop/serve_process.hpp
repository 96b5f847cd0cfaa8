// tests/interop/serve_process.hpp - `ringside serve` as a process, with the ports that it tells.
#pragma once

#include <chrono>
#include <map>
#include <regex>
#include <string>
#include <thread>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/program.hpp"

namespace ringside::test_support {

/// Runs `ringside OPTIONS serve --json ARGUMENTS` and stops it with the object. Its log is in FOLDER/serve.log.
class ServeProcess {
 public:
  ServeProcess(const std::string& binary, const std::string& folder, const std::string& options,
               const std::string& arguments = "")
      : output_(folder + "/serve.json"), log_(folder + "/serve.log") {
    write_file(output_, "");
    const std::string line = "exec " + binary + " --key-cache none " + options + " --json serve " + arguments + " >" +
                             output_ + " 2>>" + log_ + " </dev/null";
    child_ = ::fork();
    if (child_ == 0) {
      ::setpgid(0, 0);
      ::execl("/bin/sh", "sh", "-c", line.c_str(), static_cast<char*>(nullptr));
      ::_exit(127);
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (read_file(output_).find("\"summary\"") == std::string::npos && std::chrono::steady_clock::now() < end &&
           !has_ended())
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    read_ports();
  }
  ~ServeProcess() { stop(); }
  ServeProcess(const ServeProcess&) = delete;
  ServeProcess& operator=(const ServeProcess&) = delete;

  /// Stops it as a user does, and returns its exit status; 128 and the signal's number if a signal ended it.
  int stop() {
    if (!has_ended()) {
      ::kill(child_, SIGTERM);
      ::waitpid(child_, &status_, 0);
      ended_ = true;
    }
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
  }
  [[nodiscard]] std::string port(const std::string& system) const { return ports_.at(system); }
  [[nodiscard]] std::string output() const { return read_file(output_); }
  [[nodiscard]] std::string log() const { return read_file(log_); }

 private:
  bool has_ended() {
    ended_ = ended_ || ::waitpid(child_, &status_, WNOHANG) == child_;
    return ended_;
  }
  void read_ports() {
    static const std::regex row(R"re("system": "(\w+)",\s*"port": (\d+))re");
    const std::string text = output();
    for (std::sregex_iterator at(text.begin(), text.end(), row), none; at != none; ++at) ports_[(*at)[1]] = (*at)[2];
  }

  std::string output_, log_;
  std::map<std::string, std::string> ports_;
  pid_t child_ = -1;
  int status_ = 0;
  bool ended_ = false;
};

}  // namespace ringside::test_support
