// twin/commands/racdcert/tokens.hpp - RACDCERT ADDTOKEN, BIND, UNBIND and DELTOKEN that lead from the PKCS#11 tokens of
// a system to those of another.
#pragma once

#include "twin/commands/transition.hpp"

namespace ringside::twin {

/// Makes the tokens, and binds the certificates in the order of the other system.
void put_tokens(Transition& transition);
/// Deletes the tokens that the other system does not have.
void delete_tokens(Transition& transition);

}  // namespace ringside::twin
