// emulator/host/files.hpp - the interface to files: real files below a root, or files of a lab's system.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/bytes.hpp"
#include "base/time.hpp"

namespace ringside::host {

/// The bits of a mode that chmod() sets: permissions, set-user-ID, set-group-ID and sticky.
inline constexpr unsigned permission_bits = 07777;

/// Why a file operation failed; the values follow the errno names of the C library.
enum class FileError {
  missing,
  denied,
  not_permitted,
  is_directory,
  not_directory,
  exists,
  not_empty,
  name_too_long,
  too_large,
  busy,
  too_many_links,
  unknown_owner,  ///< a user or group that the system does not have
  not_a_file,     ///< a device, pipe or socket
  no_space,       ///< the disk is full
  over_quota,
  device_error,
  outside  ///< the path or a symbolic link leads out of the root, see Leaving::refused
};

/// The text of strerror() for the error: "No such file or directory".
std::string file_error_text(FileError error);
/// Whether the disk is full or broken: an error of a write to a file that could be opened.
bool is_of_the_disk(FileError error);

struct FileStatus {
  bool directory = false;
  std::uint64_t size = 0;
  unsigned mode = 0644;  ///< permission bits only
  std::string owner;
  std::string group;
  base::Instant modified{};
  char type = '-';         ///< the first letter of `ls -l`: '-', 'd', 'l', 'p', 's', 'c' or 'b'
  std::string identity{};  ///< the same for two paths of one file, and for no other file
};

/// What a user may do with a file, as the bits of a mode have it.
enum class Access : unsigned { read = 4, write = 2, search = 1 };

template <typename T>
using FileResult = tl::expected<T, FileError>;

/// Access to one tree of files. Paths are absolute and in normal form (see resolve()). A write is atomic: the file has
/// the old content or the new one.
class Files {
 public:
  virtual ~Files() = default;
  /// The file at `path`. A symbolic link at its end is followed.
  [[nodiscard]] virtual FileResult<FileStatus> status(const std::string& path) const = 0;
  /// As status(), but of a symbolic link itself.
  [[nodiscard]] virtual FileResult<FileStatus> link_status(const std::string& path) const = 0;
  /// Returns whether the user may read, write or search the file. False if it does not exist.
  [[nodiscard]] virtual bool allows(const std::string& path, Access access) const = 0;
  [[nodiscard]] virtual FileResult<base::Bytes> read(const std::string& path) const = 0;
  /// Makes or replaces a file. A new file gets `mode`; an existing file keeps its mode.
  virtual FileResult<void> write(const std::string& path, base::ByteView content, unsigned mode = 0644) = 0;
  /// Adds content to the end of a file; makes the file if it is missing.
  virtual FileResult<void> append(const std::string& path, base::ByteView content) = 0;
  /// Names in a directory, sorted, without "." and "..".
  [[nodiscard]] virtual FileResult<std::vector<std::string>> list(const std::string& path) const = 0;
  virtual FileResult<void> make_directory(const std::string& path, unsigned mode = 0755) = 0;
  /// The target of a symbolic link.
  [[nodiscard]] virtual FileResult<std::string> read_link(const std::string& path) const = 0;
  virtual FileResult<void> make_link(const std::string& path, const std::string& target) = 0;
  /// Removes a file, a symbolic link (not its target) or an empty directory.
  virtual FileResult<void> remove(const std::string& path) = 0;
  virtual FileResult<void> rename(const std::string& from, const std::string& to) = 0;
  virtual FileResult<void> set_mode(const std::string& path, unsigned mode) = 0;
  /// Sets owner and group; an empty name leaves the old one. Of a symbolic link at the end, its target's.
  virtual FileResult<void> set_owner(const std::string& path, const std::string& owner, const std::string& group) = 0;
  /// As set_owner(), but of a symbolic link itself.
  virtual FileResult<void> set_link_owner(const std::string& path, const std::string& owner,
                                          const std::string& group) = 0;
  /// Whether these are files of this machine, and not of a lab.
  [[nodiscard]] virtual bool are_real() const { return false; }
};

/// `path` as seen from `directory`: absolute, without ".", ".." and doubled slashes; never above "/".
std::string resolve(const std::string& directory, const std::string& path);

/// As resolve(), but ".." after a symbolic link leads to the directory above the link's target, as it does for
/// programs.
std::string absolute(const Files& files, const std::string& directory, const std::string& path);

/// The directory above `path`, which is in normal form; for "/" it is "/".
std::string parent_of(const std::string& path);
/// The part after the last '/'.
std::string name_of(const std::string& path);

/// Makes `path` and the directories above it that are missing.
FileResult<void> make_directories(Files& files, const std::string& path);

}  // namespace ringside::host
