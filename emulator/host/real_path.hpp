// emulator/host/real_path.hpp - follows a path of the real file system without leaving a root directory.
#pragma once

#include <string>
#include <utility>

#include <sys/stat.h>

#include "emulator/host/files.hpp"

namespace ringside::host {

/// Owns a file descriptor and closes it; -1 is none.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

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

/// The FileError of errno. Throws base::Fault for errors of the machine, such as a full disk.
FileError last_error(const std::string& path);

/// Follows `path` (absolute, normal form) below the directory `root`. An absolute symbolic link starts at `root`, and
/// ".." does not leave it; with Leaving::refused both are FileError::outside. Every directory of the path must exist,
/// the last name may be missing.
FileResult<Place> find_place(const std::string& root, const std::string& path, LastLink last,
                             Leaving leaving = Leaving::kept_inside);

}  // namespace ringside::host
