// emulator/hosttools/keytool/certificates/extension_values.hpp - the values of -ext, each kind in keytool's own
// syntax.
#pragma once

#include "emulator/hosttools/keytool/options/arguments.hpp"

namespace ringside::keytool {

enum class ExtensionWord {
  basic_constraints,
  key_usage,
  extended_key_usage,
  subject_alternative_name,
  issuer_alternative_name,
  subject_information_access,
  authority_information_access,
  none,
  crl_distribution_points,
};

/// Returns the kind that a word names: in full, by its capitals or by its beginning; nullopt if none fits. Throws
/// Refusal if several fit.
std::optional<ExtensionWord> extension_word(const std::string& word);
std::string oid_of(ExtensionWord word);

/// Returns the DER inside the OCTET STRING. `whole` is the option as typed, for the text of a Refusal.
base::Bytes extension_value(ExtensionWord word, const Text& value, const std::string& whole);
/// Returns the octets of the hex digits in a text; other characters are skipped.
base::Bytes raw_extension_value(const Text& value, const std::string& whole);

/// Splits as Java's String.split does: without the empty parts at the end.
std::vector<std::string> java_split(const std::string& text, char separator);

}  // namespace ringside::keytool
