// emulator/racf/racdcert/generate/extensions.hpp - the extensions of a generated certificate.
#pragma once

#include <optional>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/certificates/request.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/operands.hpp"

namespace ringside::racf::racdcert {

/// What the extensions are derived from.
struct ExtensionSources {
  const Owner& owner;
  std::optional<crypto::KeyUsageBits> key_usage;
  std::optional<crypto::AltNames> alt_names;
  const crypto::Request* request = nullptr;     ///< of the request data set
  const crypto::Certificate* signer = nullptr;  ///< of SIGNWITH
};

/// Returns the extensions by the tables of the Command Language Reference, RACDCERT GENCERT. RSD211I if the request for
/// a CERTAUTH certificate denies keyCertSign or cA.
Result<crypto::Extensions> extensions_for(const ExtensionSources& sources, const crypto::PublicKey& key);

}  // namespace ringside::racf::racdcert
