// emulator/rexx/process.hpp - the process in which one exec runs.
#pragma once

#include <string>

#include <sys/types.h>

#include "base/descriptor.hpp"

namespace ringside::rexx {

/// The program ringside-rexx, in ../libexec/ringside beside the folder of the program that runs.
std::string interpreter_path();

/// A started process and the socket to it. The destructor kills the process.
class Process {
 public:
  /// Starts the program with an empty environment and no files but the socket. Throws base::Fault if there is no
  /// socket.
  Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  [[nodiscard]] int channel() const { return channel_.number(); }
  /// Why the program could not be started; empty if it could.
  [[nodiscard]] const std::string& start_failure() const { return start_failure_; }
  /// Waits until the process ends. Returns what ended it, in words: "it used more than its CPU time"; empty if it ended
  /// by itself with status 0.
  std::string wait();
  /// The processor time that the process has used; after wait().
  [[nodiscard]] double cpu_seconds() const { return cpu_seconds_; }
  /// Ends the process at once.
  void kill();

 private:
  pid_t id_ = 0;
  base::Descriptor channel_;
  std::string start_failure_;
  double cpu_seconds_ = 0;
};

}  // namespace ringside::rexx
