// emulator/keytool/certificate_input.hpp - certificates in files, as Java's certificate factory finds them.
#pragma once

#include <optional>
#include <vector>

#include "emulator/keytool/x509.hpp"

namespace ringside::keytool {

/// The first certificate of DER or PEM; nothing if the first thing there is none.
std::optional<X509> first_certificate(base::ByteView input);
/// All certificates of DER, PEM or PKCS#7; empty for an empty input, nothing for what is none.
std::optional<std::vector<X509>> all_certificates(base::ByteView input);
/// The octets of a DER file or of the first PEM block; nothing if there is neither.
std::optional<base::Bytes> first_block(base::ByteView input);

}  // namespace ringside::keytool
