// emulator/racf/racdcert/key_operands.hpp - RSA, NISTECC, BPECC, DSA and SIZE to the key that is to be made.
#pragma once

#include "emulator/crypto/key.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert_functions {

/// Type and size asked for; `otherwise` without operands, and its size where the type is the same. RSD207I for two key
/// types, RSD209I for a size that the type does not have, RSD210I for keys held by ICSF or of type DSA, which are not
/// emulated.
Result<crypto::KeySpec> key_operands(const parser::Keyword& operands, crypto::KeySpec otherwise);

}  // namespace ringside::racf::racdcert_functions
