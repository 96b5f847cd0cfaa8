// emulator/keytool/extension_options.cpp - the grammar of -ext: name[:critical][=value].
#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "emulator/base/text.hpp"
#include "emulator/crypto/der.hpp"
#include "emulator/crypto/extension_ids.hpp"
#include "emulator/crypto/extensions.hpp"
#include "emulator/keytool/issue.hpp"
#include "emulator/keytool/one_of.hpp"
#include "emulator/keytool/print.hpp"
#include "emulator/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::Bytes;

constexpr std::string_view aia_oid = "1.3.6.1.5.5.7.1.1", sia_oid = "1.3.6.1.5.5.7.1.11", crl_oid = "2.5.29.31";

const std::vector<std::string> extension_words = {
    "BasicConstraints",      "KeyUsage",          "ExtendedKeyUsage",    "SubjectAlternativeName",
    "IssuerAlternativeName", "SubjectInfoAccess", "AuthorityInfoAccess", "",
    "CRLDistributionPoints"};
const std::vector<std::string_view> extension_oids = {crypto::extension_id::basic_constraints,
                                                      crypto::extension_id::key_usage,
                                                      crypto::extension_id::extended_key_usage,
                                                      crypto::extension_id::subject_alt_name,
                                                      crypto::extension_id::issuer_alt_name,
                                                      sia_oid,
                                                      aia_oid,
                                                      "",
                                                      crl_oid};

[[noreturn]] void illegal_value(const std::string& text) {
  refuse("Illegal value: " + text);
}

bool is_oid(const std::string& text) {
  const auto arcs = base::split(text, '.');
  if (arcs.size() < 2) return false;
  return std::all_of(arcs.begin(), arcs.end(),
                     [](const std::string& arc) { return base::number(arc, 1'000'000'000'000L).has_value(); }) &&
         arcs[0].size() == 1 && arcs[0] <= "2" && (arcs[0] == "2" || base::number(arcs[1], 39));
}

[[noreturn]] void bad_oid(const std::string& text) {
  for (const std::string& arc : base::split(text, '.'))
    if (!base::number(arc, 1'000'000'000'000L))
      refuse_as("java.lang.RuntimeException",
                "java.io.IOException: ObjectIdentifier() -- Invalid format: java.lang.NumberFormatException: For input "
                "string: \"" +
                    arc + "\"");
  refuse_as("java.lang.RuntimeException",
            "java.io.IOException: ObjectIdentifier() -- Must be at least two oid components ");
}

