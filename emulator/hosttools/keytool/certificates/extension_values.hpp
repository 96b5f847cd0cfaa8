// emulator/hosttools/keytool/certificates/extension_values.hpp - the values of -ext, each kind in the small language
// that keytool has for it.
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

/// The kind that a word means, in full, by its capitals or its beginning; nothing if none. Throws Refusal if several.
std::optional<ExtensionWord> extension_word(const std::string& word);
std::string oid_of(ExtensionWord word);

/// The DER inside the OCTET STRING. `whole` is the option as typed, for refusals.
base::Bytes extension_value(ExtensionWord word, const Text& value, const std::string& whole);
/// Hex digits, whatever stands between them.
base::Bytes raw_extension_value(const Text& value, const std::string& whole);

/// String.split: without the empty parts at the end.
std::vector<std::string> java_split(const std::string& text, char separator);

}  // namespace ringside::keytool
