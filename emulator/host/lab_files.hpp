// emulator/host/lab_files.hpp - the files of a lab's system, as one user of that system sees them.
#pragma once

#include <string>

#include "emulator/database/host_files.hpp"
#include "emulator/host/files.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::host {

/// Permissions work as in a UNIX file system. A user belongs to the group of the same name; root, and QSECOFR on IBM i,
/// have access to everything. Times come from the clock of the lab. There are no symbolic links.
class LabFiles final : public Files {
 public:
  LabFiles(lab::Lab& lab, const database::SystemRecord& system, std::string user);

  [[nodiscard]] FileResult<FileStatus> status(const std::string& path) const override;
  [[nodiscard]] FileResult<FileStatus> link_status(const std::string& path) const override;
  [[nodiscard]] bool allows(const std::string& path, Access access) const override;
  [[nodiscard]] FileResult<base::Bytes> read(const std::string& path) const override;
  FileResult<void> write(const std::string& path, base::ByteView content, unsigned mode = 0644) override;
  FileResult<void> append(const std::string& path, base::ByteView content) override;
  [[nodiscard]] FileResult<std::vector<std::string>> list(const std::string& path) const override;
  FileResult<void> make_directory(const std::string& path, unsigned mode = 0755) override;
  [[nodiscard]] FileResult<std::string> read_link(const std::string& path) const override;
  FileResult<void> make_link(const std::string& path, const std::string& target) override;
  FileResult<void> remove(const std::string& path) override;
  FileResult<void> rename(const std::string& from, const std::string& to) override;
  FileResult<void> set_mode(const std::string& path, unsigned mode) override;
  FileResult<void> set_owner(const std::string& path, const std::string& owner, const std::string& group) override;
  FileResult<void> set_link_owner(const std::string& path, const std::string& owner, const std::string& group) override;

 private:
  [[nodiscard]] bool is_superuser() const;
  [[nodiscard]] bool may(const database::HostFile& file, Access access) const;
  /// The file or directory at `path`. Every directory above it must be searchable.
  [[nodiscard]] FileResult<database::HostFile> look(const std::string& path) const;
  /// Checks that the user may write to the directory above `path`.
  [[nodiscard]] FileResult<void> writable_parent(const std::string& path) const;
  [[nodiscard]] database::HostFile fresh(const std::string& path, bool directory, unsigned mode) const;
  void move_tree(const std::string& from, const std::string& to);

  lab::Lab& lab_;
  database::HostFiles table_;
  std::string system_;
  std::string user_;
};

}  // namespace ringside::host
