// emulator/racf/racdcert/generate/signature.hpp - SIGATTR: how a certificate is signed, and what LIST calls that.
#pragma once

#include <string>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// What SIGATTR asks for: the usual form without it. RSD209I for a signer whose key is not RSA; below the level that
/// has RSASSA-PSS a remark, or RSD209I with --strict.
Result<crypto::SignatureForm> signature_operand(Context& context, const Request& request, crypto::KeySpec signer);

/// The word of LIST: "UNKNOWN" for RSASSA-PSS too where the level does not have it.
std::string signing_algorithm_text(Context& context, const crypto::Certificate& certificate);

}  // namespace ringside::racf::racdcert
