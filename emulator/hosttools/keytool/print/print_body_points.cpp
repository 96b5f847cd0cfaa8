// emulator/hosttools/keytool/print/print_body_points.cpp - extensions with addresses: issuers,
// responders, lists.
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/keytool/print/print_bodies.hpp"
#include "emulator/hosttools/keytool/print/print_names.hpp"

namespace ringside::keytool::body {
namespace {

namespace der = crypto::der;
using base::ByteView;

struct Method {
  std::string_view oid, name;
};
constexpr std::array methods = {Method{"1.3.6.1.5.5.7.48.1", "ocsp"}, Method{"1.3.6.1.5.5.7.48.2", "caIssuers"},
                                Method{"1.3.6.1.5.5.7.48.3", "timeStamping"},
                                Method{"1.3.6.1.5.5.7.48.5", "caRepository"}};

std::string method_name(const std::string& oid) {
  for (const Method& row : methods)
    if (row.oid == oid) return std::string(row.name);
  return oid;
}

std::string information_access(const std::string& name, ByteView value) {
  const std::string invalid = "Invalid encoding for " + name + "Extension.";
  const der::Item list = outermost(value, der::sequence_tag, invalid);
  std::vector<std::string> descriptions;
  der::Reader items(list.content);
  while (const auto item = items.next(der::sequence_tag)) {
    der::Reader fields(item->content);
    const auto method = fields.next(der::oid_tag);
    const auto location = fields.next();
    if (!method || !location) unparseable(invalid);
    descriptions.push_back("\n   accessMethod: " + method_name(der::oid_text(method->content).value_or("?")) +
                           "\n   accessLocation: " + general_name(*location) + "\n");
  }
  return name + " [\n  [" + base::join(descriptions, ", ") + "]\n]\n";
}

constexpr std::size_t reason_count = 9;

std::string reasons(ByteView bits) {
  constexpr std::array<const char*, reason_count> names = {
      "Unknown reason 0",       "key compromise",   "CA compromise",       "affiliation changed", "superseded",
      "cessation of operation", "certificate hold", "privilege withdrawn", "AA compromise"};
  std::string text = "   ReasonFlags:\n";
  for (std::size_t i = 0; i < reason_count; ++i)
    if (der::has_bit(bits, i)) text += std::string("    ") + names[i] + "\n";
  return text;
}

/// Prints fullName or nameRelativeToCRLIssuer, whichever is present.
std::string point_name(ByteView content) {
  const auto name = der::Reader(content).next();
  if (!name) unparseable("Invalid DistributionPointName encoding");
  if (name->tag == der::context(1)) return relative_name(name->content);
  return "[" + base::join(general_names(name->content), ", ") + "]";
}

std::string distribution_point(ByteView content) {
  std::string text = "DistributionPoint:\n";
  bool named = false;
  der::Reader fields(content);
  while (const auto field = fields.next()) {
    named = named || field->tag != der::context_primitive(1);
    if (field->tag == der::context(0))
      text += "     " + point_name(field->content) + "\n";
    else if (field->tag == der::context_primitive(1))
      text += reasons(field->content);
    else if (field->tag == der::context(2))
      text += "   CRLIssuer:[" + base::join(general_names(field->content), ", ") + "]\n";
  }
  if (!named) unparseable("One of fullName, relativeName,  and crlIssuer has to be set");
  return text;
}

std::string distribution_points(const std::string& name, ByteView value) {
  const der::Item list = outermost(value, der::sequence_tag, "Invalid encoding for " + name + " extension.");
  std::vector<std::string> points;
  der::Reader items(list.content);
  while (const auto item = items.next(der::sequence_tag)) points.push_back(distribution_point(item->content));
  return name + " [\n  [" + base::join(points, ", ") + "]]\n";
}

std::string reason_flags(ByteView bits) {
  constexpr std::array<const char*, reason_count> names = {
      "Unused",       "Key Compromise",         "CA Compromise",    "Affiliation_Changed",
      "Superseded",   "Cessation Of Operation", "Certificate Hold", "Privilege Withdrawn",
      "AA Compromise"};
  std::string text = "Reason Flags [\n";
  for (std::size_t i = 0; i < reason_count; ++i)
    if (der::has_bit(bits, i)) text += std::string("  ") + names[i] + "\n";
  return text + "]\n";
}

}  // namespace

std::string authority_information(ByteView value, base::Zone) {
  return information_access("AuthorityInfoAccess", value);
}
std::string subject_information(ByteView value, base::Zone) {
  return information_access("SubjectInfoAccess", value);
}
std::string crl_distribution_points(ByteView value, base::Zone) {
  return distribution_points("CRLDistributionPoints", value);
}
std::string freshest_crl(ByteView value, base::Zone) {
  return distribution_points("FreshestCRL", value);
}

std::string issuing_distribution_point(ByteView value, base::Zone) {
  const der::Item list = outermost(value, der::sequence_tag, "Invalid encoding for IssuingDistributionPointExtension.");
  std::string point, some_reasons;
  std::array<bool, 6> flags{};
  der::Reader fields(list.content);
  while (const auto field = fields.next()) {
    const std::size_t number = field->tag & 0x1Fu;
    if (number == 0)
      point = "DistributionPointName:\n     " + point_name(field->content) + "\n";
    else if (number == 3)
      some_reasons = reason_flags(field->content);
    else if (number < flags.size())
      flags[number] = !field->content.empty() && field->content.front() != 0;
  }
  return fmt::format(
      "IssuingDistributionPoint [\n  {}{}  Only contains user certs: {}\n  Only contains CA certs: {}\n"
      "  Only contains attribute certs: {}\n  Indirect CRL: {}\n]\n",
      point, some_reasons, flags[1], flags[2], flags[5], flags[4]);
}

}  // namespace ringside::keytool::body
