// emulator/keytool/print_extension.cpp - the bodies of extensions, each as Java's class for it prints them.
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "emulator/crypto/der.hpp"
#include "emulator/keytool/dname.hpp"
#include "emulator/keytool/java_text.hpp"
#include "emulator/keytool/print.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::ByteView;
using Body = std::optional<std::string>;

std::string oid_of(const der::Item& item) {
  return der::oid_text(item.content).value_or("?");
}

std::string address_text(ByteView octets) {
  const auto four = [](ByteView part) { return fmt::format("{}.{}.{}.{}", part[0], part[1], part[2], part[3]); };
  if (octets.size() == 4) return four(octets);
  if (octets.size() == 8) return four(octets.first(4)) + "/" + four(octets.last(4));
  std::string text;
  for (std::size_t i = 0; i + 1 < octets.size(); i += 2)
    text += fmt::format("{}{:x}", i == 0 ? "" : ":", octets[i] << 8 | octets[i + 1]);
  return text;
}

std::string general_name(const der::Item& item) {
  switch (item.tag & 0x1F) {
    case 0: {
      const auto type = der::Reader(item.content).next(der::oid_tag);
      return "Other-Name: Unrecognized ObjectIdentifier: " + (type ? oid_of(*type) : "?");
    }
    case 1:
      return "RFC822Name: " + base::to_text(item.content);
    case 2:
      return "DNSName: " + base::to_text(item.content);
    case 4:
      return dname_text(item.content);
    case 6:
      return "URIName: " + base::to_text(item.content);
    case 7:
      return "IPAddress: " + address_text(item.content);
    case 8:
      return "OIDName: " + oid_of(item);
    default:
      return "X400Name: <DER-encoded value>";
  }
}

Body alternative_names(const std::string& name, ByteView value) {
  const auto list = der::only(value, der::sequence_tag);
  if (!list) return std::nullopt;
  std::string text = name + " [\n";
  for (const std::string& one : general_names(list->content)) text += "  " + one + "\n";
  return text + "]\n";
}

Body subject_alternative_name(ByteView value) {
  return alternative_names("SubjectAlternativeName", value);
}
Body issuer_alternative_name(ByteView value) {
  return alternative_names("IssuerAlternativeName", value);
}

std::string key_identifier(ByteView octets) {
  return "KeyIdentifier [\n" + hex_dump(octets) + "]\n";
}

Body subject_key_identifier(ByteView value) {
  const auto octets = der::only(value, der::octet_string_tag);
  if (!octets) return std::nullopt;
  return "SubjectKeyIdentifier [\n" + key_identifier(octets->content) + "]\n";
}

Body authority_key_identifier(ByteView value) {
  const auto list = der::only(value, der::sequence_tag);
  if (!list) return std::nullopt;
  std::string text = "AuthorityKeyIdentifier [\n";
  der::Reader fields(list->content);
  while (const auto field = fields.next()) {
    if (field->tag == der::context_primitive(0)) text += key_identifier(field->content);
    if (field->tag == der::context(1)) text += "[" + base::join(general_names(field->content), ", ") + "]\n";
    if (field->tag == der::context_primitive(2))
      text += "SerialNumber: " + base::lower(colon_hex(field->content)) + "\n";
  }
  return text + "]\n";
}

Body basic_constraints(ByteView value) {
  const auto list = der::only(value, der::sequence_tag);
  if (!list) return std::nullopt;
  der::Reader fields(list->content);
  bool ca = false;
  if (fields.next_is(der::boolean_tag)) ca = fields.next()->content.front() != 0;
  std::string length = ca ? " no limit" : " undefined";
  if (const auto number = fields.next(der::integer_tag); number && ca)
    length = std::to_string(der::small_value(number->content).value_or(0));
  return fmt::format("BasicConstraints:[\n  CA:{}\n  PathLen:{}\n]\n", ca, length);
}

