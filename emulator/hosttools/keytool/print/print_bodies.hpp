// emulator/hosttools/keytool/print/print_bodies.hpp - prints the content of extensions as Java's toString
// methods do.
//
// All functions take the content of the extension's OCTET STRING. They throw Unparseable if Java cannot read it.
#pragma once

#include <string>

#include "base/time.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::keytool::body {

// Names and identifiers.
std::string subject_alternative_name(base::ByteView value, base::Zone zone);
std::string issuer_alternative_name(base::ByteView value, base::Zone zone);
std::string certificate_issuer(base::ByteView value, base::Zone zone);
std::string subject_key_identifier(base::ByteView value, base::Zone zone);
std::string authority_key_identifier(base::ByteView value, base::Zone zone);

// What a key may be used for, and when.
std::string basic_constraints(base::ByteView value, base::Zone zone);
std::string key_usage(base::ByteView value, base::Zone zone);
std::string extended_key_usage(base::ByteView value, base::Zone zone);
std::string netscape_certificate_type(base::ByteView value, base::Zone zone);
std::string private_key_usage_period(base::ByteView value, base::Zone zone);
std::string nothing(base::ByteView value, base::Zone zone);

// Addresses of issuers, responders and lists.
std::string authority_information(base::ByteView value, base::Zone zone);
std::string subject_information(base::ByteView value, base::Zone zone);
std::string crl_distribution_points(base::ByteView value, base::Zone zone);
std::string freshest_crl(base::ByteView value, base::Zone zone);
std::string issuing_distribution_point(base::ByteView value, base::Zone zone);

// Policies and constraints of paths.
std::string certificate_policies(base::ByteView value, base::Zone zone);
std::string policy_mappings(base::ByteView value, base::Zone zone);
std::string policy_constraints(base::ByteView value, base::Zone zone);
std::string inhibit_any_policy(base::ByteView value, base::Zone zone);
std::string name_constraints(base::ByteView value, base::Zone zone);

// Revocation lists.
std::string crl_number(base::ByteView value, base::Zone zone);
std::string base_crl_number(base::ByteView value, base::Zone zone);
std::string reason_code(base::ByteView value, base::Zone zone);

/// Returns the one element that fills `value`. Throws Unparseable with the text `otherwise` if its tag differs.
crypto::der::Item outermost(base::ByteView value, std::uint8_t tag, const std::string& otherwise);

}  // namespace ringside::keytool::body
