// harness/play/working_folder.hpp - a temporary folder.
#pragma once

#include <filesystem>

namespace ringside::harness {

/// A temporary folder that only the user can read. The destructor removes it with its content.
class WorkingFolder {
 public:
  /// Throws base::Fault if it cannot be made.
  WorkingFolder();
  ~WorkingFolder();
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace ringside::harness
