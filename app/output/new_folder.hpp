// app/output/new_folder.hpp - a folder of real files that must be new or empty.
#pragma once

#include <string>

#include "base/descriptor.hpp"

namespace ringside::app {

/// A folder that gets files, none of which replaces another one.
class NewFolder {
 public:
  /// Makes the folder, for its owner only, if it is not there. Throws UsageError if it is no folder or not empty, and
  /// OutputError if it cannot be made or written to.
  explicit NewFolder(std::string path);

  /// Writes a file with this mode. Throws OutputError.
  void write(const std::string& name, const std::string& content, unsigned mode) const;
  /// Waits until all files are on the disk. Throws OutputError.
  void sync() const;

 private:
  std::string path_;
  base::Descriptor directory_;
};

}  // namespace ringside::app
