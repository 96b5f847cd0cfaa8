// app/prompt/line_editor.hpp - reads lines at a terminal, with editing, history and completion.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ringside::app {

/// Returns the words that may replace the last word before the cursor.
using Complete = std::function<std::vector<std::string>(const std::string& before_cursor)>;

class Interrupts;

/// Only one object may exist at a time, since libedit supports one terminal. While it exists, Ctrl-C does not end the
/// program.
class LineEditor {
 public:
  /// `history` is a file (mode 0600) with the lines of earlier runs, to which new lines are written; empty for none.
  LineEditor(std::string history, Complete complete);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  struct Line {
    std::string text;
    bool interrupted = false;  ///< Ctrl-C was typed: the line is dropped
  };
  /// Returns the next line, or nullopt at the end of the input (Ctrl-D).
  std::optional<Line> read(const std::string& prompt);
  /// The same for a secret: without editing, and what is typed does not show.
  std::optional<Line> read_hidden();
  /// Adds a line to the history.
  void remember(const std::string& line);

 private:
  std::string history_;
  std::unique_ptr<Interrupts> interrupts_;
};

}  // namespace ringside::app
