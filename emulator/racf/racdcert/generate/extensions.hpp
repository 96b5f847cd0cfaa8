// emulator/racf/racdcert/generate/extensions.hpp - which extensions a generated certificate has: from the command, the
// request, the signer.
#pragma once

#include <optional>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/request.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// The bits that KEYUSAGE asks for with a key of this type; nothing without the operand. IRRD156I if they do not go
/// together (Command Language Reference, RACDCERT GENCERT, KEYUSAGE; rulings: HANDSHAKE with ECC is digitalSignature).
Result<std::optional<crypto::KeyUsageBits>> key_usage_operand(const parser::Keyword& operands, crypto::KeyType key);

/// What extensions are worked out from.
struct ExtensionSources {
  const Owner& owner;
  std::optional<crypto::KeyUsageBits> key_usage;
  std::optional<crypto::AltNames> alt_names;
  const crypto::Request* request = nullptr;     ///< of the request data set
  const crypto::Certificate* signer = nullptr;  ///< of SIGNWITH
};

/// The extensions by the logic tables of RACDCERT GENCERT. RSD211I if a CERTAUTH request denies certSign or cA.
Result<crypto::Extensions> extensions_for(const ExtensionSources& sources, const crypto::PublicKey& key);

}  // namespace ringside::racf::racdcert
