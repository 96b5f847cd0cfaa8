// base/replace_file.hpp - the one way to write a file: it has its old content or the new one, whatever happens.
#pragma once

#include <functional>
#include <string>
#include <system_error>

#include "base/bytes.hpp"

namespace ringside::base {

/// The permissions of a file that is written.
struct FileModes {
  unsigned mode = 0666;     ///< of a new file, less the umask; an existing file keeps its permissions and its owner
  bool owner_only = false;  ///< for keys: group and others get no permission, and lose those on an existing file
};

/// Makes or replaces the file `name` in the open directory `directory`. The content is written to a file without a
/// name, synced to the disk, and only then gets the name; the directory is synced as well. If anything fails, or the
/// process is killed, the old file is as it was. A file between its last two steps is ".ringside-" and a number; if a
/// killed process left one, the next call for the same name removes it.
///
/// A link at `name` is replaced and not followed; what is no regular file is refused with ENXIO. Returns the error of
/// the system, or none.
std::error_code replace_file(int directory, const std::string& name, ByteView content, FileModes modes = {});

/// Writes a content to an open file. Returns the error of the system, or none.
using FileWriter = std::function<std::error_code(int file)>;

/// The same with the content that `write` writes, for one that is too large for memory.
std::error_code replace_file(int directory, const std::string& name, const FileWriter& write, FileModes modes = {});

/// Makes the file `name` in the open directory `directory`, with all its content or not at all. Returns EEXIST if there
/// is something of that name. Does not sync: for many files, of which the caller syncs all at once.
std::error_code create_file(int directory, const std::string& name, ByteView content, unsigned mode);

/// Writes all octets to an open file. Returns the error of the system, or none.
std::error_code write_all(int file, ByteView content);

}  // namespace ringside::base
