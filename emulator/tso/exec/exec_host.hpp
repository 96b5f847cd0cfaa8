// emulator/tso/exec/exec_host.hpp - TSO/E as a REXX exec sees it: commands, functions, the terminal and the data stack.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "emulator/rexx/exec.hpp"
#include "emulator/tso/exec/exec_files.hpp"
#include "emulator/tso/exec/exec_library.hpp"
#include "emulator/tso/exec/exec_stack.hpp"
#include "emulator/tso/exec/trapped_output.hpp"

namespace ringside::tso {

/// What the functions MSG, PROMPT and TRAPMSG set; execs that call each other share it.
struct ExecSettings {
  bool shows_messages = true;
  bool prompts = false;
  bool traps_messages = false;
  std::size_t commands = 0;    ///< issued so far
  std::size_t unknown = 0;     ///< of them, those that do not exist
  std::size_t output = 0;      ///< what they have printed, trapped or not; a line counts as its octets and 64 more
  std::size_t execs = 0;       ///< started so far
  std::size_t left_lines = 0;  ///< of the stack, run as commands
  double cpu_seconds = 0;      ///< of the execs that have ended
  ExecStack stack{};
};

/// What an exec runs in.
struct ExecEnvironment {
  racf::Session& session;
  host::CommandResult& result;        ///< gets what is printed, remarks and lines of the console
  ExecEnvironment* caller = nullptr;  ///< of an exec that another one has called
  rexx::Lines stack{};                ///< while no exec runs, the one on top first
  ExecSettings settings{};
};

/// The lab's time as DATE and TIME show it.
std::chrono::local_seconds local_time(const racf::Session& session);

/// Runs an exec as a command, with the return code that run_exec() describes.
int run_as_command(ExecEnvironment& around, const FoundExec& exec, const std::string& argument,
                   const std::string& environment);

class ExecHost final : public rexx::Host {
 public:
  /// Keeps a reference to `around`.
  ExecHost(ExecEnvironment& around, std::string name)
      : around_(around), name_(std::move(name)), files_(around.session) {}

  int command(const std::string& environment, const std::string& text, rexx::WaitingExec& exec) override;
  [[nodiscard]] std::string reason_to_end() const override;
  rexx::FunctionAnswer function(const std::string& name, rexx::CallType type, const rexx::Arguments& arguments,
                                rexx::WaitingExec& exec) override;
  void say(const std::string& line) override;
  void show_trace(const std::string& line) override;
  void remark(const std::string& text) override { around_.result.diagnostics.push_back(text); }
  std::optional<std::string> pull() override;

  [[nodiscard]] ExecEnvironment& around() { return around_; }
  [[nodiscard]] TrappedOutput& trap() { return trap_; }
  /// Writes what EXECIO has not written yet.
  void close_files() { files_.close_all(); }

 private:
  std::optional<int> common_command(const std::string& word, const std::string& rest, rexx::WaitingExec& exec);
  int tso_command(const std::string& text, rexx::WaitingExec& exec);
  int called_exec(const FoundExec& found, const std::string& argument, const std::string& environment,
                  rexx::WaitingExec& exec);
  rexx::FunctionAnswer exec_as_function(const FoundExec& found, rexx::CallType type, const rexx::Arguments& arguments,
                                        rexx::WaitingExec& exec);
  [[nodiscard]] ExecEnvironment inner(host::CommandResult& answer, rexx::WaitingExec& exec);
  void leave(ExecEnvironment& inner, rexx::WaitingExec& exec);
  void take_over(host::CommandResult answer, rexx::WaitingExec& exec);

  ExecEnvironment& around_;
  std::string name_;
  ExecFiles files_;
  TrappedOutput trap_;
};

}  // namespace ringside::tso
