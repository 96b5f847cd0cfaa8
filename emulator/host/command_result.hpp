// emulator/host/command_result.hpp - what one command did, on a TSO terminal or in a shell.
#pragma once

#include <string>
#include <vector>

namespace ringside::host {

/// A line of output. `id` is the message number of a message line, and empty for any other line.
struct OutputLine {
  std::string id;
  std::string text;  ///< of a message: without its number
};

/// The one result of a command. TSO, jobs and reports pass it on by move.
struct CommandResult {
  std::string command;  ///< as typed, with passwords replaced by asterisks
  int return_code = 0;
  std::vector<OutputLine> lines;         ///< in the order of the terminal or SYSTSPRT
  std::vector<std::string> console;      ///< lines for the job log (ICH408I)
  std::vector<std::string> diagnostics;  ///< Ringside's own remarks, never part of the output
  std::vector<CommandResult> issued{};   ///< the commands of a REXX exec, with output that the exec has trapped

  /// Adds the lines, console lines and remarks of a command that ran inside this one.
  void append(CommandResult inner);
  /// Returns the lines as the terminal shows them: "IRRD109I The certificate ...".
  [[nodiscard]] std::vector<std::string> shown() const;
};

}  // namespace ringside::host
