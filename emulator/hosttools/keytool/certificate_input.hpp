// emulator/hosttools/keytool/certificate_input.hpp - certificates, requests and revocation lists in files, as Java
// finds them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/hosttools/keytool/certificates/x509.hpp"

namespace ringside::keytool {

/// A failure as Java reports it: the class of its exception, and the message.
using Exception = std::string;

/// Returns the first certificate of DER or PEM; nullopt if the first item is not a certificate.
std::optional<X509> first_certificate(base::ByteView input);
/// Returns all certificates of DER, PEM or PKCS#7; empty for an empty input.
tl::expected<std::vector<X509>, Exception> all_certificates(base::ByteView input);
/// Returns all revocation lists of DER, PEM or PKCS#7; empty for an empty input.
tl::expected<std::vector<RevocationList>, Exception> all_revocation_lists(base::ByteView input);
/// Returns the octets of a request in PEM, between its BEGIN and END lines. With `named`, both lines must hold the word
/// REQUEST.
tl::expected<base::Bytes, Exception> request_block(base::ByteView input, bool named);

}  // namespace ringside::keytool
