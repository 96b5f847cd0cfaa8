// emulator/hosttools/keytool/certificates/extension_values.cpp - "ca:true,pathlen:0", "dns:a,ip:10.0.0.1",
// "ocsp:uri:http://a".
#include "emulator/hosttools/keytool/certificates/extension_values.hpp"

#include <array>
#include <climits>

#include "base/text.hpp"
#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/hosttools/keytool/certificates/name_syntax.hpp"
#include "emulator/hosttools/keytool/certificates/one_of.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::Bytes;

struct Kind {
  ExtensionWord word;
  std::string name;
  std::string_view oid;
};
// The names after the empty one are not shown to users; a name before it wins if a word fits both.
const std::vector<Kind> kinds = {
    {ExtensionWord::basic_constraints, "BasicConstraints", crypto::extension_id::basic_constraints},
    {ExtensionWord::key_usage, "KeyUsage", crypto::extension_id::key_usage},
    {ExtensionWord::extended_key_usage, "ExtendedKeyUsage", crypto::extension_id::extended_key_usage},
    {ExtensionWord::subject_alternative_name, "SubjectAlternativeName", crypto::extension_id::subject_alt_name},
    {ExtensionWord::issuer_alternative_name, "IssuerAlternativeName", crypto::extension_id::issuer_alt_name},
    {ExtensionWord::subject_information_access, "SubjectInfoAccess", "1.3.6.1.5.5.7.1.11"},
    {ExtensionWord::authority_information_access, "AuthorityInfoAccess", "1.3.6.1.5.5.7.1.1"},
    {ExtensionWord::none, "", ""},
    {ExtensionWord::crl_distribution_points, "CRLDistributionPoints", "2.5.29.31"},
};

[[noreturn]] void illegal_value(const std::string& text) {
  refuse("Illegal value: " + text);
}
[[noreturn]] void wrong(const std::string& exception) {
  refuse_as("java.lang.RuntimeException", exception);
}

/// Integer.parseInt.
std::optional<long> java_int(const std::string& text) {
  const bool negative = text.starts_with('-');
  const auto digits = base::number(negative || text.starts_with('+') ? text.substr(1) : text, INT_MAX);
  if (!digits) return std::nullopt;
  return negative ? -*digits : *digits;
}

Bytes basic_constraints(const Text& value, const std::string& whole) {
  std::optional<long> length = value ? java_int(*value) : std::nullopt;
  bool ca = !value || length;
  for (const std::string& part : value && !length ? java_split(*value, ',') : std::vector<std::string>()) {
    const auto pair = java_split(part, ':');
    if (pair.size() != 2) illegal_value(whole);
    const std::string key = base::lower(pair[0]);
    if (key != "ca" && key != "pathlen") illegal_value(whole);
    if (key == "ca") ca = base::lower(pair[1]) == "true";
    if (key == "pathlen") length = java_int(pair[1]);
    if (key == "pathlen" && !length)
      refuse_as("java.lang.NumberFormatException", "For input string: \"" + pair[1] + "\"");
  }
  Bytes content = ca ? der::boolean(true) : Bytes();
  if (ca && length && *length >= 0) {
    const Bytes number = der::integer(static_cast<std::uint64_t>(*length));
    content.insert(content.end(), number.begin(), number.end());
  }
  return der::wrap(der::sequence_tag, content);
}

Bytes key_usage(const std::string& value) {
  static const std::vector<std::string> words = {
      "digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement",
      "keyCertSign",      "cRLSign",        "encipherOnly",    "decipherOnly",     "contentCommitment"};
  constexpr int content_commitment = 9, non_repudiation = 1;
  std::uint16_t bits = 0;
  for (const std::string& word : java_split(value, ',')) {
    const int index = one_of(word, words);
    if (index < 0) refuse("Unknown keyUsage type: " + word);
    bits = static_cast<std::uint16_t>(bits | 1u << (index == content_commitment ? non_repudiation : index));
  }
  return der::named_bits(bits);
}

Bytes extended_key_usage(const std::string& value) {
  static const std::vector<std::string> words = {"anyExtendedKeyUsage", "serverAuth",   "clientAuth", "codeSigning",
                                                 "emailProtection",     "timeStamping", "OCSPSigning"};
  constexpr std::array oids = {"2.5.29.37.0",       "1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.3",
                               "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.9"};
  Bytes content;
  for (const std::string& word : java_split(value, ',')) {
    const int index = one_of(word, words);
    if (index < 0 && problem_of_oid(word)) refuse("Unknown extendedkeyUsage type: " + word);
    const Bytes oid = der::oid(index < 0 ? std::string_view(word) : oids[static_cast<std::size_t>(index)]);
    content.insert(content.end(), oid.begin(), oid.end());
  }
  return der::wrap(der::sequence_tag, content);
}

