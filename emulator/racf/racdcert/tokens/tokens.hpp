// emulator/racf/racdcert/tokens/tokens.hpp - RACDCERT ADDTOKEN, DELTOKEN and LISTTOKEN: PKCS#11 tokens in ICSF.
#pragma once

#include <string>

#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

struct TokenOperands {
  std::string token;   ///< as typed; of LISTTOKEN "*": all tokens
  bool force = false;  ///< of DELTOKEN
};
TokenOperands read_token(const Request& request);

/// No function needs authority in class FACILITY: ICSF decides by class CRYPTOZ (RSD225I).
Result<void> add_token(Context& context, const TokenOperands& operands);
/// Deletes a token and its objects. IRRD174I if one of them is of a kind that RACF does not support and FORCE is
/// missing.
Result<void> delete_token(Context& context, const TokenOperands& operands);
/// The owner and label in RACF are listed with authority to IRR.DIGTCERT.LIST, by the certificate's owner.
Result<void> list_token(Context& context, const TokenOperands& operands);

}  // namespace ringside::racf::racdcert
