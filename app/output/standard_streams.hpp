// app/output/standard_streams.hpp - standard output and standard error, with every write checked.
#pragma once

#include <array>
#include <csignal>
#include <ostream>
#include <streambuf>
#include <string>

namespace ringside::app {

/// A stream buffer that writes to a file descriptor and keeps the first error. Writes at the end of a line if the
/// descriptor is a terminal, else when it is full or flushed.
class CheckedBuffer final : public std::streambuf {
 public:
  explicit CheckedBuffer(int descriptor);

  /// The errno of the first write that failed; 0 if none did.
  [[nodiscard]] int error() const { return error_; }

 private:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

  int descriptor_;
  bool by_line_;
  int error_ = 0;
  std::array<char, 1u << 16> buffer_{};
};

/// Whether a write to a CheckedBuffer failed since the reader of its pipe has ended.
bool nobody_reads(const std::ostream& stream);
/// Why a stream failed: the error of its CheckedBuffer, or that it cannot be written.
std::string why_it_failed(const std::ostream& stream);

/// While an object exists, std::cout and std::cerr write through a CheckedBuffer, and a write to a closed pipe or
/// beyond a limit of file size is an error instead of a signal. A standard descriptor that is closed is opened such
/// that reading and writing fail, since the next file that is opened would get its number.
class StandardStreams {
 public:
  StandardStreams();
  ~StandardStreams();
  StandardStreams(const StandardStreams&) = delete;
  StandardStreams& operator=(const StandardStreams&) = delete;

  /// Ends the output. Returns `status`, or exit_output if something could not be written; does not count that standard
  /// error is closed. If nobody reads the output any more (`ringside ... | head -1`), ends the process by SIGPIPE, as
  /// the tools of UNIX end.
  int finish(int status);

 private:
  CheckedBuffer out_;
  CheckedBuffer error_;
  std::streambuf* out_before_;
  std::streambuf* error_before_;
  struct sigaction pipe_before_ {};
  struct sigaction size_before_ {};
};

}  // namespace ringside::app