template <std::size_t Count>
std::string named_bits(ByteView value, const std::array<const char*, Count>& names, const std::string& indent) {
  const auto bits = der::only(value, der::bit_string_tag);
  std::string text;
  for (std::size_t i = 0; bits && i < Count; ++i) {
    const std::size_t octet = 1 + i / 8;
    if (octet < bits->content.size() && (bits->content[octet] & (0x80u >> (i % 8))) != 0)
      text += indent + names[i] + "\n";
  }
  return text;
}

Body key_usage(ByteView value) {
  constexpr std::array names = {"DigitalSignature",  "Non_repudiation", "Key_Encipherment",
                                "Data_Encipherment", "Key_Agreement",   "Key_CertSign",
                                "Crl_Sign",          "Encipher_Only",   "Decipher_Only"};
  return "KeyUsage [\n" + named_bits(value, names, "  ") + "]\n";
}

Body netscape_certificate_type(ByteView value) {
  constexpr std::array names = {"SSL client", "SSL server", "S/MIME",    "Object Signing",
                                "",           "SSL CA",     "S/MIME CA", "Object Signing CA"};
  return "NetscapeCertType [\n" + named_bits(value, names, "   ") + "]\n";
}

struct NamedOid {
  std::string_view oid, name;
};

template <typename Table>
std::string named(const Table& table, const std::string& oid) {
  for (const NamedOid& row : table)
    if (row.oid == oid) return std::string(row.name);
  return oid;
}

Body extended_key_usage(ByteView value) {
  constexpr std::array names = {
      NamedOid{"2.5.29.37.0", "anyExtendedKeyUsage"},   NamedOid{"1.3.6.1.5.5.7.3.1", "serverAuth"},
      NamedOid{"1.3.6.1.5.5.7.3.2", "clientAuth"},      NamedOid{"1.3.6.1.5.5.7.3.3", "codeSigning"},
      NamedOid{"1.3.6.1.5.5.7.3.4", "emailProtection"}, NamedOid{"1.3.6.1.5.5.7.3.5", "ipsecEndSystem"},
      NamedOid{"1.3.6.1.5.5.7.3.6", "ipsecTunnel"},     NamedOid{"1.3.6.1.5.5.7.3.7", "ipsecUser"},
      NamedOid{"1.3.6.1.5.5.7.3.8", "timeStamping"},    NamedOid{"1.3.6.1.5.5.7.3.9", "OCSPSigning"},
  };
  const auto list = der::only(value, der::sequence_tag);
  if (!list) return std::nullopt;
  std::string text = "ExtendedKeyUsages [\n";
  der::Reader items(list->content);
  while (const auto item = items.next(der::oid_tag)) text += "  " + named(names, oid_of(*item)) + "\n";
  return text + "]\n";
}

Body information_access(const std::string& name, ByteView value) {
  constexpr std::array names = {NamedOid{"1.3.6.1.5.5.7.48.1", "ocsp"}, NamedOid{"1.3.6.1.5.5.7.48.2", "caIssuers"},
                                NamedOid{"1.3.6.1.5.5.7.48.3", "timeStamping"},
                                NamedOid{"1.3.6.1.5.5.7.48.5", "caRepository"}};
  const auto list = der::only(value, der::sequence_tag);
  if (!list) return std::nullopt;
  std::vector<std::string> descriptions;
  der::Reader items(list->content);
  while (const auto item = items.next(der::sequence_tag)) {
    der::Reader fields(item->content);
    const auto method = fields.next(der::oid_tag);
    const auto location = fields.next();
    if (!method || !location) return std::nullopt;
    descriptions.push_back("\n   accessMethod: " + named(names, oid_of(*method)) +
                           "\n   accessLocation: " + general_name(*location) + "\n");
  }
  return name + " [\n  [" + base::join(descriptions, ", ") + "]\n]\n";
}

