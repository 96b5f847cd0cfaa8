// emulator/host/real_path.hpp - walks a path of the real file system without leaving a root.
#pragma once

#include <string>
#include <utility>

#include <sys/stat.h>

#include "emulator/host/files.hpp"

namespace ringside::host {

/// An open file descriptor, closed when it goes; -1 is none.
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

/// Where a path ends: an open directory and the name in it, so that nobody can move the way meanwhile.
struct Place {
  Descriptor directory;
  std::string name{};  ///< "." for the root itself
  bool exists = false;
  struct stat information {};  ///< if it exists
};

/// The FileError that errno means now. Throws base::Fault for what is the machine's fault (a full disk).
FileError last_error(const std::string& path);

/// Follows `path` (absolute, normal form) below the directory `root`. Symbolic links are followed as if `root` were
/// "/": neither an absolute target nor ".." leaves it. Every directory on the way must exist, the last name need not.
FileResult<Place> find_place(const std::string& root, const std::string& path, LastLink last);

}  // namespace ringside::host
