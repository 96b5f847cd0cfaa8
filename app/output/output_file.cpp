// app/output/output_file.cpp - writes a real file that an operand or option names.
#include "app/output/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/program.hpp"
#include "base/descriptor.hpp"

namespace ringside::app {
namespace {

std::error_code last_error() {
  return {errno, std::generic_category()};
}

/// Whether the path names something other than a file that can be replaced: a device, a pipe, an open file.
bool is_written_in_place(const std::string& path) {
  std::error_code error;
  const std::string absolute = std::filesystem::absolute(path, error).lexically_normal().string();
  if (absolute.starts_with("/dev/") && !absolute.starts_with("/dev/shm/")) return true;
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  return absolute.starts_with("/proc/") || (exists && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode));
}

std::error_code write_in_place(const std::string& path, const base::FileWriter& write) {
  const base::Descriptor file(::open(path.c_str(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC));  // NOLINT(*-vararg)
  return file.is_open() ? write(file.number()) : last_error();
}

/// The path of the file at the end of the links; it need not exist.
std::filesystem::path without_links(std::filesystem::path path, std::error_code& error) {
  constexpr int most_links = 40;
  std::error_code ignored;  // the next call finds the error, too
  for (int links = 0; !error && std::filesystem::is_symlink(path, ignored); ++links) {
    path = path.parent_path() / std::filesystem::read_symlink(path, error);
    if (links == most_links) error = {ELOOP, std::generic_category()};
  }
  return path;
}

std::error_code replace(const std::string& path, const base::FileWriter& write, base::FileModes modes) {
  std::error_code error;
  const std::filesystem::path file = without_links(path, error);
  if (error) return error;
  struct stat status {};
  if (!file.has_filename() || file.filename() == "." || file.filename() == ".." ||
      (::stat(file.c_str(), &status) == 0 && S_ISDIR(status.st_mode)))
    return {EISDIR, std::generic_category()};
  const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
  const base::Descriptor directory(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));  // NOLINT(*-vararg)
  if (!directory.is_open()) return last_error();
  // A rename needs no permission on the file itself, but a write needs it.
  if (::faccessat(directory.number(), file.filename().c_str(), W_OK, AT_EACCESS) != 0 && errno != ENOENT)
    return last_error();
  return base::replace_file(directory.number(), file.filename().string(), write, modes);
}

std::error_code write_text(int file, std::string_view text) {
  return base::write_all(file, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

void write_output(const std::string& path, const base::FileWriter& write, base::FileModes modes) {
  const auto error = is_written_in_place(path) ? write_in_place(path, write) : replace(path, write, modes);
  if (error) throw OutputError(path + ": " + std::strerror(error.value()));
}

/// Gathers parts and writes them to an open file in blocks.
class BlockWriter {
 public:
  explicit BlockWriter(int file) : file_(file) {}
  void add(std::string_view part) {
    constexpr std::size_t block = 1u << 16;
    gathered_ += part;
    if (gathered_.size() >= block) write();
  }
  std::error_code finish() {
    write();
    return error_;
  }

 private:
  void write() {
    if (!error_) error_ = write_text(file_, gathered_);
    gathered_.clear();
  }

  int file_;
  std::string gathered_;
  std::error_code error_;
};

}  // namespace

void write_output_file(const std::string& path, std::string_view content, base::FileModes modes) {
  write_output(
      path, [&](int file) { return write_text(file, content); }, modes);
}

void write_output_file_in_parts(const std::string& path, const std::function<void(const PartSink&)>& produce,
                                base::FileModes modes) {
  write_output(
      path,
      [&](int file) {
        BlockWriter blocks(file);
        produce([&](std::string_view part) { blocks.add(part); });
        return blocks.finish();
      },
      modes);
}

}  // namespace ringside::app
