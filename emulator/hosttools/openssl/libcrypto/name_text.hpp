// emulator/hosttools/openssl/libcrypto/name_text.hpp - distinguished names in the manner of OpenSSL: made from its
// attribute names, printed in its styles.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulator/crypto/certificates/name.hpp"

namespace ringside::crypto {

struct NameEntry {
  std::string type;  ///< "C", "countryName", "2.5.4.6"
  std::string value;
  bool joins = false;  ///< goes into the RDN of the entry before it ("+")
};

/// In the order given, which is the order of DER. Strings are UTF8String where their type allows a choice; a value that
/// is longer than its attribute allows, or of an unknown attribute, is a Problem with OpenSSL's reason.
/// `latin1` says that the values are in Latin-1, not in UTF-8.
Result<DistinguishedName> name_from_entries(const std::vector<NameEntry>& entries, bool latin1 = false);

/// Whether OpenSSL knows an attribute of that name.
bool is_name_attribute(const std::string& type);

/// How a name is printed: OpenSSL's XN_FLAG bits, and the older form of X509_NAME_oneline as 0.
using NameFlags = unsigned long;

/// What -nameopt says: names of styles and single bits, with commas, each with a '-' to take it away. Nothing if one is
/// not known.
std::optional<NameFlags> name_flags(std::string_view options);
/// Whether such a name begins on a line of its own.
bool begins_on_new_line(NameFlags flags);
std::string name_text(const DistinguishedName& name, NameFlags flags);

/// Styles by one name: "oneline" ("C = IT, O = x"), "compat" ("/C=IT/O=x"), "rfc2253" ("O=x,C=IT"), "multiline".
/// Nothing for others.
std::optional<std::string> name_text(const DistinguishedName& name, std::string_view style);

}  // namespace ringside::crypto
