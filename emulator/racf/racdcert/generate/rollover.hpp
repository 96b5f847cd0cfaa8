// emulator/racf/racdcert/generate/rollover.hpp - RACDCERT ROLLOVER.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct RolloverOperands {
  Owner owner;
  Selection selection;
  std::optional<std::string> new_label;
  bool force;
};
RolloverOperands read_rollover(const Request& request);

/// Puts the certificate of NEWLABEL in place of the selected one, and deletes the private key of the selected one.
/// RSD215I if the certificates do not fit and FORCE is missing, IRRD128I if a private key is missing.
Result<void> rollover(Context& context, const RolloverOperands& operands);

}  // namespace ringside::racf::racdcert
