// app/output/standard_streams.cpp - standard output and standard error, with every write checked.
#include "app/output/standard_streams.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

#include "app/program.hpp"
#include "base/replace_file.hpp"

namespace ringside::app {
namespace {

/// Opens the three descriptors that are closed, each for the use that it does not have.
int with_open_descriptors(int result) {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;  // NOLINT(*-vararg)
    const int use = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
    if (::open("/dev/null", use) < 0) static_cast<void>(::open("/", O_RDONLY));  // NOLINT(*-vararg)
  }
  return result;
}

/// Network file systems tell some errors only when a file is closed.
int error_on_closing(int descriptor) {
  const int copy = ::dup(descriptor);
  return copy >= 0 && ::close(copy) != 0 ? errno : 0;
}

void end_by_closed_pipe() {
  std::signal(SIGPIPE, SIG_DFL);
  sigset_t pipe{};
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  ::pthread_sigmask(SIG_UNBLOCK, &pipe, nullptr);
  std::raise(SIGPIPE);
}

struct sigaction ignoring(int signal) {
  struct sigaction ignored {};
  struct sigaction before {};
  ignored.sa_handler = SIG_IGN;
  ::sigaction(signal, &ignored, &before);
  return before;
}

}  // namespace

CheckedBuffer::CheckedBuffer(int descriptor) : descriptor_(descriptor), by_line_(::isatty(descriptor) == 1) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

CheckedBuffer::int_type CheckedBuffer::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return sync() == 0 ? traits_type::not_eof(c) : c;
  const char octet = traits_type::to_char_type(c);
  return xsputn(&octet, 1) == 1 ? c : traits_type::eof();
}

std::streamsize CheckedBuffer::xsputn(const char* text, std::streamsize size) {
  for (std::streamsize left = size; left > 0;) {
    if (pptr() == epptr() && sync() != 0) return size - left;
    const std::streamsize part = std::min<std::streamsize>(left, epptr() - pptr());
    std::memcpy(pptr(), text + (size - left), static_cast<std::size_t>(part));
    pbump(static_cast<int>(part));
    left -= part;
  }
  const bool ends_a_line =
      by_line_ && std::string_view(text, static_cast<std::size_t>(size)).find('\n') != std::string_view::npos;
  return ends_a_line && sync() != 0 ? 0 : size;
}

// After an error nothing more is written: what follows a gap is worth nothing.
int CheckedBuffer::sync() {
  const auto size = static_cast<std::size_t>(pptr() - pbase());
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  if (error_ == 0)
    error_ = base::write_all(descriptor_, {reinterpret_cast<const std::uint8_t*>(buffer_.data()), size}).value();
  return error_ == 0 ? 0 : -1;
}

bool nobody_reads(const std::ostream& stream) {
  const auto* checked = dynamic_cast<const CheckedBuffer*>(stream.rdbuf());
  return checked != nullptr && checked->error() == EPIPE;
}

std::string why_it_failed(const std::ostream& stream) {
  const auto* checked = dynamic_cast<const CheckedBuffer*>(stream.rdbuf());
  if (checked == nullptr || checked->error() == 0) return "cannot be written";
  return checked->error() == EBADF ? "is not open for writing" : std::strerror(checked->error());
}

StandardStreams::StandardStreams()
    : out_(with_open_descriptors(STDOUT_FILENO)),
      error_(STDERR_FILENO),
      out_before_(std::cout.rdbuf(&out_)),
      error_before_(std::cerr.rdbuf(&error_)),
      pipe_before_(ignoring(SIGPIPE)),
      size_before_(ignoring(SIGXFSZ)) {}

StandardStreams::~StandardStreams() {
  std::cout.rdbuf(out_before_);
  std::cerr.rdbuf(error_before_);
  ::sigaction(SIGPIPE, &pipe_before_, nullptr);
  ::sigaction(SIGXFSZ, &size_before_, nullptr);
}

int StandardStreams::finish(int status) {
  std::cout.flush();
  std::cerr.flush();
  if (out_.error() == EPIPE || error_.error() == EPIPE) end_by_closed_pipe();
  if (const int closing = out_.error() == 0 ? error_on_closing(STDOUT_FILENO) : 0; closing != 0) {
    std::cerr << "ringside: standard output: " << std::strerror(closing) << '\n' << std::flush;
    return exit_output;
  }
  const bool is_lost = out_.error() != 0 || (error_.error() != 0 && error_.error() != EBADF);
  return is_lost ? exit_output : status;
}

}  // namespace ringside::app
