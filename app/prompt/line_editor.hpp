// app/prompt/line_editor.hpp - lines from a person at a terminal: editing, history, completion.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ringside::app {

/// What may stand in the place of the word that ends the text before the cursor.
using Complete = std::function<std::vector<std::string>(const std::string& before_cursor)>;

class Interrupts;

/// One at a time: the library behind it (libedit) has one terminal. While it lives, Ctrl-C ends no program.
class LineEditor {
 public:
  /// `history` is a file (mode 0600) that earlier lines come from and this one's go to; empty for none.
  LineEditor(std::string history, Complete complete);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  struct Line {
    std::string text;
    bool interrupted = false;  ///< Ctrl-C, now or since the last line: what was typed is thrown away
  };
  /// The next line; nothing at the end of the input (Ctrl-D).
  std::optional<Line> read(const std::string& prompt);
  /// Keeps a line for the arrow keys and for later runs.
  void remember(const std::string& line);

  /// Columns of the terminal; 80 where it does not say.
  [[nodiscard]] static std::size_t columns();

 private:
  std::string history_;
  std::unique_ptr<Interrupts> interrupts_;
};

}  // namespace ringside::app
