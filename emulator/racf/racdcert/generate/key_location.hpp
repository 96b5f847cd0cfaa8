// emulator/racf/racdcert/generate/key_location.hpp - where a private key is kept: in the RACF database, or in ICSF
// under a PKDS label.
#pragma once

#include <string>

#include "emulator/crypto/keys/key.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

struct KeyHome {
  bool in_icsf = false;
  bool modulus_exponent = false;  ///< the token form that the keyword ICSF asks for
  std::string pkds_label;         ///< in ICSF only
};

/// A private key on its way into the database.
struct KeyToKeep {
  crypto::PrivateKey key;
  KeyHome home;
};

/// The home that `place` asks for, whose value is a PKDS label, '*' (the label of WITHLABEL) or nothing (a generated
/// label). IRRD160I if WITHLABEL is no PKDS label, IRRD130I if it is missing, RSD209I for a label that is no PKDS label
/// or is taken.
Result<KeyHome> icsf_home(Context& context, const Request& request, const parser::Keyword& place);

/// Puts the key into its home and notes it in the record.
void keep_key(Context& context, database::CertificateRecord& record, const KeyToKeep& key);

/// Takes a key that only this certificate uses out of ICSF.
void drop_icsf_key(Context& context, const database::CertificateRecord& record);

}  // namespace ringside::racf::racdcert
