// emulator/racf/racdcert/generate/rekey.hpp - RACDCERT REKEY.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/racdcert/generate/key_operands.hpp"
#include "emulator/racf/racdcert/validity.hpp"

namespace ringside::racf::racdcert {

struct RekeyOperands {
  Owner owner;
  Selection selection;
  std::optional<std::string> with_label;
  KeyOperands key;
  ValidityOperands validity;
  bool rsa_pss;  ///< SIGATTR(RSAPSS)
};
RekeyOperands read_rekey(const Request& request);

/// Makes a self-signed copy of a certificate with a new key pair.
Result<void> rekey(Context& context, const RekeyOperands& operands);

}  // namespace ringside::racf::racdcert
