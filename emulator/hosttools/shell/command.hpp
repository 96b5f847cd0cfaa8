// emulator/hosttools/shell/command.hpp - the commands of the shell, and what they share.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/openssl/run.hpp"
#include "emulator/hosttools/shell/tso_runner.hpp"

namespace ringside::shell {

using Arguments = std::vector<std::string>;

inline constexpr int status_not_runnable = 126;
inline constexpr int status_not_found = 127;

/// The state that the commands of one script share.
struct State {
  openssl::Personality personality = openssl::Personality::v3_0;
  std::map<std::string, std::string> variables{};  ///< not exported; exported variables are in the process
  int status = 0;                                  ///< $?
  int line = 0;                                    ///< of the running command
  bool exit_on_error = false;                      ///< set -e
  bool refuse_unset = false;                       ///< set -u
  bool trace = false;                              ///< set -x
  bool ended = false;                              ///< by exit, by set -e, or after what is not emulated
  std::string stopped_by{};                        ///< the command that was asked for what is not emulated
  TsoRunner tso{};                                 ///< empty: there is no TSO
};

/// One call of a command.
struct Call {
  State& state;
  host::Process& process;
  const std::string& name;
  const Arguments& arguments;  ///< without the name
  const std::string& folder;   ///< of the command if it is called by a path, else the working directory

  void out(std::string_view text) const { process.streams.out(text); }
  /// Prints "cp: TEXT" on standard error and returns `status`.
  int fail(std::string_view text, int status = 1) const;
  /// Prints "cp: invalid option -- 'z'" and marks the option as not emulated, since the real command may have it.
  int invalid_option(std::string_view option, int status = 1) const;
  /// Prints "sh: line 3: cd: TEXT", the form of commands of the shell itself, and returns `status`.
  int shell_error(std::string_view text, int status = 1) const;
  /// As shell_error(), for what a real shell has: the script ends after the command.
  int not_emulated(std::string_view text, int status = 1) const;
  [[nodiscard]] std::string path(const std::string& file) const { return process.path(file); }
};

/// "FOLDER/NAME", with one slash.
std::string below(const std::string& folder, const std::string& name);

using Handler = std::function<int(const Call&)>;

/// The command of the shell or the tool with this name; nullptr for names that the system does not have.
const Handler* find_command(const std::string& name, const database::SystemRecord& system);

/// Why a path is not run as a program, and the exit status that says so.
struct NotRunnable {
  std::string text;
  int status = 0;
};
/// Returns nullopt if `path` is an executable file.
std::optional<NotRunnable> refuses_to_run(const std::string& path, const host::Process& process);

/// Options before the operands: single letters, together or apart, ended by "--".
struct Options {
  std::string letters;
  Arguments operands;
  std::optional<std::string> unknown;  ///< the first option that is not allowed
  [[nodiscard]] bool has(char letter) const { return letters.find(letter) != std::string::npos; }
};
/// Reads options; `allowed` lists the letters.
Options read_options(const Arguments& arguments, std::string_view allowed);

// The commands of file_commands.cpp, tree_commands.cpp, copy_commands.cpp and so on.
using Commands = std::map<std::string, Handler>;
const Commands& file_commands();
const Commands& tree_commands();
const Commands& copy_commands();
const Commands& text_commands();
const Commands& shell_commands();
const Commands& condition_commands();
const Commands& zos_commands();

}  // namespace ringside::shell
