// twin/commands/racdcert/certificate_file.cpp - the files from which RACDCERT ADD takes the certificates of another
// system.
#include "twin/commands/racdcert/certificate_file.hpp"

#include <fmt/format.h>

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/containers/pkcs12_export.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/racf/private_key.hpp"
#include "twin/commands/command_text.hpp"
#include "twin/commands/racdcert/held_certificates.hpp"

namespace ringside::twin {
namespace {

std::optional<crypto::PrivateKey> carried_key(Transition& transition, const database::CertificateRecord& record) {
  if (!transition.password() || !record.has_key() || record.has_key_at_site_only()) return std::nullopt;
  return racf::private_key_of(transition.target_session(), record);
}

std::string location_operand(Transition& transition, const database::CertificateRecord& record) {
  if (record.pkds_label.empty()) return {};
  const auto key = transition.wanted().icsf_keys.find(record.pkds_label);
  return " " + operand(key && key->modulus_exponent ? "ICSF" : "PKDS", record.pkds_label);
}

}  // namespace

bool has_content(Transition& transition, const database::CertificateRecord& record) {
  if (!record.site || record.site->grade == database::Grade::real) return true;
  transition.remark(
      fmt::format("{} is to be added from the site: the twin has a {} certificate for it. Its SHA-256 is {}",
                  certificate_phrase(record), database::to_string(record.site->grade),
                  record.site->fingerprint.empty() ? "not known" : record.site->fingerprint));
  return false;
}

void remark_key_left(Transition& transition, const database::CertificateRecord& record) {
  if (!record.has_key()) return;
  transition.count_key_left();
  const char* why = record.has_key_at_site_only() ? "only the site has it" : "a PKCS#12 file for it needs a password";
  transition.remark(fmt::format("{}: its private key is not carried: {}", certificate_phrase(record), why));
}

bool carries_key(Transition& transition, const database::CertificateRecord& record) {
  return carried_key(transition, record).has_value();
}

CertificateFile make_file(Transition& transition, const database::CertificateRecord& record) {
  const auto key = carried_key(transition, record);
  if (!key) {
    remark_key_left(transition, record);
    return {transition.add_file(crypto::armor(record.der, "CERTIFICATE"), false), ""};
  }
  const auto certificate = crypto::Certificate::from_stored(record.der);
  const base::Bytes store = crypto::pkcs12({certificate}, *key, *transition.password(), record.label,
                                           crypto::Pkcs12Encryption::triple_des, crypto::SystemRandomness());
  return {transition.add_file(base::to_text(store), true),
          text_operand("PASSWORD", transition.password()->reveal()) + location_operand(transition, record)};
}

}  // namespace ringside::twin
