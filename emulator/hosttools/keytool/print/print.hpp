// emulator/hosttools/keytool/print/print.hpp - certificates, requests and revocation lists in the form of Java's
// toString methods.
#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/hosttools/keytool/certificates/x509.hpp"

namespace ringside::keytool {

/// Prints owner, issuer, ... version, and the extensions in Java's order. The signature algorithm of a trusted
/// certificate is not checked for weakness.
std::string certificate_text(const X509& certificate, base::Zone zone, bool trusted);
std::string request_text(const X509Request& request, const crypto::PublicKey& key, base::Zone zone);
std::string revocation_list_text(const RevocationList& list, base::Zone zone);
/// "\nExtensions: \n\n#1: ObjectId: ..."; empty if there are none.
std::string extensions_text(const std::string& title, const std::vector<Extension>& extensions, base::Zone zone);

/// "2048-bit RSA key", "256-bit EC (secp256r1) key".
std::string key_text(const crypto::PublicKey& key);
/// "RSA", "EC (secp256r1)", "Ed25519".
std::string key_kind(const crypto::PublicKey& key);

}  // namespace ringside::keytool
