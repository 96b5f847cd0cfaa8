// emulator/hosttools/keytool/print/print_extension.cpp - the extensions that Java has classes for, by identifier.
#include "emulator/hosttools/keytool/print/print_extension.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/print/print_bodies.hpp"
#include "emulator/hosttools/keytool/print/print_names.hpp"

namespace ringside::keytool {
namespace {

struct Known {
  std::string_view oid, name;
  std::string (*print)(base::ByteView, base::Zone);
};
constexpr std::array known = {
    Known{"1.3.6.1.5.5.7.1.1", "AuthorityInfoAccess", body::authority_information},
    Known{"2.5.29.35", "AuthorityKeyIdentifier", body::authority_key_identifier},
    Known{"2.5.29.19", "BasicConstraints", body::basic_constraints},
    Known{"2.5.29.31", "CRLDistributionPoints", body::crl_distribution_points},
    Known{"2.5.29.20", "CRLNumber", body::crl_number},
    Known{"2.5.29.21", "CRLReasonCode", body::reason_code},
    Known{"2.5.29.29", "CertificateIssuer", body::certificate_issuer},
    Known{"2.5.29.32", "CertificatePolicies", body::certificate_policies},
    Known{"2.5.29.27", "DeltaCRLIndicator", body::base_crl_number},
    Known{"2.5.29.37", "ExtendedKeyUsage", body::extended_key_usage},
    Known{"2.5.29.46", "FreshestCRL", body::freshest_crl},
    Known{"2.5.29.54", "InhibitAnyPolicy", body::inhibit_any_policy},
    Known{"2.5.29.18", "IssuerAlternativeName", body::issuer_alternative_name},
    Known{"2.5.29.28", "IssuingDistributionPoint", body::issuing_distribution_point},
    Known{"2.5.29.15", "KeyUsage", body::key_usage},
    Known{"2.5.29.30", "NameConstraints", body::name_constraints},
    Known{"2.16.840.1.113730.1.1", "NetscapeCertType", body::netscape_certificate_type},
    Known{"1.3.6.1.5.5.7.48.1.5", "OCSPNoCheck", body::nothing},
    Known{"2.5.29.36", "PolicyConstraints", body::policy_constraints},
    Known{"2.5.29.33", "PolicyMappings", body::policy_mappings},
    Known{"2.5.29.16", "PrivateKeyUsage", body::private_key_usage_period},
    Known{"2.5.29.17", "SubjectAlternativeName", body::subject_alternative_name},
    Known{"1.3.6.1.5.5.7.1.11", "SubjectInfoAccess", body::subject_information},
    Known{"2.5.29.14", "SubjectKeyIdentifier", body::subject_key_identifier},
};

const Known* find_known(const std::string& oid) {
  const auto* found = std::find_if(known.begin(), known.end(), [&](const Known& row) { return row.oid == oid; });
  return found == known.end() ? nullptr : found;
}

}  // namespace

PrintedExtension print_extension(const Extension& extension, base::Zone zone) {
  const std::string head = fmt::format("ObjectId: {} Criticality={}\n", extension.oid, extension.critical);
  const Known* row = find_known(extension.oid);
  if (row == nullptr) return {head, extension.oid, ExtensionKind::unknown};
  const std::string name(row->name);
  try {
    return {head + row->print(extension.value, zone), name, ExtensionKind::known};
  } catch (const Unparseable& problem) {
    return {
        head + "Unparseable " + name + " extension due to\n" + problem.exception + "\n\n" + hex_dump(extension.value),
        name, ExtensionKind::unparseable};
  }
}

bool has_unparseable_critical(const std::vector<Extension>& extensions) {
  return std::any_of(extensions.begin(), extensions.end(), [](const Extension& extension) {
    return extension.critical && print_extension(extension, {}).kind == ExtensionKind::unparseable;
  });
}

}  // namespace ringside::keytool
