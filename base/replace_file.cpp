// base/replace_file.cpp - writes a file beside the old one, syncs it, and renames it.
#include "base/replace_file.hpp"

#include <cerrno>
#include <csignal>
#include <functional>
#include <optional>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/descriptor.hpp"

namespace ringside::base {
namespace {

constexpr mode_t permissions = 07777, special_bits = 07000, group_bits = 0070, owner_bits = 0700;
constexpr int most_drafts = 100;  // of processes that write the same file at the same time

std::error_code last_error() {
  return {errno, std::generic_category()};
}

/// While an object exists, this thread takes no signal: a file with a draft's name is there for two system calls only.
class SignalPause {
 public:
  SignalPause() {
    sigset_t all{};
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalPause() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalPause(const SignalPause&) = delete;
  SignalPause& operator=(const SignalPause&) = delete;

 private:
  sigset_t before_{};
};

/// Removes the draft of a process that was killed. A living one holds a lock on its draft.
void remove_left_over(int directory, const std::string& name) {
  constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const Descriptor file(::openat(directory, name.c_str(), flags));  // NOLINT(*-vararg)
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0) return;
  const bool is_ours = S_ISREG(status.st_mode) && status.st_uid == ::geteuid();
  if (!is_ours || ::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return;
  struct stat now {};  // another process may have given the draft its name meanwhile, and a third made a new one
  const bool is_same = ::fstatat(directory, name.c_str(), &now, AT_SYMLINK_NOFOLLOW) == 0 &&
                       now.st_ino == status.st_ino && now.st_dev == status.st_dev;
  if (is_same) ::unlinkat(directory, name.c_str(), 0);
}

/// The new file before it has its name. The destructor removes it unless become() was called.
class Draft {
 public:
  Draft(int directory, const std::string& name, mode_t mode) : directory_(directory), name_(name) {
    file_ = Descriptor(::openat(directory, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, mode));  // NOLINT(*-vararg)
    const bool can_get_a_name = file_.is_open() && ::access(path_of_descriptor().c_str(), F_OK) == 0;
    if (can_get_a_name)
      ::flock(file_.number(), LOCK_EX | LOCK_NB);
    else if (file_.is_open() || errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)
      open_with_name(mode);
  }
  ~Draft() {
    if (draft_name_) ::unlinkat(directory_, draft_name_->c_str(), 0);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  [[nodiscard]] int file() const { return file_.number(); }
  [[nodiscard]] bool is_open() const { return file_.is_open(); }

  /// Gives the file its name, unless there is something of that name. Returns false with errno set if that fails.
  bool become_new() {
    if (!draft_name_) return link_as(name_);
    return ::linkat(directory_, draft_name_->c_str(), directory_, name_.c_str(), 0) == 0;
  }

  /// Gives the file its name; `replaces` if a file of that name exists. Returns false with errno set if that fails.
  bool become(bool replaces) {
    const SignalPause pause;
    if (!draft_name_ && !replaces) {
      if (link_as(name_)) return true;
      if (errno != EEXIST) return false;  // another process has made the file meanwhile
    }
    if (!draft_name_ && !link_as_draft()) return false;
    if (::renameat(directory_, draft_name_->c_str(), directory_, name_.c_str()) != 0) return false;
    draft_name_.reset();
    return true;
  }

 private:
  [[nodiscard]] std::string path_of_descriptor() const { return fmt::format("/proc/self/fd/{}", file_.number()); }

  /// The same names for every process that writes this file, so that the next one finds what a killed one has left.
  [[nodiscard]] std::string draft_name(int number) const {
    return fmt::format(".ringside-{:x}-{}", std::hash<std::string>{}(name_), number);
  }

  [[nodiscard]] bool link_as(const std::string& name) const {
    return ::linkat(AT_FDCWD, path_of_descriptor().c_str(), directory_, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
  }

  bool link_as_draft() {
    for (int number = 0; number < most_drafts; ++number) {
      const std::string name = draft_name(number);
      remove_left_over(directory_, name);
      if (link_as(name)) draft_name_ = name;
      if (draft_name_ || errno != EEXIST) break;
    }
    return draft_name_.has_value();
  }

  /// For file systems without files that have no name.
  void open_with_name(mode_t mode) {
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    for (int number = 0; number < most_drafts; ++number) {
      const std::string name = draft_name(number);
      remove_left_over(directory_, name);
      file_ = Descriptor(::openat(directory_, name.c_str(), flags, mode));  // NOLINT(*-vararg)
      if (!file_.is_open() && errno == EEXIST) continue;
      if (file_.is_open()) draft_name_ = name;
      if (file_.is_open()) ::flock(file_.number(), LOCK_EX | LOCK_NB);
      return;
    }
  }

  int directory_;
  std::string name_;
  Descriptor file_;
  std::optional<std::string> draft_name_;
};

/// Gives the draft the owner and the permissions of the older file, as far as this process may. If it may not give it
/// the group, the permissions of the group would go to another one, and go.
bool take_after(int file, const struct stat& older, bool owner_only) {
  mode_t mode = older.st_mode & permissions;
  const bool same_owner = older.st_uid == ::geteuid() && older.st_gid == ::getegid();
  if (!same_owner && ::fchown(file, older.st_uid, older.st_gid) != 0) {
    if (errno != EPERM) return false;
    mode &= ~special_bits;
    const bool has_group = older.st_gid == ::getegid() || ::fchown(file, static_cast<uid_t>(-1), older.st_gid) == 0;
    if (!has_group) mode &= ~group_bits;
  }
  return ::fchmod(file, owner_only ? mode & owner_bits : mode) == 0;
}

/// Some file systems cannot sync; a directory that may not be read cannot be opened for it.
bool sync(int file) {
  return ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
}

bool sync_directory(int directory) {
  const Descriptor open(::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));  // NOLINT(*-vararg)
  return open.is_open() ? sync(open.number()) : errno == EACCES;
}

}  // namespace

std::error_code write_all(int file, ByteView content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return last_error();
    content = content.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

std::error_code replace_file(int directory, const std::string& name, ByteView content, FileModes modes) {
  return replace_file(
      directory, name, [&](int file) { return write_all(file, content); }, modes);
}

std::error_code replace_file(int directory, const std::string& name, const FileWriter& write, FileModes modes) {
  struct stat older {};
  const bool exists = ::fstatat(directory, name.c_str(), &older, AT_SYMLINK_NOFOLLOW) == 0;
  const bool is_link = exists && S_ISLNK(older.st_mode);
  if (exists && !is_link && !S_ISREG(older.st_mode)) return {ENXIO, std::generic_category()};
  const bool has_modes = exists && !is_link;
  Draft draft(directory, name, modes.mode & (has_modes || modes.owner_only ? owner_bits : permissions));
  if (!draft.is_open()) return last_error();
  if (const auto error = write(draft.file())) return error;
  if (has_modes && !take_after(draft.file(), older, modes.owner_only)) return last_error();
  if (!sync(draft.file()) || !draft.become(exists) || !sync_directory(directory)) return last_error();
  return {};
}

std::error_code create_file(int directory, const std::string& name, ByteView content, unsigned mode) {
  Draft draft(directory, name, mode);
  if (!draft.is_open()) return last_error();
  if (const auto error = write_all(draft.file(), content)) return error;
  if (!draft.become_new()) return last_error();
  return {};
}

}  // namespace ringside::base
