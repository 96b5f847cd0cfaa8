// emulator/host/dd_file.hpp - what a DD name of a batch step stands for, and the terminal of a session.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ringside::host {

/// Exactly one of the members is used; none for DUMMY.
struct DdFile {
  std::vector<std::string> data_sets{};       ///< a concatenation; members as LIB(MEMBER)
  std::vector<std::string> in_stream{};       ///< records of DD *
  std::vector<std::string>* spool = nullptr;  ///< SYSOUT: lines are appended
  bool appends = false;                       ///< DISP=MOD
};

/// Where a program reads what a user types: a terminal, or SYSTSIN in batch.
class Terminal {
 public:
  virtual ~Terminal() = default;
  /// Shows the lines, then reads one; returns nullopt at the end of the input.
  virtual std::optional<std::string> read_line(const std::vector<std::string>& shown) = 0;
};

}  // namespace ringside::host
