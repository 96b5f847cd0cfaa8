// harness/play/working_folder.hpp - a folder of the machine's for the time of one scenario.
#pragma once

#include <filesystem>

namespace ringside::harness {

/// Made when this is made, readable by its owner only, and gone with everything in it when this goes.
class WorkingFolder {
 public:
  /// Throws base::Fault if the machine gives none.
  WorkingFolder();
  ~WorkingFolder();
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace ringside::harness
