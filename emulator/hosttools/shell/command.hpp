// emulator/hosttools/shell/command.hpp - the commands that a procedure may use.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/host/process.hpp"
#include "emulator/hosttools/openssl/run.hpp"

namespace ringside::shell {

using Arguments = std::vector<std::string>;

inline constexpr int status_not_found = 127;

/// What the lines of one script share.
struct State {
  openssl::Personality personality = openssl::Personality::v3_0;
  std::map<std::string, std::string> variables{};  ///< of the shell alone; the environment's are the process's
  int status = 0;                                  ///< $?
  int line = 0;                                    ///< of the command that runs
  bool exit_on_error = false;                      ///< set -e
  bool refuse_unset = false;                       ///< set -u
  bool trace = false;                              ///< set -x
  bool ended = false;                              ///< by exit, or by set -e
};

/// One command as it runs: its arguments without its name.
struct Call {
  State& state;
  host::Process& process;
  const std::string& name;
  const Arguments& arguments;
  const std::string& folder;  ///< where the command stands, if it was called by a path; else the working directory

  void out(std::string_view text) const { process.streams.out(text); }
  /// "cp: TEXT" on standard error; returns the exit status 1.
  int fail(std::string_view text, int status = 1) const;
  /// "sh: line 3: cd: TEXT", as the shell speaks of its own commands.
  int shell_error(std::string_view text, int status = 1) const;
  [[nodiscard]] std::string path(const std::string& file) const { return host::resolve(process.directory, file); }
};

using Handler = std::function<int(const Call&)>;

/// The command of this name: of the shell itself, or a tool. Nothing for others.
const Handler* find_command(const std::string& name);

/// Options in front of the operands: single letters, together or apart, ended by "--". `allowed` lists them; the first
/// other one is `unknown`.
struct Options {
  std::string letters;
  Arguments operands;
  std::optional<std::string> unknown;
  [[nodiscard]] bool has(char letter) const { return letters.find(letter) != std::string::npos; }
};
Options read_options(const Arguments& arguments, std::string_view allowed);

// The tables of the files in this folder.
using Commands = std::map<std::string, Handler>;
const Commands& file_commands();
const Commands& tree_commands();
const Commands& text_commands();
const Commands& shell_commands();

}  // namespace ringside::shell
