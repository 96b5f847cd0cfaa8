// emulator/racf/racdcert/generate/key_operands.hpp - the new key of GENCERT and REKEY: RSA, NISTECC, BPECC, DSA, PCICC,
// ICSF, FROMICSF and SIZE.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/racdcert/key_location.hpp"

namespace ringside::racf::racdcert {

/// One operand that names a key type, or with FROMICSF an existing key.
struct KeyTypeOperand {
  std::string_view keyword;
  std::optional<IcsfOperand> location{};  ///< RSA(PKDS(...)), PCICC(...), ICSF(...)
  bool in_token = false;                  ///< RSA(TOKEN(...))
  std::string from_icsf{};                ///< PKDS label of FROMICSF
};

struct KeyOperands {
  std::optional<KeyTypeOperand> type;  ///< if the function has it; PARSE leaves one of them
  std::optional<IcsfOperand> pkds;     ///< PKDS(...) of REKEY, which says where the key goes, not of which type it is
  std::optional<int> bits;             ///< SIZE
};
KeyOperands read_key_operands(const Request& request);

/// The key of a GENCERT without operands.
crypto::KeySpec default_key();

/// Returns the kind of key to make; nullopt for FROMICSF, where no key is made. `otherwise` is the kind without
/// operands; its size is the default for its type. PKDS keeps the type, save for DSA, which ICSF does not have: an RSA
/// key is made. RSD209I for a size that the type does not have.
Result<std::optional<crypto::KeySpec>> key_to_make(const KeyOperands& operands, crypto::KeySpec otherwise);

struct KeyPlan {
  crypto::KeySpec spec;
  KeyLocation location;
  std::optional<crypto::PrivateKey> existing;  ///< the key of FROMICSF
};

/// Returns the key that the operands ask for. The refusals of key_to_make() and key_location(); for FROMICSF IRRD191I
/// without authority, IRRD192I if ICSF does not have the key, IRRD194I if it is no RSA or ECC key; RSD207I for two
/// places, RSD210I for a key in a token.
Result<KeyPlan> plan_key(Context& context, const Owner& owner, const std::optional<std::string>& with_label,
                         const KeyOperands& operands, crypto::KeySpec otherwise);

/// Prints a remark for each operand that has no effect because `source` (a request, FROMICSF) brings the key.
void note_idle_key_operands(Context& context, const KeyOperands& operands, std::string_view source);

/// Makes the planned key, or takes the existing one.
KeyToStore make_key(Context& context, const KeyPlan& plan);

}  // namespace ringside::racf::racdcert
