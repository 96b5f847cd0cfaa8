// emulator/jes/operands.hpp - the operands of JOB, EXEC and DD, and what Ringside does with each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::jes {

/// What Ringside does with a keyword of a statement, or of a command of IDCAMS.
enum class Use {
  used,
  without_effect,  ///< accepted; changes nothing that is emulated
  not_emulated,    ///< the job or command is refused
};

/// The use of a keyword; nullopt if the operation has no such keyword. `operation` is JOB, EXEC or DD.
std::optional<Use> use_of(std::string_view operation, std::string_view keyword);

/// All keywords of the operation, for "did you mean".
std::vector<std::string> keywords_of(std::string_view operation);

}  // namespace ringside::jes
