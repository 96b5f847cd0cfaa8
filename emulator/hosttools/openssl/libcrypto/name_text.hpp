// emulator/hosttools/openssl/libcrypto/name_text.hpp - distinguished names made from OpenSSL's attribute names and
// printed in OpenSSL's styles.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/crypto/certificates/name.hpp"

namespace ringside::openssl {

struct NameEntry {
  std::string type;  ///< "C", "countryName", "2.5.4.6"
  std::string value;
  bool joins = false;  ///< is in the RDN of the entry before it ("+")
};

/// Makes a name from entries in the order of the DER. A string is a UTF8String if its attribute allows a choice. A
/// value that is too long, or of an unknown attribute, is an error with OpenSSL's reason. `latin1`: the values are in
/// Latin-1 instead of UTF-8.
crypto::Result<crypto::DistinguishedName> name_from_entries(const std::vector<NameEntry>& entries, bool latin1 = false);

/// Whether OpenSSL has an attribute of this name.
bool is_name_attribute(const std::string& type);

/// How a name is printed: OpenSSL's XN_FLAG bits; 0 is the older form of X509_NAME_oneline.
using NameFlags = unsigned long;

/// Parses -nameopt: names of styles and single bits, separated by commas; '-' in front removes bits. Returns nullopt if
/// a name is unknown.
std::optional<NameFlags> name_flags(std::string_view options);
/// Whether names with these flags start on a new line.
bool begins_on_new_line(NameFlags flags);
std::string name_text(const crypto::DistinguishedName& name, NameFlags flags);

/// Styles by one name: "oneline" ("C = IT, O = x"), "compat" ("/C=IT/O=x"), "rfc2253" ("O=x,C=IT"), "multiline".
/// Returns nullopt for others.
std::optional<std::string> name_text(const crypto::DistinguishedName& name, std::string_view style);

}  // namespace ringside::openssl