Bytes address_name(const std::string& value) {
  const auto octets = java_address(value);
  if (!octets) wrong(octets.error());
  return der::wrap(der::context_primitive(7), *octets);
}

Bytes registered_id(const std::string& value) {
  if (const auto problem = problem_of_oid(value))
    wrong("java.io.IOException: Unable to create OIDName: java.io.IOException: " + *problem);
  Bytes oid = der::oid(value);
  oid.front() = der::context_primitive(8);
  return oid;
}

Bytes general_name(const std::string& type, const std::string& value, ExtensionWord in) {
  static const std::vector<std::string> words = {"EMAIL", "URI", "DNS", "IP", "OID"};
  const auto text = [&](unsigned number, const std::optional<std::string>& problem) {
    if (problem) wrong("java.io.IOException: " + *problem);
    return der::text(der::context_primitive(number), value);
  };
  switch (one_of(type, words)) {
    case 0:
      return text(1, problem_of_mail_address(value));
    case 1:
      return text(6, problem_of_uri(value));
    case 2:
      return text(2, problem_of_dns_name(value, in == ExtensionWord::subject_alternative_name));
    case 3:
      return address_name(value);
    case 4:
      return registered_id(value);
    default:
      refuse("Unrecognized GeneralName type: " + type);
  }
}

Bytes general_names(const std::string& value, const std::string& whole, ExtensionWord in) {
  Bytes content;
  for (const std::string& item : java_split(value, ',')) {
    const std::size_t colon = item.find(':');
    if (colon == std::string::npos) refuse("Illegal item " + item + " in " + whole);
    const Bytes name = general_name(item.substr(0, colon), item.substr(colon + 1), in);
    content.insert(content.end(), name.begin(), name.end());
  }
  return content;
}

Bytes information_access(const std::string& value, const std::string& whole, ExtensionWord in) {
  static const std::vector<std::string> words = {"ocsp", "caIssuers", "timeStamping", "caRepository"};
  constexpr std::array oids = {"1.3.6.1.5.5.7.48.1", "1.3.6.1.5.5.7.48.2", "1.3.6.1.5.5.7.48.3", "1.3.6.1.5.5.7.48.5"};
  Bytes content;
  for (const std::string& item : java_split(value, ',')) {
    const std::size_t first = item.find(':');
    const std::size_t second = first == std::string::npos ? first : item.find(':', first + 1);
    if (second == std::string::npos) illegal_value(whole);
    const std::string method = item.substr(0, first);
    const int index = one_of(method, words);
    if (index < 0 && problem_of_oid(method)) refuse("Unknown AccessDescription type: " + method);
    const Bytes oid = der::oid(index < 0 ? std::string_view(method) : oids[static_cast<std::size_t>(index)]);
    const Bytes one =
        der::sequence({oid, general_name(item.substr(first + 1, second - first - 1), item.substr(second + 1), in)});
    content.insert(content.end(), one.begin(), one.end());
  }
  return der::wrap(der::sequence_tag, content);
}

Bytes distribution_point(base::ByteView names) {
  const Bytes full_name = der::wrap(der::context(0), names);
  return der::sequence({der::sequence({der::wrap(der::context(0), full_name)})});
}

}  // namespace

std::vector<std::string> java_split(const std::string& text, char separator) {
  if (text.empty()) return {""};
  auto parts = base::split(text, separator);
  while (!parts.empty() && parts.back().empty()) parts.pop_back();
  return parts;
}

std::optional<ExtensionWord> extension_word(const std::string& word) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds) names.push_back(kind.name);
  const int index = one_of(word, names);
  return index < 0 ? std::nullopt : std::optional(kinds[static_cast<std::size_t>(index)].word);
}

std::string oid_of(ExtensionWord word) {
  return std::string(kinds[static_cast<std::size_t>(word)].oid);
}

Bytes extension_value(ExtensionWord word, const Text& value, const std::string& whole) {
  if (word == ExtensionWord::basic_constraints) return basic_constraints(value, whole);
  if (!value) illegal_value(whole);
  switch (word) {
    case ExtensionWord::key_usage:
      return key_usage(*value);
    case ExtensionWord::extended_key_usage:
      return extended_key_usage(*value);
    case ExtensionWord::subject_information_access:
    case ExtensionWord::authority_information_access:
      return information_access(*value, whole, word);
    case ExtensionWord::crl_distribution_points:
      return distribution_point(general_names(*value, whole, word));
    default:
      return der::wrap(der::sequence_tag, general_names(*value, whole, word));
  }
}

Bytes raw_extension_value(const Text& value, const std::string& whole) {
  std::string digits;
  for (const char c : value.value_or(""))
    if (std::string_view("0123456789abcdefABCDEF").find(c) != std::string_view::npos) digits += c;
  Bytes octets;
  if (digits.size() % 2 != 0) refuse("Odd number of hex digits found: " + whole);
  base::from_hex(digits, octets);
  return octets;
}

}  // namespace ringside::keytool
