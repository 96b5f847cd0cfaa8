// emulator/database/host_files.hpp - files and directories of systems other than z/OS.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "emulator/database/store.hpp"

namespace ringside::database {

struct HostFile {
  std::string path;  ///< absolute, in normal form
  bool directory = false;
  std::string owner;
  std::string group;
  unsigned mode = 0644;
  base::Instant modified{};
  std::uint64_t size = 0;  ///< of the content; read only
};

class HostFiles {
 public:
  explicit HostFiles(Store& store) : store_(store) {}
  [[nodiscard]] std::optional<HostFile> find(const std::string& system, const std::string& path) const;
  [[nodiscard]] std::optional<base::Bytes> content(const std::string& system, const std::string& path) const;
  /// Paths of the entries of a directory, sorted.
  [[nodiscard]] std::vector<std::string> children(const std::string& system, const std::string& parent) const;
  [[nodiscard]] std::size_t count(const std::string& system) const;
  /// Stores the file; replaces one of the same path. `parent` is the directory that holds it.
  void put(const std::string& system, const std::string& parent, const HostFile& file, const base::Bytes& content);
  /// Changes owner, group, mode and time only.
  void describe(const std::string& system, const HostFile& file);
  void remove(const std::string& system, const std::string& path);
  /// Changes the path of one file or directory. The caller moves what a directory contains.
  void move(const std::string& system, const std::string& from, const std::string& to, const std::string& parent);

 private:
  Store& store_;
};

}  // namespace ringside::database