long whole_number(const std::string& text, const std::string& whole) {
  const auto number = base::number(text, 1'000'000'000);
  if (!number) illegal_value(whole);
  return *number;
}

Bytes basic_constraints(const Text& value, const std::string& whole) {
  bool ca = !value || base::number(*value, 1'000'000'000).has_value();
  std::optional<long> length;
  if (value && ca) {
    length = whole_number(*value, whole);
  } else if (value) {
    for (const std::string& part : base::split(*value, ',')) {
      const auto pair = base::split(part, ':');
      if (pair.size() != 2) illegal_value(whole);
      if (base::lower(pair[0]) == "ca")
        ca = base::lower(pair[1]) == "true";
      else if (base::lower(pair[0]) == "pathlen")
        length = whole_number(pair[1], whole);
      else
        illegal_value(whole);
    }
  }
  Bytes content = ca ? der::boolean(true) : Bytes();
  if (ca && length) {
    const Bytes number = der::integer(static_cast<std::uint64_t>(*length));
    content.insert(content.end(), number.begin(), number.end());
  }
  return der::wrap(der::sequence_tag, content);
}

/// A BIT STRING without trailing zero bits.
Bytes named_bits(std::uint16_t bits) {
  Bytes octets;
  int unused = 0;
  for (int i = 0; i < 16; ++i) {
    if ((bits & (1u << i)) == 0) continue;
    octets.resize(static_cast<std::size_t>(i / 8 + 1));
    octets[static_cast<std::size_t>(i / 8)] |= static_cast<std::uint8_t>(0x80u >> (i % 8));
    unused = 7 - i % 8;
  }
  octets.insert(octets.begin(), static_cast<std::uint8_t>(unused));
  return der::wrap(der::bit_string_tag, octets);
}

Bytes key_usage(const Text& value, const std::string& whole) {
  static const std::vector<std::string> words = {
      "digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement",
      "keyCertSign",      "cRLSign",        "encipherOnly",    "decipherOnly",     "contentCommitment"};
  if (!value) illegal_value(whole);
  std::uint16_t bits = 0;
  for (const std::string& word : base::split(*value, ',')) {
    const int index = one_of(word, words);
    if (index < 0) refuse("Unknown keyUsage type: " + word);
    bits = static_cast<std::uint16_t>(bits | 1u << (index == 9 ? 1 : index));
  }
  return named_bits(bits);
}

Bytes extended_key_usage(const Text& value, const std::string& whole) {
  static const std::vector<std::string> words = {"anyExtendedKeyUsage", "serverAuth", "clientAuth", "codeSigning",
                                                 "emailProtection",     "",           "",           "",
                                                 "timeStamping",        "OCSPSigning"};
  if (!value) illegal_value(whole);
  Bytes content;
  for (const std::string& word : base::split(*value, ',')) {
    const int index = one_of(word, words);
    if (index < 0 && !is_oid(word)) refuse("Unknown extendedkeyUsage type: " + word);
    const Bytes oid = der::oid(index < 0    ? word
                               : index == 0 ? "2.5.29.37.0"
                                            : "1.3.6.1.5.5.7.3." + std::to_string(index));
    content.insert(content.end(), oid.begin(), oid.end());
  }
  return der::wrap(der::sequence_tag, content);
}

Bytes general_name(const std::string& type, const std::string& value) {
  static const std::vector<std::string> words = {"EMAIL", "URI", "DNS", "IP", "OID"};
  const auto text = [&](unsigned number) { return der::text(der::context_primitive(number), value); };
  const auto wrong = [](const std::string& message) {
    refuse_as("java.lang.RuntimeException", "java.io.IOException: " + message);
  };
  switch (one_of(type, words)) {
    case 0:
      return text(1);
    case 1:
      if (value.find(':') == std::string::npos) wrong("URI name must include scheme:" + value);
      return text(6);
    case 2:
      if (value.empty()) wrong("DNSName must not be null or empty");
      return text(2);
    case 3: {
      const auto octets = crypto::ip_octets(value);
      if (!octets) wrong("Invalid IPAddress: " + value);
      return der::wrap(der::context_primitive(7), *octets);
    }
    case 4: {
      if (!is_oid(value)) bad_oid(value);
      Bytes oid = der::oid(value);
      oid.front() = der::context_primitive(8);
      return oid;
    }
    default:
      refuse("Unrecognized GeneralName type: " + type);
  }
}

Bytes general_names(const Text& value, const std::string& whole) {
  if (!value) illegal_value(whole);
  Bytes content;
  for (const std::string& item : base::split(*value, ',')) {
    const std::size_t colon = item.find(':');
    if (colon == std::string::npos) refuse("Illegal item " + item + " in " + whole);
    const Bytes name = general_name(item.substr(0, colon), item.substr(colon + 1));
    content.insert(content.end(), name.begin(), name.end());
  }
  return content;
}

Bytes alternative_names(const Text& value, const std::string& whole) {
  return der::wrap(der::sequence_tag, general_names(value, whole));
}

Bytes distribution_points(const Text& value, const std::string& whole) {
  const Bytes full_name = der::wrap(der::context(0), general_names(value, whole));
  return der::sequence({der::sequence({der::wrap(der::context(0), full_name)})});
}

Bytes information_access(const Text& value, const std::string& whole) {
  static const std::vector<std::string> words = {"", "ocsp", "caIssuers", "timeStamping", "", "caRepository"};
  if (!value) illegal_value(whole);
  Bytes content;
  for (const std::string& item : base::split(*value, ',')) {
    const std::size_t first = item.find(':');
    const std::size_t second = first == std::string::npos ? first : item.find(':', first + 1);
    if (second == std::string::npos) illegal_value(whole);
    const std::string method = item.substr(0, first);
    const int index = one_of(method, words);
    if (index < 0 && !is_oid(method)) refuse("Unknown AccessDescription type: " + method);
    const Bytes oid = der::oid(index < 0 ? method : "1.3.6.1.5.5.7.48." + std::to_string(index));
    const Bytes one =
        der::sequence({oid, general_name(item.substr(first + 1, second - first - 1), item.substr(second + 1))});
    content.insert(content.end(), one.begin(), one.end());
  }
  return der::wrap(der::sequence_tag, content);
}

/// Hex digits, whatever stands between them.
Bytes raw_value(const Text& value, const std::string& whole) {
  std::string digits;
  for (const char c : value.value_or(""))
    if (std::string_view("0123456789abcdefABCDEF").find(c) != std::string_view::npos) digits += c;
  Bytes octets;
  if (digits.size() % 2 != 0) refuse("Odd number of hex digits found: " + whole);
  base::from_hex(digits, octets);
  return octets;
}

Bytes value_of(int kind, const Text& value, const std::string& whole) {
  switch (kind) {
    case 0:
      return basic_constraints(value, whole);
    case 1:
      return key_usage(value, whole);
    case 2:
      return extended_key_usage(value, whole);
    case 3:
    case 4:
      return alternative_names(value, whole);
    case 5:
    case 6:
      return information_access(value, whole);
    default:
      return distribution_points(value, whole);
  }
}

Extension parse_option(const std::string& whole) {
  const std::size_t equals = whole.find('=');
  std::string name = whole.substr(0, equals);
  const Text value = equals == std::string::npos ? Text() : Text(whole.substr(equals + 1));
  bool critical = false;
  if (const std::size_t colon = name.find(':'); colon != std::string::npos) {
    critical = one_of(name.substr(colon + 1), {"critical"}) == 0;
    name.resize(colon);
  }
  const int kind = one_of(name, extension_words);
  if (kind < 0) {
    if (!is_oid(name)) bad_oid(name);
    return {name, critical, raw_value(value, whole)};
  }
  if (critical && (kind == 5 || kind == 6)) refuse("This extension cannot be marked as critical. " + whole);
  return {std::string(extension_oids[static_cast<std::size_t>(kind)]), critical, value_of(kind, value, whole)};
}

/// In the order of their identifiers as text, in which Java writes them.
using ByOid = std::map<std::string, Extension>;

std::string oid_named(const std::string& name) {
  const int kind = one_of(name, extension_words);
  if (kind >= 0) return std::string(extension_oids[static_cast<std::size_t>(kind)]);
  if (!is_oid(name)) refuse("Unknown extension type: " + name);
  return name;
}

/// "honored=all,-SAN,KU:critical": which requested extensions are taken, and how.
void honour(const std::string& list, const std::vector<Extension>& requested, ByOid& result) {
  const auto items = base::split(base::lower(list), ',');
  if (std::find(items.begin(), items.end(), "all") != items.end())
    for (const Extension& extension : requested) result[extension.oid] = extension;
  for (const std::string& item : items) {
    if (item == "all") continue;
    if (item.starts_with('-')) {
      result.erase(oid_named(item.substr(1)));
      continue;
    }
    const std::size_t colon = item.find(':');
    const Extension* found = find_extension(requested, oid_named(item.substr(0, colon)));
    const int action = colon == std::string::npos ? 2 : one_of(item.substr(colon + 1), {"critical", "non-critical"});
    if (action < 0) illegal_value(item);
    if (found == nullptr) continue;
    Extension taken = *found;
    if (action < 2) taken.critical = action == 0;
    result[taken.oid] = taken;
  }
}

}  // namespace

std::vector<Extension> make_extensions(const std::vector<std::string>& options, const crypto::PublicKey& key,
                                       const std::optional<crypto::PublicKey>& authority,
                                       const std::vector<Extension>& requested) {
  ByOid found;
  constexpr std::string_view honoured = "honored=";
  for (const std::string& option : options)
    if (base::lower(option).starts_with(honoured)) honour(option.substr(honoured.size()), requested, found);
  for (const std::string& option : options) {
    if (base::lower(option.substr(0, option.find('='))) == "honored") continue;
    Extension extension = parse_option(option);
    found[extension.oid] = std::move(extension);
  }
  const std::string subject_id(crypto::extension_id::subject_key_id), issuer_id(crypto::extension_id::authority_key_id);
  found[subject_id] = {subject_id, false, der::octet_string(key.key_identifier())};
  if (authority && authority->spki() != key.spki())
    found[issuer_id] = {issuer_id, false,
                        der::sequence({der::wrap(der::context_primitive(0), authority->key_identifier())})};
  std::vector<Extension> result;
  for (auto& [oid, extension] : found) result.push_back(std::move(extension));
  return result;
}

}  // namespace ringside::keytool
