// emulator/jes/path_file.hpp - DD statements with PATH=: files of the lab, with the permissions of the job's user.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/host/lab_files.hpp"
#include "emulator/racf/session.hpp"
#include "parser/jcl/jcl.hpp"

namespace ringside::jes {

/// The file of one DD.
class PathFile {
 public:
  PathFile(racf::Session& session, const parser::JclStatement& statement);

  /// Finds or makes the file as PATHOPTS says. Returns the cause if it cannot, else nullopt.
  std::optional<std::string> open();
  [[nodiscard]] std::vector<parser::Record> read() const;
  /// Writes lines to the file, or appends them (OAPPEND). Returns the cause if it cannot, else nullopt.
  std::optional<std::string> write(const std::vector<std::string>& lines);
  /// Applies PATHDISP at the end of the step: deletes the file if it says so.
  void release(bool normal_end);

 private:
  [[nodiscard]] bool has_option(const std::string& option) const;

  host::LabFiles files_;
  std::string path_;
  std::vector<std::string> options_;
  std::vector<std::string> dispositions_;
};

}  // namespace ringside::jes
