// emulator/racf/racdcert/certificates/listing.cpp - the lines that LIST, LISTCHAIN and CHECKCERT print for a
// certificate.
#include "emulator/racf/racdcert/certificates/listing.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "emulator/racf/racdcert/certificates/certificate_facts.hpp"
#include "emulator/racf/racdcert/key_usage.hpp"
#include "emulator/racf/racdcert/signature.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr std::size_t subject_characters_shown =
    256;  // "up to 256 bytes of the subject name", one octet each in EBCDIC

std::string key_type_text(crypto::KeyType type) {
  switch (type) {
    case crypto::KeyType::rsa:
      return "RSA";
    case crypto::KeyType::dsa:
      return "DSA";
    case crypto::KeyType::nist_ecc:
      return "NIST ECC";
    case crypto::KeyType::brainpool_ecc:
      return "Brainpool ECC";
    case crypto::KeyType::other:
      break;
  }
  return "UNKNOWN";
}

void list_alt_names(Context& context, const crypto::AltNames& names) {
  context.line("  Subject's AltNames:");
  for (const std::string& ip : names.ip) context.line("    IP: " + displayable(ip));
  for (const std::string& email : names.email)
    context.line("    EMail: " + displayable(base::replace_all(email, "@", " at ")));
  for (const std::string& domain : names.domain) context.line("    Domain: " + displayable(domain));
  for (const std::string& uri : names.uri) context.line("    URI: " + displayable(uri));
}

void list_body(Context& context, const crypto::Certificate& certificate, bool modulus_exponent) {
  context.line("  Start Date: " + base::listing_time(certificate.not_before(), context.zone()));
  context.line("  End Date:   " + base::listing_time(certificate.not_after(), context.zone()));
  context.line("  Serial Number:");
  context.line("       >" + certificate.serial() + "<");
  context.line("  Issuer's Name:");
  list_name(context, certificate.issuer().listing());
  context.line("  Subject's Name:");
  list_name(context, std::string(base::first_characters(certificate.subject().listing(), subject_characters_shown)));
  const crypto::Extensions& extensions = certificate.extensions();
  if (extensions.subject_alt_names && !extensions.subject_alt_names->empty())
    list_alt_names(context, *extensions.subject_alt_names);
  context.line("  Signing Algorithm: " + signing_algorithm_text(certificate));
  if (extensions.key_usage) context.line("  Key Usage: " + key_usage_text(*extensions.key_usage));
  const crypto::KeySpec key = certificate.public_key().spec();
  context.line("  Key Type: " + (modulus_exponent ? "RSA Mod-Exp" : key_type_text(key.type)));
  context.line(fmt::format("  Key Size: {:<8}", key.bits));  // an eight-character field, as captured
}

/// The fingerprint of a stand-in is that of the site's certificate, if the unload tells it.
void list_fingerprint(Context& context, const Stored& stored) {
  base::Bytes digest = stored.certificate.sha256();
  const auto& site = stored.record.site;
  if (base::Bytes of_site; site && base::from_hex(site->fingerprint, of_site) && of_site.size() == digest.size())
    digest = of_site;
  context.line("  Certificate Fingerprint (SHA256):");
  for (std::size_t line = 0; line < digest.size(); line += 16) {
    std::string text = "       ";
    for (std::size_t i = line; i < line + 16; ++i)
      text += fmt::format("{:02X}{}", digest[i], i + 1 < digest.size() ? ":" : "");
    context.line(text);
  }
}

void list_rings(Context& context, const database::CertificateRecord& record) {
  context.line("  Ring Associations:");
  const auto rings = context.database().rings.by_certificate(record.id);
  if (rings.empty()) context.line("    *** No rings associated ***");
  for (const database::Ring& ring : rings) {
    context.line("    Ring Owner: " + ring.owner);
    context.line("    Ring:");
    list_name(context, ring.name);
  }
}

void list_mapping(Context& context, const database::NameFilter& mapping) {
  context.line("  Mapping Label: " + displayable(mapping.label));
  context.line(std::string("  Mapping Status: ") + (mapping.trusted ? "TRUST" : "NOTRUST"));
}

}  // namespace

std::string displayable(std::string_view utf8) {
  std::string out;
  while (!utf8.empty()) {
    const std::string_view character = base::announced_character(utf8);
    out += base::is_control(character) || !base::is_latin1(character) ? "." : character;
    utf8.remove_prefix(character.size());
  }
  return out;
}

void list_name(Context& context, const std::string& name) {
  const std::string text = displayable(name);
  std::size_t start = 0;
  std::size_t at = 0;
  std::size_t count = 0;
  while (at < text.size()) {
    at += base::announced_character(std::string_view(text).substr(at)).size();
    if (++count < rules::name_line_characters && at < text.size()) continue;
    context.line("       >" + text.substr(start, at - start) + "<");
    start = at;
    count = 0;
  }
  if (text.empty()) context.line("       ><");
}

std::string heading_for(const Owner& owner) {
  return "Digital certificate information for " + owner.phrase() + ":";
}

void list_certificate(Context& context, const Stored& stored, RingInformation rings,
                      const std::optional<database::NameFilter>& mapping) {
  const database::CertificateRecord& record = stored.record;
  context.line("  Label: " + displayable(record.label));
  context.line("  Certificate ID: " + certificate_id(record.owner, record.label));
  context.line("  Status: " + to_string(record.status));
  const auto icsf_key = context.database().icsf_keys.find(record.pkds_label);
  list_body(context, stored.certificate, icsf_key && icsf_key->modulus_exponent);
  context.line(std::string("  Private Key: ") + (record.has_key() ? "YES" : "NO"));
  if (!record.pkds_label.empty()) context.line("  PKDS Label: " + record.pkds_label);
  list_fingerprint(context, stored);
  if (const std::string remark = grade_remark(record); !remark.empty()) context.diagnose(remark);
  if (rings == RingInformation::shown) list_rings(context, record);
  if (mapping) list_mapping(context, *mapping);
  context.line("");
}

void list_foreign_certificate(Context& context, const crypto::Certificate& certificate,
                              const std::optional<database::NameFilter>& mapping) {
  list_body(context, certificate, false);
  if (mapping) list_mapping(context, *mapping);
  context.line("");
}

void list_chain_summary(Context& context, const ChainSummary& summary) {
  context.line("Chain information:");
  context.line(fmt::format("  Chain contains {} certificate(s), chain is {}", summary.certificates,
                           summary.complete ? "complete" : "incomplete"));
  if (summary.expired) context.line("  Chain contains expired certificate(s)");
  if (summary.not_trusted) context.line("  Chain contains NOTRUST certificate(s)");
  for (const std::string& ring : summary.common_rings) context.line("  Chain contains ring in common: " + ring);
}

}  // namespace ringside::racf::racdcert
