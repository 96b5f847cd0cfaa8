// app/shims/shim_folder.hpp - a folder for PATH with the programs that answer from the lab.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "harness/play/working_folder.hpp"

namespace ringside::app {

/// A temporary folder with a link to this program for each shim but those of `real`, and room for a lab. The destructor
/// removes it.
class ShimFolder {
 public:
  /// Throws base::Fault if a link cannot be made.
  explicit ShimFolder(const std::set<std::string>& real);

  /// The folder of the links.
  [[nodiscard]] std::filesystem::path programs() const { return folder_.path() / "bin"; }
  /// The name of a file that does not exist.
  [[nodiscard]] std::filesystem::path lab() const { return folder_.path() / "temporary.lab"; }

 private:
  harness::WorkingFolder folder_;
};

}  // namespace ringside::app
