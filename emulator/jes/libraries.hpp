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
  /// A folder under the name of a library; refused are names that no data set has, and folders that are not there.
  tl::expected<void, std::string> add(const std::string& library, const std::filesystem::path& folder);

  [[nodiscard]] bool has(const std::string& library) const { return folders_.contains(library); }
  /// The file named as the member, in any case and with or without .jcl, .proc or .prc; nothing if there is none.
  /// base::Fault if it cannot be read.
  [[nodiscard]] std::optional<std::string> member(const std::string& library, const std::string& name) const;

 private:
  std::map<std::string, std::filesystem::path> folders_;
};

}  // namespace ringside::jes
