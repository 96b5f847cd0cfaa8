// app/output/terminal_text.hpp - shows text from outside at a terminal, which must not obey it.
//
// Names in certificates, jobs and files may hold escape sequences, marks that turn the direction of writing, and
// characters that are not seen. Through a pipe the program writes them as the real tools do; a terminal shows them
// escaped.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

namespace ringside::app {

/// The text with everything escaped that a terminal obeys or hides: control characters except tab and line end (C0, DEL
/// and C1) and characters of Unicode that change the direction or have no width become \u001b, octets that are not
/// UTF-8 become \x9b. A carriage return before a line end stays.
std::string terminal_text(std::string_view text);

/// Number of columns of the terminal that standard output is; nullopt if it is none.
std::optional<std::size_t> terminal_columns();

/// Passes what is written to another buffer, as terminal_text() shows it.
class TerminalBuffer final : public std::streambuf {
 public:
  explicit TerminalBuffer(std::streambuf& terminal) : terminal_(terminal) {}
  ~TerminalBuffer() override;
  TerminalBuffer(const TerminalBuffer&) = delete;
  TerminalBuffer& operator=(const TerminalBuffer&) = delete;

  [[nodiscard]] std::streambuf& terminal() { return terminal_; }

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  /// Writes what is complete: the end may be the beginning of a character, or a carriage return.
  bool write_complete();

  std::streambuf& terminal_;
  std::string held_;
};

/// While an object exists, a stream whose descriptor is a terminal shows text as terminal_text() does.
class TerminalGuard {
 public:
  TerminalGuard(std::ostream& stream, int descriptor);
  ~TerminalGuard();
  TerminalGuard(const TerminalGuard&) = delete;
  TerminalGuard& operator=(const TerminalGuard&) = delete;

 private:
  std::ostream& stream_;
  std::streambuf* before_;
  TerminalBuffer filter_;
};

/// Goes to the beginning of the line of a terminal and erases it. For progress lines: the guard of the stream lets this
/// pass.
std::ostream& erase_line(std::ostream& out);

}  // namespace ringside::app
