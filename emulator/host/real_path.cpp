// emulator/host/real_path.cpp - one openat() for each part of a path; a link is put in front of the remaining parts.
#include "emulator/host/real_path.hpp"

#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <deque>
#include <map>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "base/fault.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::host {
namespace {

// A place without an open directory: the walk continues.
Place nothing_yet() {
  return {Descriptor(), {}, false, {}};
}

class Walk {
 public:
  Walk(const std::string& root, Leaving leaving) : leaving_(leaving) {
    directories_.emplace_back(::open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));  // NOLINT(*-vararg)
  }

  FileResult<Place> follow(const std::string& path, LastLink last) {
    if (!directories_.front().is_open()) return tl::unexpected(last_error(path));
    push_front(path);
    while (!parts_.empty()) {
      const std::string part = parts_.front();
      parts_.pop_front();
      const bool is_last = parts_.empty();
      if (part == "..") {
        if (directories_.size() == 1 && leaving_ == Leaving::refused) return tl::unexpected(FileError::outside);
        if (directories_.size() > 1) directories_.pop_back();
        continue;
      }
      auto found = step(part, is_last, last);
      if (!found) return tl::unexpected(found.error());
      if (found->directory.is_open()) return std::move(*found);
    }
    return whole_directory();
  }

 private:
  void push_front(const std::string& path) {
    std::deque<std::string> parts;
    for (const std::string& part : base::split(path, '/'))
      if (!part.empty() && part != ".") parts.push_back(part);
    parts_.insert(parts_.begin(), parts.begin(), parts.end());
  }

  [[nodiscard]] int top() const { return directories_.back().number(); }

  /// Goes one part further. Returns a place with an open directory if the walk ends here.
  FileResult<Place> step(const std::string& part, bool is_last, LastLink last) {
    if (part.size() > base::limits::host_name_bytes) return tl::unexpected(FileError::name_too_long);
    Descriptor entry(::openat(top(), part.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));  // NOLINT(*-vararg)
    if (!entry.is_open() && errno == ENOENT && is_last) return end_at(part, nullptr);
    struct stat information {};
    if (!entry.is_open() || ::fstat(entry.number(), &information) != 0) return tl::unexpected(last_error(part));
    if (S_ISLNK(information.st_mode) && !(is_last && last == LastLink::kept)) return splice(entry);
    if (is_last) return end_at(part, &information);
    if (!S_ISDIR(information.st_mode)) return tl::unexpected(FileError::not_directory);
    directories_.push_back(std::move(entry));
    return nothing_yet();
  }

  FileResult<Place> splice(const Descriptor& link) {
    if (++links_ > base::limits::host_symbolic_links) return tl::unexpected(FileError::too_many_links);
    std::array<char, PATH_MAX> target{};
    const ssize_t length = ::readlinkat(link.number(), "", target.data(), target.size());
    if (length <= 0) return tl::unexpected(FileError::missing);
    const std::string text(target.data(), static_cast<std::size_t>(length));
    if (text.front() == '/' && leaving_ == Leaving::refused) return tl::unexpected(FileError::outside);
    if (text.front() == '/') directories_.erase(directories_.begin() + 1, directories_.end());
    push_front(text);
    return nothing_yet();
  }

  FileResult<Place> end_at(const std::string& name, const struct stat* information) {
    Place place{std::move(directories_.back()), name, information != nullptr, {}};
    if (information != nullptr) place.information = *information;
    return place;
  }

  // The root itself, or a link that ends in "..".
  FileResult<Place> whole_directory() {
    struct stat information {};
    if (::fstat(top(), &information) != 0) return tl::unexpected(last_error("."));
    return end_at(".", &information);
  }

  Leaving leaving_;
  std::vector<Descriptor> directories_;
  std::deque<std::string> parts_;
  std::size_t links_ = 0;
};

}  // namespace

FileError file_error(int number, const std::string& path) {
  static const std::map<int, FileError> errors = {
      {ENOENT, FileError::missing},       {EACCES, FileError::denied},
      {EPERM, FileError::not_permitted},  {EROFS, FileError::denied},
      {EISDIR, FileError::is_directory},  {ENOTDIR, FileError::not_directory},
      {EEXIST, FileError::exists},        {ENOTEMPTY, FileError::not_empty},
      {EFBIG, FileError::too_large},      {ENAMETOOLONG, FileError::name_too_long},
      {EBUSY, FileError::busy},           {ETXTBSY, FileError::busy},
      {EINVAL, FileError::busy},          {EXDEV, FileError::busy},
      {ELOOP, FileError::too_many_links}, {ENXIO, FileError::not_a_file},
      {ENOSPC, FileError::no_space},      {EDQUOT, FileError::over_quota},
      {EIO, FileError::device_error},     {EPIPE, FileError::device_error},
  };
  const auto found = errors.find(number);
  if (found == errors.end()) throw base::Fault(path + ": " + std::strerror(number));
  return found->second;
}

FileError last_error(const std::string& path) {
  return file_error(errno, path);
}

FileResult<Place> find_place(const std::string& root, const std::string& path, LastLink last, Leaving leaving) {
  if (path.size() > base::limits::host_path_bytes) return tl::unexpected(FileError::name_too_long);
  return Walk(root, leaving).follow(path, last);
}

}  // namespace ringside::host
