// emulator/host/stream_file.cpp - opens pipes and devices as a program does, by their names.
#include "emulator/host/stream_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "base/limits.hpp"

namespace ringside::host {
namespace {

/// Links to the open files of this process. Their targets are no paths, so that a walk along the path finds nothing.
bool is_open_file(const std::string& path) {
  static constexpr std::array<std::string_view, 3> names = {"/dev/stdin", "/dev/stdout", "/dev/stderr"};
  return path.starts_with("/dev/fd/") || path.starts_with("/proc/self/fd/") ||
         std::find(names.begin(), names.end(), path) != names.end();
}

}  // namespace

bool is_stream(const std::string& path) {
  if (is_open_file(path)) return true;
  struct stat found {};
  return ::stat(path.c_str(), &found) == 0 && !S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode);
}

FileResult<struct stat> stream_status(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return tl::unexpected(last_error(path));
  return found;
}

FileResult<base::Bytes> read_all(int file, const std::string& path) {
  base::Bytes content;
  std::array<std::uint8_t, 1u << 16> buffer{};
  while (true) {
    const ssize_t count = ::read(file, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return tl::unexpected(last_error(path));
    if (count == 0) return content;
    content.insert(content.end(), buffer.begin(), buffer.begin() + count);
    if (content.size() > base::limits::host_file_bytes) return tl::unexpected(FileError::too_large);
  }
}

FileResult<base::Bytes> read_stream(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOCTTY | O_CLOEXEC));  // NOLINT(*-vararg)
  if (!file.is_open()) return tl::unexpected(last_error(path));
  return read_all(file.number(), path);
}

FileResult<void> write_stream(const std::string& path, base::ByteView content) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_TRUNC | O_NOCTTY | O_CLOEXEC));  // NOLINT(*-vararg)
  if (!file.is_open()) return tl::unexpected(last_error(path));
  while (!content.empty()) {
    const ssize_t count = ::write(file.number(), content.data(), content.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return tl::unexpected(last_error(path));
    content = content.subspan(static_cast<std::size_t>(count));
  }
  return {};
}

}  // namespace ringside::host
