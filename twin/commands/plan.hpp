// twin/commands/plan.hpp - the RACF commands that lead from one system to another, and the files that they read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/secret.hpp"

namespace ringside::twin {

/// A command in one piece, or a remark on what no command does.
struct PlannedLine {
  enum class Kind { command, remark };
  Kind kind = Kind::command;
  std::string text;
};

/// A data set that RACDCERT ADD reads.
struct PlannedFile {
  std::string data_set;
  std::string content;  ///< PEM, or PKCS#12 in DER
  bool holds_key = false;
};

struct CommandPlan {
  std::vector<PlannedLine> lines;
  std::vector<PlannedFile> files;
  std::size_t keys_left = 0;  ///< private keys that are not carried, since there is no password

  [[nodiscard]] std::size_t commands() const;
  [[nodiscard]] std::size_t remarks() const { return lines.size() - commands(); }
};

struct PlanRequest {
  std::string issuer;                    ///< the user who runs the commands on FROM; has SPECIAL there
  std::optional<base::Secret> password;  ///< of the PKCS#12 files; nullopt: private keys are not carried
};

}  // namespace ringside::twin
