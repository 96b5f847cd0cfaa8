// emulator/hosttools/keytool/certificate_input.hpp - certificates, requests and revocation lists in files, as Java
// finds them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/hosttools/keytool/certificates/x509.hpp"

namespace ringside::keytool {

/// Java's exception and its message.
using Exception = std::string;

/// The first certificate of DER or PEM; nothing if the first thing there is none.
std::optional<X509> first_certificate(base::ByteView input);
/// All certificates of DER, PEM or PKCS#7; empty for an empty input.
tl::expected<std::vector<X509>, Exception> all_certificates(base::ByteView input);
/// All revocation lists of DER, PEM or PKCS#7; empty for an empty input.
tl::expected<std::vector<RevocationList>, Exception> all_revocation_lists(base::ByteView input);
/// The octets of a request in text, from its BEGIN line to its END line. `named` wants the word REQUEST in both.
tl::expected<base::Bytes, Exception> request_block(base::ByteView input, bool named);

}  // namespace ringside::keytool
