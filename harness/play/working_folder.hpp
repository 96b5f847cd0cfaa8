// harness/play/working_folder.hpp - a temporary folder.
#pragma once

#include <filesystem>

#include <sys/types.h>

#include "base/descriptor.hpp"

namespace ringside::harness {

/// A temporary folder that only the user can read. The destructor removes it with its content. If this process is
/// killed, a small process that waits for that removes it.
class WorkingFolder {
 public:
  /// Throws base::Fault if it cannot be made.
  WorkingFolder();
  ~WorkingFolder();
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  void start_sweeper();

  std::filesystem::path path_;
  base::Descriptor lifeline_;  // the end of this process closes it
  pid_t sweeper_ = -1;
};

}  // namespace ringside::harness
