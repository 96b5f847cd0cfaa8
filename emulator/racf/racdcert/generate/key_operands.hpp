// emulator/racf/racdcert/generate/key_operands.hpp - RSA, NISTECC, BPECC, DSA, the ICSF forms and SIZE: the key that is
// to be made.
#pragma once

#include <optional>
#include <string_view>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/racdcert/generate/key_location.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

struct KeyPlan {
  crypto::KeySpec spec;
  KeyHome home;
  std::optional<crypto::PrivateKey> existing;  ///< of FROMICSF: no key is made
};

/// What key the operands ask for: `otherwise` without them, and its size where the type is the same. RSD207I for two
/// key types, RSD209I for a size that the type does not have, IRRD192I if ICSF lacks the key of FROMICSF, IRRD160I for
/// a PKDS label.
Result<KeyPlan> key_operands(Context& context, const Request& request, crypto::KeySpec otherwise);

/// Says of each operand about keys that `source` (a request, FROMICSF) brings the key, so that it had no effect.
void note_idle_key_operands(Context& context, const Request& request, std::string_view source);

/// The planned key, made now unless ICSF has it.
KeyToKeep make_key(Context& context, const KeyPlan& plan);

}  // namespace ringside::racf::racdcert
