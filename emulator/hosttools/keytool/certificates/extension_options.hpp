// emulator/hosttools/keytool/certificates/extension_options.hpp - the extensions of a new certificate or request, from
// -ext.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/hosttools/keytool/certificates/x509.hpp"

namespace ringside::keytool {

/// The key identifier in an issuer's certificate; computed if the certificate has none.
base::Bytes key_identifier_of(const X509& certificate);

/// -ext options turned into extensions; the key's identifier is always among them, `issuer_id` if another key signs.
/// They are added to `existing` ones and to those of a request that "honored=" accepts.
std::vector<Extension> make_extensions(const std::vector<std::string>& options, const crypto::PublicKey& key,
                                       const std::optional<base::Bytes>& issuer_id,
                                       const std::vector<Extension>& existing = {},
                                       const std::vector<Extension>& requested = {});

}  // namespace ringside::keytool
