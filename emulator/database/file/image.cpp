// emulator/database/file/image.cpp - copies databases into memory.
#include "emulator/database/file/image.hpp"

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "base/fault.hpp"

namespace ringside::database {
namespace {

namespace fs = std::filesystem;

struct Freed {
  void operator()(unsigned char* octets) const { sqlite3_free(octets); }
};
using Octets = std::unique_ptr<unsigned char, Freed>;

std::string log_of(const std::string& path) {
  return path + "-wal";
}

bool has_log(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(log_of(path), error);
  return !error && size > 0;
}

[[noreturn]] void unreadable(const std::string& path) {
  throw base::Fault(fmt::format("the lab {} cannot be read: {}", path, std::strerror(errno)));
}

/// Opens `image` in memory. A database in memory has no write-ahead log, so the octets of the header that ask for one
/// (SQLite, "Database File Format", file format version numbers) are set to those of a database without.
std::unique_ptr<SQLite::Database> opened(Octets image, sqlite3_int64 size) {
  constexpr sqlite3_int64 versions_at = 18;
  constexpr sqlite3_int64 most = sqlite3_int64{1} << 40;
  constexpr unsigned flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE;
  auto database = std::make_unique<SQLite::Database>(
      ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
  if (size == 0) return database;
  if (size > versions_at + 1)
    for (const auto at : {versions_at, versions_at + 1})
      if (image.get()[at] == 2) image.get()[at] = 1;
  sqlite3* const handle = database->getHandle();
  if (sqlite3_deserialize(handle, "main", image.release(), size, size, flags) != SQLITE_OK)
    throw base::Fault(fmt::format("the lab cannot be copied into memory: {}", sqlite3_errmsg(handle)));
  sqlite3_int64 limit = most;
  sqlite3_file_control(handle, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit);
  return database;
}

std::unique_ptr<SQLite::Database> opened_octets_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  const auto size = static_cast<sqlite3_int64>(fs::file_size(path, error));
  if (!file || error) unreadable(path);
  Octets image(static_cast<unsigned char*>(sqlite3_malloc64(static_cast<sqlite3_uint64>(size) + 1)));
  if (image == nullptr) throw base::Fault(fmt::format("the lab {} does not fit into memory", path));
  if (size > 0 && !file.read(reinterpret_cast<char*>(image.get()), static_cast<std::streamsize>(size)))
    unreadable(path);
  return opened(std::move(image), size);
}

/// A folder that only the owner can look into; the destructor deletes it.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::string name = fs::temp_directory_path() / "ringside-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw base::Fault(name + ": this folder cannot be made");
    path_ = name;
  }
  ~PrivateFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// SQLite reads the log, in a folder in which it can write.
std::unique_ptr<SQLite::Database> opened_with_log(const std::string& path) {
  const PrivateFolder folder;
  const std::string copy = folder.path() / "lab";
  for (const auto& [from, to] : {std::pair(path, copy), std::pair(log_of(path), log_of(copy))}) {
    std::error_code error;
    fs::copy_file(from, to, error);
    if (error) throw base::Fault(fmt::format("the lab's file {} cannot be read: {}", from, error.message()));
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
  }
  SQLite::Database database(copy, SQLite::OPEN_READWRITE);
  return copy_of(database);
}

/// Changes when another process has written to the file.
std::string state_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return fmt::format("{} {} {} {}", status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

}  // namespace

bool is_read_only(const std::string& path) {
  struct stat status {};
  if (path.empty() || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  const fs::path folder = fs::path(path).parent_path();
  const auto refuses = [](const std::string& name, int use) {
    return ::faccessat(AT_FDCWD, name.c_str(), use, AT_EACCESS) != 0;  // servers change the effective user only
  };
  return refuses(path, W_OK) || refuses(folder.empty() ? "." : folder.string(), W_OK | X_OK);
}

std::unique_ptr<SQLite::Database> copy_of_file(const std::string& path) {
  constexpr int most_tries = 20;
  for (int tries = 0; tries < most_tries; ++tries) {
    const std::string before = state_of(path) + state_of(log_of(path));
    auto database = has_log(path) ? opened_with_log(path) : opened_octets_of(path);
    if (before == state_of(path) + state_of(log_of(path))) return database;
  }
  throw base::Fault(fmt::format("the lab {} changes while it is read", path));
}

std::unique_ptr<SQLite::Database> copy_of(SQLite::Database& original) {
  sqlite3_int64 size = 0;
  Octets image(sqlite3_serialize(original.getHandle(), "main", &size, 0));
  if (image == nullptr) throw base::Fault("the lab does not fit into memory a second time");
  return opened(std::move(image), size);
}

}  // namespace ringside::database
