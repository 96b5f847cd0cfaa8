// tests/docs/page.hpp - the examples of a page of the documentation.
//
// A block is indented by four blanks or stands between lines of ```. These are the kinds of blocks:
//   - Its first line begins with "$ ": a session. Lines with "$ " are commands (a line that ends with "\" goes on in
//   the
//     next one), and the lines below a command are what it prints.
//   - ```LANGUAGE NAME: the file NAME, which the commands below the block find in their folder.
//   - ```text and other languages without a name: not run.
#pragma once

#include <string>
#include <vector>

namespace ringside::test_support {

/// A command of a page with the lines that the page shows below it, or a file.
struct Example {
  int line = 0;  ///< in the page
  std::string command;
  std::vector<std::string> shown;
  std::string file, content;  ///< if `file` is not empty, it is one
};

/// A block that is not run.
struct IdleBlock {
  int line = 0;
  std::string language;
  std::string text;
};

struct Page {
  std::vector<Example> examples;
  std::vector<IdleBlock> idle;
};

Page read_page(const std::string& markdown);

/// Compares printed lines with those that a page shows. "..." alone stands for any lines, also none; at the end of a
/// line for its rest, at the beginning for what stands before. Blanks at the ends of lines do not count. Returns the
/// first shown line that is not there; empty if the output is as shown.
std::string first_difference(const std::vector<std::string>& shown, const std::vector<std::string>& printed);

}  // namespace ringside::test_support
