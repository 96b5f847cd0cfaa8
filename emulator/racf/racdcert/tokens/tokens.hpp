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

Result<void> add_token(Context& context, const TokenOperands& operands);
Result<void> delete_token(Context& context, const TokenOperands& operands);
Result<void> list_token(Context& context, const TokenOperands& operands);

}  // namespace ringside::racf::racdcert
