// app/output/terminal_text.cpp - shows text from outside at a terminal, which must not obey it.
#include "app/output/terminal_text.hpp"

#include <algorithm>
#include <iterator>

#include <sys/ioctl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace ringside::app {
namespace {

struct Range {
  char32_t first, last;
};

// The Unicode Standard: bidirectional controls (UAX 9), format characters without width, fillers that are not seen,
// separators of lines, and tags.
constexpr Range hidden[] = {
    {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},
    {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

bool is_hidden(char32_t code) {
  return std::any_of(std::begin(hidden), std::end(hidden),
                     [&](const Range& range) { return code >= range.first && code <= range.last; });
}

bool is_control(char32_t code) {
  constexpr char32_t first_printable = 0x20, del = 0x7F, last_c1 = 0x9F;
  return (code < first_printable && code != '\t' && code != '\n') || (code >= del && code <= last_c1);
}

/// Octets at the end of `text` that may be the beginning of a character or of a line end.
std::size_t incomplete(std::string_view text) {
  if (text.ends_with('\r')) return 1;
  constexpr std::size_t longest = 4;
  for (std::size_t count = 1; count < longest && count <= text.size(); ++count) {
    const std::string_view end = text.substr(text.size() - count);
    if (base::is_continuation(end.front())) continue;
    const std::string filled = std::string(end) + std::string(longest, ' ');
    return base::announced_character(filled).size() > count ? count : 0;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> terminal_columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return std::nullopt;
  constexpr std::size_t usual = 80;
  return size.ws_col > 0 ? size.ws_col : usual;
}

std::string terminal_text(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const base::Utf8Step step = base::next_character(text);
    if (!step.code)
      shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
    else if (text.starts_with("\r\n"))
      shown += '\r';
    else if (is_control(*step.code) || is_hidden(*step.code))
      shown += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(*step.code));
    else
      shown += text.substr(0, step.length);
    text.remove_prefix(step.length);
  }
  return shown;
}

TerminalBuffer::~TerminalBuffer() {
  const std::string rest = terminal_text(held_);
  terminal_.sputn(rest.data(), static_cast<std::streamsize>(rest.size()));
  terminal_.pubsync();
}

bool TerminalBuffer::write_complete() {
  const std::size_t kept = incomplete(held_);
  const std::string shown = terminal_text(std::string_view(held_).substr(0, held_.size() - kept));
  held_.erase(0, held_.size() - kept);
  const auto size = static_cast<std::streamsize>(shown.size());
  return terminal_.sputn(shown.data(), size) == size;
}

TerminalBuffer::int_type TerminalBuffer::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  held_ += traits_type::to_char_type(c);
  return write_complete() ? c : traits_type::eof();
}

std::streamsize TerminalBuffer::xsputn(const char* text, std::streamsize size) {
  held_.append(text, static_cast<std::size_t>(size));
  return write_complete() ? size : 0;
}

int TerminalBuffer::sync() {
  return terminal_.pubsync();
}

TerminalGuard::TerminalGuard(std::ostream& stream, int descriptor)
    : stream_(stream), before_(stream.rdbuf()), filter_(*before_) {
  if (::isatty(descriptor) == 1) stream_.rdbuf(&filter_);
}

TerminalGuard::~TerminalGuard() {
  stream_.flush();
  stream_.rdbuf(before_);
}

std::ostream& erase_line(std::ostream& out) {
  constexpr std::string_view sequence = "\r\x1b[K";
  auto* filter = dynamic_cast<TerminalBuffer*>(out.rdbuf());
  if (filter == nullptr) return out << sequence;
  out.flush();
  filter->terminal().sputn(sequence.data(), static_cast<std::streamsize>(sequence.size()));
  return out;
}

}  // namespace ringside::app
