// twin/load/certificate_record.cpp - the facts of one certificate from its records.
#include "twin/load/certificate_record.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "emulator/crypto/certificates/name.hpp"
#include "emulator/lab/stand_ins.hpp"

namespace ringside::twin {
namespace {

using crypto::DistinguishedName;

constexpr std::size_t name_columns = 1024;      // of a name in record 1560; a longer one is cut
constexpr std::size_t fingerprint_digits = 64;  // of a SHA-256
constexpr std::size_t most_serial_octets = 64;

/// The serial number of "<serial>.<issuer>" in upper-case digits; 00 if it is no number.
std::string serial_of(const std::string& profile) {
  const std::string digits = base::upper(profile.substr(0, profile.find('.')));
  base::Bytes octets;
  if (!base::from_hex(digits, octets) || octets.empty() || octets.size() > most_serial_octets) return "00";
  return digits;
}

std::string issuer_in(const std::string& profile) {
  const std::size_t period = profile.find('.');
  return period == std::string::npos ? "" : without_cent_signs(profile.substr(period + 1));
}

/// The DER of a name as listed, in hexadecimal digits; empty if it is none.
std::string name_der(const std::string& listing) {
  const auto name = DistinguishedName::from_listing(listing);
  return name ? base::hex(name->der()) : "";
}

/// A name for what the unload does not tell.
std::string invented_name(const std::string& common_name) {
  return base::hex(DistinguishedName::from_parts({{"CN", common_name}}).value().der());
}

void read_dates(Loading& loading, const Record& record, database::SiteFacts& facts) {
  static const Field &from = field("GRCERT_START_DATE"), &from_time = field("GRCERT_START_TIME"),
                     &to = field("GRCERT_END_DATE"), &to_time = field("GRCERT_END_TIME");
  const auto start = record.moment(from, from_time), end = record.moment(to, to_time);
  if (start) facts.not_before = base::from_local(*start, loading.zone).value_or(base::Instant{});
  if (end) facts.not_after = base::from_local(*end, loading.zone).value_or(base::Instant{});
}

void read_0560(Loading& loading, const std::string& profile, database::SiteFacts& facts) {
  const auto line = loading.staging.first("0560", profile);
  if (!line)
    return loading.remark("certificate without dates", profile, "it has no record 0560: its dates are 1970-01-01");
  static const Field &type = field("GRCERT_KEY_TYPE"), &size = field("GRCERT_KEY_SIZE");
  const Record record(*line);
  read_dates(loading, record, facts);
  if (facts.not_before == base::Instant{} || facts.not_after <= facts.not_before)
    loading.remark("certificate with strange dates", profile, "it has no dates, or ends before it starts");
  facts.key_type = record.text(type);
  facts.key_size = static_cast<int>(std::clamp<std::int64_t>(record.number(size).value_or(0), 0, 1 << 16));
}

std::string fingerprint_in(Loading& loading, const std::string& profile, const std::string& digits) {
  base::Bytes octets;
  if (digits.empty() || (digits.size() == fingerprint_digits && base::from_hex(digits, octets)))
    return base::upper(digits);
  loading.remark("fingerprint that is none", profile, "its record 1560 holds " + digits);
  return "";
}

void read_1560(Loading& loading, const std::string& profile, database::SiteFacts& facts) {
  const auto line = loading.staging.first("1560", profile);
  if (!line) return;
  static const Field &issuer = field("CERTN_ISSUER_DN"), &subject = field("CERTN_SUBJECT_DN"),
                     &algorithm = field("CERTN_SIG_ALG"), &fingerprint = field("CERTN_CERT_FGRPRNT");
  const Record record(*line);
  facts.issuer = record.text(issuer);
  facts.subject = record.text(subject);
  if (facts.issuer.size() >= name_columns || facts.subject.size() >= name_columns)
    loading.remark("name cut", profile, fmt::format("a name of {} characters may be longer at the site", name_columns));
  facts.signature_algorithm = record.text(algorithm);
  facts.fingerprint = fingerprint_in(loading, profile, record.text(fingerprint));
}

/// Gives the names in DER. Without them the certificate is hollow.
void read_names(Loading& loading, const std::string& profile, database::SiteFacts& facts) {
  facts.issuer_name = name_der(facts.issuer);
  facts.subject_name = name_der(facts.subject);
  facts.grade =
      facts.issuer_name.empty() || facts.subject_name.empty() ? database::Grade::hollow : database::Grade::stand_in;
  if (facts.grade != database::Grade::hollow) return;
  loading.remark("hollow certificate", profile,
                 facts.subject.empty() ? "the unload does not tell its subject" : "its names cannot be read");
  if (facts.issuer_name.empty()) facts.issuer_name = invented_name("Unknown issuer of a hollow certificate");
  if (facts.subject_name.empty()) facts.subject_name = invented_name("Unknown subject of " + facts.serial);
}

bool is_ecc_size(int bits) {
  constexpr std::array sizes{160, 192, 224, 256, 320, 384, 521};
  return std::find(sizes.begin(), sizes.end(), bits) != sizes.end();
}

}  // namespace

database::SiteKey key_for(const std::string& signature_algorithm) {
  if (signature_algorithm.ends_with("ECDSA")) {
    constexpr std::array sizes{std::pair("sha384", 384), std::pair("sha512", 521)};
    for (const auto& [digest, bits] : sizes)
      if (signature_algorithm.starts_with(digest)) return {"NISTECC", bits};
    return {"NISTECC", 256};
  }
  if (signature_algorithm.ends_with("DSA")) return {"DSA", 1024};
  return {"RSA", 2048};
}

database::SiteKey possible_key(database::SiteKey key) {
  if (lab::can_stand_in(key)) return key;
  if (key.kind == "NISTECC" && lab::can_stand_in({"BPECC", key.bits})) return {"BPECC", key.bits};
  if (key.kind != "RSA")
    return key_for(key.kind == "DSA" ? "sha1DSA" : key.kind.ends_with("ECC") ? "sha256ECDSA" : "sha256RSA");
  constexpr int smallest = 512, largest = 4096;
  key.bits = key.bits <= 0 ? 2048 : std::clamp(key.bits, smallest, largest);
  return lab::can_stand_in(key) ? key : database::SiteKey{};
}

database::SiteFacts site_facts(Loading& loading, const std::string& profile) {
  database::SiteFacts facts;
  facts.serial = serial_of(profile);
  read_0560(loading, profile, facts);
  read_1560(loading, profile, facts);
  if (facts.issuer.empty()) facts.issuer = issuer_in(profile);
  read_names(loading, profile, facts);
  const bool is_self_issued = facts.issuer_name == facts.subject_name;
  if (facts.key_size > 0) {
    const bool is_dsa = facts.key_type == "DSA" || (is_self_issued && facts.signature_algorithm == "sha1DSA");
    facts.key = {is_dsa ? "DSA" : is_ecc_size(facts.key_size) ? "NISTECC" : "RSA", facts.key_size};
  } else {
    facts.key = key_for(is_self_issued ? facts.signature_algorithm : "");
  }
  facts.key = possible_key(facts.key);
  return facts;
}

}  // namespace ringside::twin
