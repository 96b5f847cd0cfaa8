// emulator/jes/libraries.hpp - libraries of procedures and INCLUDE groups: folders whose files are the members.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include <tl/expected.hpp>

namespace ringside::jes {

class Libraries {
 public:
  /// Adds a library whose members are the files of `folder` below `root`, or of `root` itself. The error is a sentence:
  /// the name is not a data set name, the folder does not exist, or a symbolic link leads out of `root`.
  tl::expected<void, std::string> add(const std::string& library, const std::filesystem::path& root,
                                      const std::string& folder = {});

  [[nodiscard]] bool has(const std::string& library) const { return folders_.contains(library); }
  /// The text of the file named like the member, in any case, with or without .jcl, .proc or .prc; nullopt if there is
  /// none. Throws base::Fault if the file cannot be read.
  [[nodiscard]] std::optional<std::string> member(const std::string& library, const std::string& name) const;

 private:
  struct Folder {
    std::filesystem::path root;
    std::string name;  ///< below the root; empty for the root itself
  };
  std::map<std::string, Folder> folders_;
};

}  // namespace ringside::jes
