// emulator/host/real_path.hpp - follows a path of the real file system without leaving a root directory.
#pragma once

#include <string>

#include <sys/stat.h>

#include "base/descriptor.hpp"
#include "emulator/host/files.hpp"

namespace ringside::host {

using base::Descriptor;

enum class LastLink { followed, kept };

/// What happens where a path or a symbolic link leads out of the root: it stays at the root, as for a process after
/// chroot(), or it is refused.
enum class Leaving { kept_inside, refused };

/// The end of a path: an open directory and a name in it. Later changes of the directories above have no effect on it.
struct Place {
  Descriptor directory;
  std::string name{};  ///< "." for the root itself
  bool exists = false;
  struct stat information {};  ///< if it exists
};

/// The FileError of an errno; without one, that of the last call. Throws base::Fault for errors that no file operation
/// has.
FileError file_error(int number, const std::string& path);
FileError last_error(const std::string& path);

/// Follows `path` (absolute, normal form) below the directory `root`. An absolute symbolic link starts at `root`, and
/// ".." does not leave it; with Leaving::refused both are FileError::outside. Every directory of the path must exist,
/// the last name may be missing.
FileResult<Place> find_place(const std::string& root, const std::string& path, LastLink last,
                             Leaving leaving = Leaving::kept_inside);

}  // namespace ringside::host
