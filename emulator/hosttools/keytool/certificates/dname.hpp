// emulator/hosttools/keytool/certificates/dname.hpp - distinguished names as Java reads and prints them.
#pragma once

#include <string>

#include "base/bytes.hpp"

namespace ringside::keytool {

/// DER of a name such as `CN="a, b", OU=x+UID=joe, C=US`. Throws Refusal in Java's words.
base::Bytes parse_dname(const std::string& text);
/// "CN=a, OU=b": most specific first, values with special characters quoted (Java's X500Name.toString).
std::string dname_text(base::ByteView der);
/// "CN=a,OU=b" by RFC 2253, which key stores write as the friendly name of an issuer.
std::string dname_rfc2253(base::ByteView der);

}  // namespace ringside::keytool
