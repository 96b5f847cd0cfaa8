// emulator/keytool/print.hpp - certificates, requests and revocation lists in the form of Java's toString methods.
#pragma once

#include <string>
#include <vector>

#include "emulator/base/time.hpp"
#include "emulator/keytool/x509.hpp"

namespace ringside::keytool {

/// Owner, issuer, ... version, and the extensions sorted as Java sorts them.
std::string certificate_text(const X509& certificate, base::Zone zone);
std::string request_text(const X509Request& request, const crypto::PublicKey& key);
std::string revocation_list_text(const RevocationList& list, base::Zone zone);
/// "\nExtensions: \n\n#1: ObjectId: ..."; empty if there are none.
std::string extensions_text(const std::string& title, std::vector<Extension> extensions);

/// One extension with its "ObjectId:" line; `dump` tells whether Java has no class for it and prints its octets.
std::string extension_text(const Extension& extension, bool& dump);
/// Java's name of an extension, by which it sorts; the OID of an unknown one.
std::string extension_name(const std::string& oid);
/// GeneralNames as a list of "DNSName: a".
std::vector<std::string> general_names(base::ByteView content);

/// "2048-bit RSA key", "256-bit EC (secp256r1) key".
std::string key_text(const crypto::PublicKey& key);
/// "RSA", "EC (secp256r1)", "Ed25519".
std::string key_kind(const crypto::PublicKey& key);

}  // namespace ringside::keytool