Body authority_information(ByteView value) {
  return information_access("AuthorityInfoAccess", value);
}
Body subject_information(ByteView value) {
  return information_access("SubjectInfoAccess", value);
}

std::string reasons(ByteView content) {
  constexpr std::array names = {"unused",       "key compromise",         "CA compromise",    "affiliation changed",
                                "superseded",   "cessation of operation", "certificate hold", "privilege withdrawn",
                                "aa compromise"};
  base::Bytes bits{der::bit_string_tag, static_cast<std::uint8_t>(content.size())};
  bits.insert(bits.end(), content.begin(), content.end());
  return "   ReasonFlags:\n" + named_bits(bits, names, "    ");
}

std::string distribution_point(ByteView content) {
  std::string text = "DistributionPoint:\n";
  der::Reader fields(content);
  while (const auto field = fields.next()) {
    if (field->tag == der::context(0)) {
      if (const auto name = der::Reader(field->content).next())
        text += "     [" + base::join(general_names(name->content), ", ") + "]\n";
    } else if (field->tag == der::context_primitive(1)) {
      text += reasons(field->content);
    } else if (field->tag == der::context(2)) {
      text += "   CRLIssuer:[" + base::join(general_names(field->content), ", ") + "]\n";
    }
  }
  return text;
}

Body distribution_points(const std::string& name, ByteView value) {
  const auto list = der::only(value, der::sequence_tag);
  if (!list) return std::nullopt;
  std::vector<std::string> points;
  der::Reader items(list->content);
  while (const auto item = items.next(der::sequence_tag)) points.push_back(distribution_point(item->content));
  return name + " [\n  [" + base::join(points, ", ") + "]]\n";
}

Body crl_distribution_points(ByteView value) {
  return distribution_points("CRLDistributionPoints", value);
}
Body freshest_crl(ByteView value) {
  return distribution_points("FreshestCRL", value);
}

std::string policy_qualifiers(ByteView content) {
  std::vector<std::string> texts;
  der::Reader items(content);
  while (const auto item = items.next(der::sequence_tag)) {
    der::Reader fields(item->content);
    const auto type = fields.next(der::oid_tag);
    const auto data = fields.next();
    if (type && data)
      texts.push_back("PolicyQualifierInfo: [\n  qualifierID: " + oid_of(*type) +
                      "\n  qualifier: " + hex_dump(data->whole) + "\n]");
  }
  return "[" + base::join(texts, ", ") + "]";
}

Body certificate_policies(ByteView value) {
  const auto list = der::only(value, der::sequence_tag);
  if (!list) return std::nullopt;
  std::string text = "CertificatePolicies [\n";
  der::Reader items(list->content);
  while (const auto item = items.next(der::sequence_tag)) {
    der::Reader fields(item->content);
    const auto id = fields.next(der::oid_tag);
    if (!id) return std::nullopt;
    const auto qualifiers = fields.next(der::sequence_tag);
    text += "  [CertificatePolicyId: [" + oid_of(*id) + "]\n" +
            policy_qualifiers(qualifiers ? qualifiers->content : ByteView()) + "  ]\n";
  }
  return text + "]\n";
}

std::string subtrees(ByteView content) {
  std::string text = "   GeneralSubtrees:\n[\n";
  der::Reader items(content);
  while (const auto item = items.next(der::sequence_tag)) {
    der::Reader fields(item->content);
    const auto base_name = fields.next();
    if (base_name)
      text += "   GeneralSubtree: [\n    GeneralName: " + general_name(*base_name) +
              "\n    Minimum: 0\n    Maximum: undefined    ]\n";
  }
  return text + "]\n";
}

Body name_constraints(ByteView value) {
  const auto list = der::only(value, der::sequence_tag);
  if (!list) return std::nullopt;
  std::string text = "NameConstraints: [";
  der::Reader fields(list->content);
  while (const auto field = fields.next())
    text += (field->tag == der::context(0) ? "\n    Permitted:" : "\n    Excluded:") + subtrees(field->content);
  return text + "   ]\n";
}

