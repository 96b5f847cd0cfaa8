// emulator/racf/racdcert/key_location.hpp - where a private key is stored: in the RACF database, or in ICSF
// under a PKDS label.
#pragma once

#include <optional>
#include <string>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

/// An operand that stores a private key in ICSF: PKDS, PCICC or ICSF.
struct IcsfOperand {
  std::string keyword;
  std::string label;  ///< PKDS label in upper case, "*" for the label of WITHLABEL, empty for a generated label
};
IcsfOperand read_icsf(const parser::Keyword& keyword);
/// PKDS, PCICC or ICSF of the whole command; nullopt if none was given. RSD207I for PKDS beside one of the others, of
/// which PARSE leaves one.
Result<std::optional<IcsfOperand>> read_key_location(const Request& request);

/// Returns IRRD191I unless class CSFKEYS lets the issuer use the PKDS label: READ on its profile. Without a profile, or
/// while the class is not active, every label may be used. ICSF makes this check, so SPECIAL does not count.
Result<void> authorize_key_label(Context& context, const std::string& label);

struct KeyLocation {
  bool in_icsf = false;
  bool modulus_exponent = false;  ///< the token form that the keyword ICSF asks for
  std::string pkds_label;         ///< in ICSF only
};

/// Returns the location that an operand means; the RACF database without one. IRRD130I if '*' is given without
/// WITHLABEL, IRRD160I if WITHLABEL is no PKDS label, IRRD191I for a label that the issuer may not use, RSD209I for a
/// label that is no PKDS label or that ICSF has already.
Result<KeyLocation> key_location(Context& context, const Owner& owner, const std::optional<std::string>& with_label,
                                 const std::optional<IcsfOperand>& operand);

/// A private key that is not stored yet.
struct KeyToStore {
  crypto::PrivateKey key;
  KeyLocation location;
};

/// Puts the key into its location. Changes `record` accordingly, but does not store the record.
void store_key(Context& context, database::CertificateRecord& record, const KeyToStore& key);

/// Removes the certificate's key from ICSF, unless another certificate uses it.
void remove_icsf_key(Context& context, const database::CertificateRecord& record);

}  // namespace ringside::racf::racdcert
