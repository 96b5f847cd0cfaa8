// app/prompt/terminal.hpp - runs TSO commands and prints their results as a terminal shows them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/program.hpp"
#include "app/prompt/command_input.hpp"
#include "base/json.hpp"
#include "emulator/host/command_result.hpp"
#include "emulator/host/dd_file.hpp"
#include "emulator/tso/exec/exec_library.hpp"
#include "parser/tso/record.hpp"

namespace ringside::app {

/// How many commands were issued, and how many of them were refused.
struct CommandCounts {
  std::size_t commands = 0, refused = 0;
  void add(const host::CommandResult& result) {
    ++commands;
    if (result.return_code >= refused_from) ++refused;
  }
};

/// Each command is committed on its own: what the terminal has confirmed stays after a crash (rulings, "a crash in the
/// middle of a step").
class Terminal final : public host::Terminal {
 public:
  /// With --json, results are added to `json` and not printed.
  Terminal(Program& program, base::Json& json);
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() override = default;

  /// Where REXX execs read what the user types, from now on; at first it is the standard input.
  void read_from(CommandInput::NextLine next_line) { next_line_ = std::move(next_line); }

  /// Folds messages, remarks and pages of HELP at `width` columns from now on. Listings are never folded.
  void fold_at(std::size_t width) { width_ = width; }
  /// Prints each command before its answer from now on, as SYSTSPRT does.
  void show_commands() { shows_commands_ = true; }
  /// Runs one command. Returns false if it is END.
  bool accept(const parser::CommandText& text);
  /// Runs commands until END. Returns false if END came.
  bool accept(const parser::CommandStream& stream);
  /// Runs a REXX exec as a command of TSO.
  void run(const tso::FoundExec& exec, const std::string& argument);
  /// Prints the lines, and reads a line for an exec.
  std::optional<std::string> read_line(const std::vector<std::string>& shown) override;
  [[nodiscard]] racf::Session& session() { return session_; }
  /// The highest return code so far.
  [[nodiscard]] int highest_code() const { return highest_code_; }
  [[nodiscard]] const CommandCounts& counts() const { return counts_; }

 private:
  void take(host::CommandResult result);
  void print(const host::CommandResult& result);
  /// Runs the jobs that the command has submitted, and prints their output.
  void run_submitted();
  void print_line(std::ostream& out, const std::string& line);

  Program& program_;
  base::Json& json_;
  racf::Session session_;
  CommandInput::NextLine next_line_;
  std::vector<host::OutputLine> shown_;  ///< with --json: lines that an exec has shown before its end
  std::size_t width_ = 0;                ///< 0: nothing is folded
  bool shows_commands_ = false;
  int highest_code_ = 0;
  CommandCounts counts_;
};

}  // namespace ringside::app
