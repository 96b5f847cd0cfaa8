// parser/shell/line.hpp - parses a shell script into simple commands and pipelines.
//
// A script is a sequence of command lines (POSIX, Shell Command Language 2.9.1 to 2.9.3). Loops, conditions, functions
// and subshells are errors, found before anything runs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "parser/lexical/diagnostic.hpp"

namespace ringside::parser {

/// A part of a word: literal text, or the name of a variable.
struct ShellPart {
  std::string text;
  bool variable = false;
  bool quoted = false;
};

struct ShellWord {
  std::vector<ShellPart> parts;
};

enum class ShellRedirect { input, output, append, duplicate, here };

struct ShellRedirection {
  int descriptor = 1;
  ShellRedirect kind = ShellRedirect::output;
  ShellWord target;  ///< a file, the other descriptor of `duplicate`, or the text of a here-document
};

struct ShellCommand {
  std::vector<std::pair<std::string, ShellWord>> assignments;
  std::vector<ShellWord> words;
  std::vector<ShellRedirection> redirections;
  int line = 0;
};

/// When a pipeline runs: always, or after success or failure of the pipeline that ran last.
enum class ShellJoint { always, if_success, if_failure };

struct ShellPipeline {
  ShellJoint joint = ShellJoint::always;
  bool negated = false;
  bool decides = false;  ///< && or || follows, so that its failure does not end a script with set -e
  std::vector<ShellCommand> commands;
};

using ShellScript = std::vector<ShellPipeline>;

/// Parses a whole script of at most limits::shell_script_bytes, with no more commands than base::most_items.
tl::expected<ShellScript, Diagnostic> parse_shell(std::string_view text);

/// The words of conditions, loops and functions, which are not supported.
std::span<const std::string_view> shell_words_not_emulated();

}  // namespace ringside::parser
