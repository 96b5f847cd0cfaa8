// emulator/host/real_files.cpp - file operations relative to open directories; a file is replaced as a whole.
#include "emulator/host/real_files.hpp"

#include <algorithm>
#include <array>
#include <climits>
#include <map>
#include <memory>
#include <optional>

#include <dirent.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include "base/limits.hpp"
#include "base/replace_file.hpp"
#include "base/text.hpp"
#include "emulator/host/real_path.hpp"
#include "emulator/host/stream_file.hpp"

namespace ringside::host {
namespace {

constexpr std::size_t name_service_bytes = 1u << 16;

std::string user_name(uid_t id) {
  std::vector<char> buffer(name_service_bytes);
  struct passwd entry {};
  struct passwd* found = nullptr;
  if (::getpwuid_r(id, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) return found->pw_name;
  return std::to_string(id);
}

std::string group_name(gid_t id) {
  std::vector<char> buffer(name_service_bytes);
  struct group entry {};
  struct group* found = nullptr;
  if (::getgrgid_r(id, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) return found->gr_name;
  return std::to_string(id);
}

// Like chown, takes a number if no user has this name. An empty name gives -1, which leaves the owner.
std::optional<uid_t> user_id(const std::string& name) {
  if (name.empty()) return static_cast<uid_t>(-1);
  std::vector<char> buffer(name_service_bytes);
  struct passwd entry {};
  struct passwd* found = nullptr;
  if (::getpwnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
    return found->pw_uid;
  const auto number = base::number(name, 0x7fffffff);
  return number ? std::optional(static_cast<uid_t>(*number)) : std::nullopt;
}

std::optional<gid_t> group_id(const std::string& name) {
  if (name.empty()) return static_cast<gid_t>(-1);
  std::vector<char> buffer(name_service_bytes);
  struct group entry {};
  struct group* found = nullptr;
  if (::getgrnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
    return found->gr_gid;
  const auto number = base::number(name, 0x7fffffff);
  return number ? std::optional(static_cast<gid_t>(*number)) : std::nullopt;
}

// A pipe or device could block or never end.
FileResult<void> must_be_a_file(const Place& place) {
  if (S_ISDIR(place.information.st_mode)) return tl::unexpected(FileError::is_directory);
  if (!S_ISREG(place.information.st_mode)) return tl::unexpected(FileError::not_a_file);
  return {};
}

FileStatus status_of(const struct stat& found) {
  static const std::map<mode_t, char> types = {{S_IFDIR, 'd'},  {S_IFLNK, 'l'}, {S_IFIFO, 'p'},
                                               {S_IFSOCK, 's'}, {S_IFCHR, 'c'}, {S_IFBLK, 'b'}};
  const auto type = types.find(found.st_mode & S_IFMT);
  return FileStatus{S_ISDIR(found.st_mode),
                    static_cast<std::uint64_t>(found.st_size),
                    static_cast<unsigned>(found.st_mode & permission_bits),
                    user_name(found.st_uid),
                    group_name(found.st_gid),
                    base::Instant{std::chrono::seconds{found.st_mtime}},
                    type == types.end() ? '-' : type->second,
                    std::to_string(found.st_dev) + ":" + std::to_string(found.st_ino)};
}

FileResult<void> answer(int status, const std::string& path) {
  if (status != 0) return tl::unexpected(last_error(path));
  return {};
}

FileResult<void> give(const FileResult<Place>& place, const std::string& path, const std::string& owner,
                      const std::string& group) {
  if (!place) return tl::unexpected(place.error());
  const auto user = user_id(owner);
  const auto owner_group = group_id(group);
  if (!user || !owner_group) return tl::unexpected(FileError::unknown_owner);
  return answer(::fchownat(place->directory.number(), place->name.c_str(), *user, *owner_group, AT_SYMLINK_NOFOLLOW),
                path);
}

}  // namespace

bool RealFiles::takes_as_stream(const std::string& path) const {
  return root_ == "/" && leaving_ == Leaving::kept_inside && is_stream(path);
}

FileResult<Place> RealFiles::find(const std::string& path, LastLink last) const {
  return find_place(root_, path, last, leaving_);
}

FileResult<Place> RealFiles::existing(const std::string& path, LastLink last) const {
  auto place = find(path, last);
  if (place && !place->exists) return tl::unexpected(FileError::missing);
  return place;
}

FileResult<FileStatus> RealFiles::status(const std::string& path) const {
  if (takes_as_stream(path)) return stream_status(path).map(status_of);
  const auto place = existing(path, LastLink::followed);
  if (!place) return tl::unexpected(place.error());
  return status_of(place->information);
}

FileResult<FileStatus> RealFiles::link_status(const std::string& path) const {
  const auto place = existing(path, LastLink::kept);
  if (!place) return tl::unexpected(place.error());
  return status_of(place->information);
}

bool RealFiles::allows(const std::string& path, Access access) const {
  const auto place = existing(path, LastLink::followed);
  const int mode = access == Access::read ? R_OK : access == Access::write ? W_OK : X_OK;
  return place && ::faccessat(place->directory.number(), place->name.c_str(), mode, AT_EACCESS) == 0;
}

FileResult<std::string> RealFiles::read_link(const std::string& path) const {
  const auto place = existing(path, LastLink::kept);
  if (!place) return tl::unexpected(place.error());
  std::array<char, PATH_MAX> target{};
  const ssize_t length = ::readlinkat(place->directory.number(), place->name.c_str(), target.data(), target.size());
  if (length < 0) return tl::unexpected(last_error(path));
  return std::string(target.data(), static_cast<std::size_t>(length));
}

FileResult<void> RealFiles::make_link(const std::string& path, const std::string& target) {
  const auto place = find(path, LastLink::kept);
  if (!place) return tl::unexpected(place.error());
  return answer(::symlinkat(target.c_str(), place->directory.number(), place->name.c_str()), path);
}

FileResult<base::Bytes> RealFiles::read(const std::string& path) const {
  if (takes_as_stream(path)) return read_stream(path);
  const auto place = existing(path, LastLink::followed);
  if (!place) return tl::unexpected(place.error());
  if (auto file = must_be_a_file(*place); !file) return tl::unexpected(file.error());
  constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const Descriptor file(::openat(place->directory.number(), place->name.c_str(), flags));  // NOLINT(*-vararg)
  if (!file.is_open()) return tl::unexpected(last_error(path));
  return read_all(file.number(), path);
}

FileResult<void> RealFiles::write(const std::string& path, base::ByteView content, unsigned mode) {
  if (content.size() > base::limits::host_file_bytes) return tl::unexpected(FileError::too_large);
  if (takes_as_stream(path)) return write_stream(path, content);
  const auto place = find(path, LastLink::followed);
  if (!place) return tl::unexpected(place.error());
  if (place->exists) {
    if (auto file = must_be_a_file(*place); !file) return file;
    // rename() needs no permission on the file itself, but a write needs it.
    if (::faccessat(place->directory.number(), place->name.c_str(), W_OK, AT_EACCESS) != 0)
      return tl::unexpected(last_error(path));
  }
  const base::FileModes modes{.mode = mode & permission_bits};
  if (const auto error = base::replace_file(place->directory.number(), place->name, content, modes))
    return tl::unexpected(file_error(error.value(), path));
  return {};
}

FileResult<void> RealFiles::append(const std::string& path, base::ByteView content) {
  if (takes_as_stream(path)) return write_stream(path, content);
  auto whole = read(path);
  if (!whole && whole.error() != FileError::missing) return tl::unexpected(whole.error());
  if (!whole) whole = base::Bytes{};
  whole->insert(whole->end(), content.begin(), content.end());
  return write(path, *whole);
}

FileResult<std::vector<std::string>> RealFiles::list(const std::string& path) const {
  const auto place = existing(path, LastLink::followed);
  if (!place) return tl::unexpected(place.error());
  constexpr int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  const int file = ::openat(place->directory.number(), place->name.c_str(), flags);  // NOLINT(*-vararg)
  if (file < 0) return tl::unexpected(last_error(path));
  const std::unique_ptr<DIR, decltype([](DIR* open) { ::closedir(open); })> directory(::fdopendir(file));
  std::vector<std::string> names;
  while (const struct dirent* entry = ::readdir(directory.get())) {
    const std::string name = static_cast<const char*>(entry->d_name);
    if (name != "." && name != "..") names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

FileResult<void> RealFiles::make_directory(const std::string& path, unsigned mode) {
  const auto place = find(path, LastLink::kept);
  if (!place) return tl::unexpected(place.error());
  if (place->exists) return tl::unexpected(FileError::exists);
  return answer(::mkdirat(place->directory.number(), place->name.c_str(), mode & permission_bits), path);
}

FileResult<void> RealFiles::remove(const std::string& path) {
  const auto place = existing(path, LastLink::kept);
  if (!place) return tl::unexpected(place.error());
  const int flags = S_ISDIR(place->information.st_mode) ? AT_REMOVEDIR : 0;
  return answer(::unlinkat(place->directory.number(), place->name.c_str(), flags), path);
}

FileResult<void> RealFiles::rename(const std::string& from, const std::string& to) {
  const auto source = existing(from, LastLink::kept);
  if (!source) return tl::unexpected(source.error());
  const auto target = find(to, LastLink::kept);
  if (!target) return tl::unexpected(target.error());
  return answer(
      ::renameat(source->directory.number(), source->name.c_str(), target->directory.number(), target->name.c_str()),
      from);
}

FileResult<void> RealFiles::set_mode(const std::string& path, unsigned mode) {
  const auto place = existing(path, LastLink::followed);
  if (!place) return tl::unexpected(place.error());
  return answer(::fchmodat(place->directory.number(), place->name.c_str(), mode & permission_bits, 0), path);
}

FileResult<void> RealFiles::set_owner(const std::string& path, const std::string& owner, const std::string& group) {
  return give(existing(path, LastLink::followed), path, owner, group);
}

FileResult<void> RealFiles::set_link_owner(const std::string& path, const std::string& owner,
                                           const std::string& group) {
  return give(existing(path, LastLink::kept), path, owner, group);
}

}  // namespace ringside::host
