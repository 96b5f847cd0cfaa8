// emulator/racf/racdcert/signature.hpp - SIGATTR: the form of a certificate's signature, and its name in LIST.
#pragma once

#include <string>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/sign.hpp"
#include "emulator/racf/command_context.hpp"

namespace ringside::racf::racdcert {

/// Returns the form for a signature with a key of this kind; `rsa_pss`: SIGATTR(RSAPSS) was given. RSD209I if the key
/// is not RSA. A level of RACF without RSASSA-PSS gets RSD209I, or a remark with --lenient.
Result<crypto::SignatureForm> signature_form(Context& context, bool rsa_pss, crypto::KeySpec signer);

/// Returns the signing algorithm as LIST shows it: one of the words in the book, "UNKNOWN" for all others, such as
/// RSASSA-PSS.
std::string signing_algorithm_text(const crypto::Certificate& certificate);

}  // namespace ringside::racf::racdcert
