// emulator/rexx/trace_text.hpp - lines of TRACE and errors as TSO/E writes them, from those of Regina.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ringside::rexx {

/// What the interpreter calls instead of a function that Regina has and TSO/E REXX has not; see
/// interpreter/interpreter.cpp.
inline constexpr std::string_view missing_function = "RINGSIDE_NO_FUNCTION";

/// Turns "Error 42 running ..., line 3: ..." into "IRX0042I Error running NAME, line 3: ..." (TSO/E Messages, IRX
/// messages), and leaves out lines about what the interpreter adds to the source. Without TRACE, TSO/E shows commands
/// with a negative return code, Regina also those with a positive one. Regina explains an error in a second line, which
/// becomes a remark.
class TraceText {
 public:
  TraceText(std::string name, std::string_view source);

  /// The return code of the last command, for "+++ RC(8) +++".
  void set_return_code(int code) { return_code_ = code; }
  /// Takes one line of Regina.
  void accept(const std::string& line);
  /// The exec ends, with this error if it is not 0: shows it if Regina had no memory left to say so.
  void end(int error);
  /// An error that waits for its explanation waits no longer.
  void finish();
  /// The lines to show since the last call.
  std::vector<std::string> take_lines();
  /// Ringside's own remarks since the last call.
  std::vector<std::string> take_explanations();

 private:
  struct Error {
    int number = 0;  // 0: none
    std::string line{};
  };
  bool accept_error(const std::string& line);
  void accept_trace(const std::string& line);
  void explain(const std::string& text);
  [[nodiscard]] bool is_added(const std::string& number) const;

  std::string name_;
  std::size_t source_lines_;
  bool may_trace_;  // the exec has the word TRACE
  int return_code_ = 0;
  bool has_told_error_ = false;
  std::string last_line_;  // number of the last line of the exec that was shown
  std::string command_;    // a traced command whose return code may follow
  Error waiting_;
  std::vector<std::string> lines_;
  std::vector<std::string> explanations_;
};

}  // namespace ringside::rexx
