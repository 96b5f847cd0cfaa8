// emulator/hosttools/keytool/print/print_body_policies.cpp - extensions that restrict issued certificates: policies
// and constraints.

#include "base/text.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/print/print_bodies.hpp"
#include "emulator/hosttools/keytool/print/print_names.hpp"

namespace ringside::keytool::body {
namespace {

namespace der = crypto::der;
using base::ByteView;

std::string policy_id(const der::Item& oid) {
  return "CertificatePolicyId: [" + der::oid_text(oid.content).value_or("?") + "]\n";
}

std::string policy_qualifiers(ByteView content) {
  std::vector<std::string> texts;
  der::Reader items(content);
  while (const auto item = items.next(der::sequence_tag)) {
    der::Reader fields(item->content);
    const auto type = fields.next(der::oid_tag);
    const auto data = fields.next();
    if (type && data)
      texts.push_back("PolicyQualifierInfo: [\n  qualifierID: " + der::oid_text(type->content).value_or("?") +
                      "\n  qualifier: " + hex_dump(data->whole) + "\n]");
  }
  return "[" + base::join(texts, ", ") + "]";
}

std::string subtree(ByteView content) {
  der::Reader fields(content);
  const auto name = fields.next();
  if (!name) unparseable("Invalid encoding of GeneralSubtree.");
  std::string least = "0", most = "undefined";
  while (const auto field = fields.next()) {
    std::string& bound = field->tag == der::context_primitive(0) ? least : most;
    bound = std::to_string(der::small_value(field->content).value_or(0));
  }
  const bool constrained_uri = (name->tag & 0x1F) == 6;  // a host name only, which is not a URI
  return "\n   GeneralSubtree: [\n    GeneralName: " +
         (constrained_uri ? "URIName: " + base::to_text(name->content) : general_name(*name)) +
         "\n    Minimum: " + least + "\n    Maximum: " + most + "    ]\n";
}

std::string subtrees(ByteView content) {
  std::vector<std::string> texts;
  der::Reader items(content);
  while (const auto item = items.next(der::sequence_tag)) texts.push_back(subtree(item->content));
  return "   GeneralSubtrees:\n[" + base::join(texts, ", ") + "]\n";
}

}  // namespace

std::string certificate_policies(ByteView value, base::Zone) {
  const std::string invalid = "Invalid encoding for CertificatePoliciesExtension.";
  const der::Item list = outermost(value, der::sequence_tag, invalid);
  std::string text = "CertificatePolicies [\n";
  der::Reader items(list.content);
  while (const auto item = items.next(der::sequence_tag)) {
    der::Reader fields(item->content);
    const auto id = fields.next(der::oid_tag);
    if (!id) unparseable(invalid);
    const auto qualifiers = fields.next(der::sequence_tag);
    text += "  [" + policy_id(*id) + policy_qualifiers(qualifiers ? qualifiers->content : ByteView()) + "  ]\n";
  }
  return text + "]\n";
}

std::string policy_mappings(ByteView value, base::Zone) {
  const std::string invalid = "Invalid encoding for PolicyMappingsExtension.";
  const der::Item list = outermost(value, der::sequence_tag, invalid);
  std::vector<std::string> maps;
  der::Reader items(list.content);
  while (const auto item = items.next(der::sequence_tag)) {
    der::Reader fields(item->content);
    const auto issuer = fields.next(der::oid_tag);
    const auto subject = fields.next(der::oid_tag);
    if (!issuer || !subject) unparseable(invalid);
    maps.push_back("CertificatePolicyMap: [\nIssuerDomain:" + policy_id(*issuer) +
                   "SubjectDomain:" + policy_id(*subject) + "]\n");
  }
  return "PolicyMappings [\n[" + base::join(maps, ", ") + "]]\n";
}

std::string policy_constraints(ByteView value, base::Zone) {
  const der::Item list = outermost(value, der::sequence_tag, "Sequence tag missing for PolicyConstraint.");
  std::string require = " unspecified;", inhibit = " unspecified";
  der::Reader fields(list.content);
  while (const auto field = fields.next()) {
    const std::string number = std::to_string(der::small_value(field->content).value_or(0));
    if (field->tag == der::context_primitive(0)) require = " " + number + ";";
    if (field->tag == der::context_primitive(1)) inhibit = " " + number;
  }
  return "PolicyConstraints: [  Require:" + require + "\tInhibit:" + inhibit + " ]\n";
}

std::string inhibit_any_policy(ByteView value, base::Zone) {
  const der::Item number = outermost(value, der::integer_tag, "Invalid encoding of InhibitAnyPolicy: data not integer");
  return "InhibitAnyPolicy: " + std::to_string(der::small_value(number.content).value_or(0)) + "\n";
}

std::string name_constraints(ByteView value, base::Zone) {
  const der::Item list = outermost(value, der::sequence_tag, "Invalid encoding for NameConstraintsExtension.");
  std::string text = "NameConstraints: [";
  der::Reader fields(list.content);
  while (const auto field = fields.next())
    text += (field->tag == der::context(0) ? "\n    Permitted:" : "\n    Excluded:") + subtrees(field->content);
  return text + "   ]\n";
}

}  // namespace ringside::keytool::body
