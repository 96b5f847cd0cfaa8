// emulator/host/real_files.hpp - the real file system, or the part of it below a root directory.
#pragma once

#include <string>

#include "emulator/host/files.hpp"
#include "emulator/host/real_path.hpp"

namespace ringside::host {

/// Paths are relative to the root: symbolic links and ".." cannot leave it, see Leaving. The umask of the process
/// applies to new files. Pipes and devices are read and written if the root is "/"; below another root they are
/// FileError::not_a_file.
class RealFiles final : public Files {
 public:
  explicit RealFiles(std::string root = "/", Leaving leaving = Leaving::kept_inside)
      : root_(std::move(root)), leaving_(leaving) {}

  [[nodiscard]] bool are_real() const override { return true; }
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
  [[nodiscard]] bool takes_as_stream(const std::string& path) const;
  [[nodiscard]] FileResult<Place> find(const std::string& path, LastLink last) const;
  /// As find(). FileError::missing if there is no such file.
  [[nodiscard]] FileResult<Place> existing(const std::string& path, LastLink last) const;

  std::string root_;
  Leaving leaving_;
};

}  // namespace ringside::host