Body policy_constraints(ByteView value) {
  const auto list = der::only(value, der::sequence_tag);
  if (!list) return std::nullopt;
  std::string require = " unspecified;", inhibit = " unspecified";
  der::Reader fields(list->content);
  while (const auto field = fields.next()) {
    const std::string number = std::to_string(der::small_value(field->content).value_or(0));
    if (field->tag == der::context_primitive(0)) require = " " + number + ";";
    if (field->tag == der::context_primitive(1)) inhibit = " " + number;
  }
  return "PolicyConstraints: [  Require:" + require + "\tInhibit:" + inhibit + " ]\n";
}

Body crl_number(ByteView value) {
  const auto number = der::only(value, der::integer_tag);
  if (!number) return std::nullopt;
  return "CRL Number:     " + base::lower(colon_hex(number->content)) + "\n";
}

Body reason_code(ByteView value) {
  constexpr std::array names = {"Unspecified",     "Key Compromise",         "CA Compromise",    "Affiliation Changed",
                                "Superseded",      "Cessation Of Operation", "Certificate Hold", "unused",
                                "Remove from CRL", "Privilege Withdrawn",    "AA Compromise"};
  if (value.size() != 3 || value[2] >= names.size()) return std::nullopt;
  return std::string("    Reason Code: ") + names[value[2]];
}

struct Known {
  std::string_view oid, name;
  Body (*print)(ByteView);
};
constexpr std::array known = {
    Known{"1.3.6.1.5.5.7.1.1", "AuthorityInfoAccess", authority_information},
    Known{"2.5.29.35", "AuthorityKeyIdentifier", authority_key_identifier},
    Known{"2.5.29.19", "BasicConstraints", basic_constraints},
    Known{"2.5.29.31", "CRLDistributionPoints", crl_distribution_points},
    Known{"2.5.29.20", "CRLNumber", crl_number},
    Known{"2.5.29.21", "CRLReasonCode", reason_code},
    Known{"2.5.29.32", "CertificatePolicies", certificate_policies},
    Known{"2.5.29.37", "ExtendedKeyUsage", extended_key_usage},
    Known{"2.5.29.46", "FreshestCRL", freshest_crl},
    Known{"2.5.29.18", "IssuerAlternativeName", issuer_alternative_name},
    Known{"2.5.29.15", "KeyUsage", key_usage},
    Known{"2.5.29.30", "NameConstraints", name_constraints},
    Known{"2.16.840.1.113730.1.1", "NetscapeCertType", netscape_certificate_type},
    Known{"2.5.29.36", "PolicyConstraints", policy_constraints},
    Known{"2.5.29.17", "SubjectAlternativeName", subject_alternative_name},
    Known{"1.3.6.1.5.5.7.1.11", "SubjectInfoAccess", subject_information},
    Known{"2.5.29.14", "SubjectKeyIdentifier", subject_key_identifier},
};

const Known* find_known(const std::string& oid) {
  const auto* found = std::find_if(known.begin(), known.end(), [&](const Known& row) { return row.oid == oid; });
  return found == known.end() ? nullptr : found;
}

}  // namespace

std::vector<std::string> general_names(ByteView content) {
  std::vector<std::string> names;
  der::Reader items(content);
  while (const auto item = items.next()) names.push_back(general_name(*item));
  return names;
}

std::string extension_name(const std::string& oid) {
  const Known* row = find_known(oid);
  return row == nullptr ? oid : std::string(row->name);
}

std::string extension_text(const Extension& extension, bool& dump) {
  std::string text = fmt::format("ObjectId: {} Criticality={}\n", extension.oid, extension.critical);
  const Known* row = find_known(extension.oid);
  const Body body = row == nullptr ? std::nullopt : row->print(extension.value);
  dump = !body;
  return text + body.value_or("");
}

}  // namespace ringside::keytool
