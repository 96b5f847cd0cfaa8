// emulator/hosttools/keytool/certificates/issue.cpp - certificates and requests; when they begin and end.
#include "emulator/hosttools/keytool/certificates/issue.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/certificates/request.hpp"
#include "emulator/crypto/keys/key_kind.hpp"
#include "emulator/crypto/random.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

using base::Bytes;

// JDK 17: SHA-384 above 3072 bits of RSA and from 384 bits of EC, SHA-512 above 7680 and from 512.
std::string usual_signature(const crypto::PublicKey& key) {
  const std::string algorithm = java_key_algorithm(key);
  const int bits = crypto::key_bits(key);
  if (algorithm == "RSASSA-PSS") return algorithm;
  if (algorithm == "RSA") return bits > 7680 ? "SHA512withRSA" : bits > 3072 ? "SHA384withRSA" : "SHA256withRSA";
  if (algorithm == "EC") return bits >= 512 ? "SHA512withECDSA" : bits >= 384 ? "SHA384withECDSA" : "SHA256withECDSA";
  if (algorithm == "DSA") return "SHA256withDSA";
  if (algorithm == "EdDSA") return java_group_name(key);
  refuse_as("java.lang.IllegalArgumentException", "Cannot derive signature algorithm from " + algorithm);
}

[[noreturn]] void illegal_start() {
  refuse_io("Illegal startdate value");
}

base::CivilTime normalized(base::CivilTime time) {
  using std::chrono::days;
  const auto months = std::chrono::year(time.year) / 1 + std::chrono::months(time.month - 1);
  const auto day = std::chrono::sys_days(months / 1) + days(time.day - 1);
  const base::Instant instant =
      day + std::chrono::hours(time.hour) + std::chrono::minutes(time.minute) + std::chrono::seconds(time.second);
  return base::to_local(instant, {});
}

// A month later is the same day, or the last one of a shorter month (java.util.Calendar.add).
base::CivilTime later_by_months(base::CivilTime time, long months) {
  const auto moved = std::chrono::year(time.year) / std::chrono::month(static_cast<unsigned>(time.month)) +
                     std::chrono::months(months);
  const auto last = static_cast<int>(static_cast<unsigned>((moved / std::chrono::last).day()));
  time.year = static_cast<int>(moved.year());
  time.month = static_cast<int>(static_cast<unsigned>(moved.month()));
  time.day = std::min(time.day, last);
  return time;
}

base::Instant moved(base::Instant instant, char unit, long count, base::Zone zone) {
  const auto by_months = [&](long months) {
    return base::from_local(later_by_months(base::to_local(instant, zone), months), zone).value_or(instant);
  };
  switch (unit) {
    case 'y':
      return by_months(12 * count);
    case 'm':
      return by_months(count);
    case 'd':
      return instant + std::chrono::days(count);
    case 'H':
      return instant + std::chrono::hours(count);
    case 'M':
      return instant + std::chrono::minutes(count);
    case 'S':
      return instant + std::chrono::seconds(count);
    default:
      illegal_start();
  }
}

base::Instant relative(const std::string& text, base::Instant from, base::Zone zone) {
  constexpr long most = 100'000'000;
  base::Instant instant = from;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '+' && text[at] != '-') illegal_start();
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at + 1), text.size());
    const auto number = base::number(text.substr(at + 1, end - at - 1), most);
    if (!number || end == text.size()) illegal_start();
    instant = moved(instant, text[end], text[at] == '-' ? -*number : *number, zone);
    at = end + 1;
  }
  return instant;
}

int digits(const std::string& text, std::size_t at, std::size_t count) {
  const auto number = base::number(text.substr(at, count), 9999);
  if (!number) illegal_start();
  return static_cast<int>(*number);
}

base::Instant absolute(const std::string& text, base::Instant now, base::Zone zone) {
  base::CivilTime time = base::to_local(now, zone);
  const bool has_date = text.size() == 19 || text.size() == 10;
  const bool has_time = text.size() == 19 || text.size() == 8;
  if (!has_date && !has_time) illegal_start();
  if (has_date) {
    if (text[4] != '/' || text[7] != '/') illegal_start();
    time.year = digits(text, 0, 4);
    time.month = digits(text, 5, 2);
    time.day = digits(text, 8, 2);
  }
  if (has_date && has_time && text[10] != ' ') illegal_start();
  if (has_time) {
    const std::size_t at = text.size() - 8;
    if (text[at + 2] != ':' || text[at + 5] != ':') illegal_start();
    time.hour = digits(text, at, 2);
    time.minute = digits(text, at + 3, 2);
    time.second = digits(text, at + 6, 2);
  }
  return base::from_local(normalized(time), zone).value_or(now);
}

// Of the Gregorian calendar, counted from 1970, far beyond what std::chrono::year holds: eras of 400 years that begin
// in March, so that the leap day is the last day.
std::int64_t year_of_day(std::int64_t day) {
  constexpr std::int64_t era_days = 146'097, to_march_of_year_0 = 719'468, to_january = 306;
  day += to_march_of_year_0;
  const std::int64_t era = (day >= 0 ? day : day - era_days + 1) / era_days;
  const std::int64_t in_era = day - era * era_days;
  const std::int64_t year = (in_era - in_era / 1460 + in_era / 36'524 - in_era / 146'096) / 365;
  const std::int64_t in_year = in_era - (365 * year + year / 4 - year / 100);
  return year + era * 400 + (in_year >= to_january ? 1 : 0);
}

Bytes random_serial(const Tool& tool) {
  Bytes serial = crypto::random_octets(tool.randomness(), "keytool-serial", 8);
  serial.front() = static_cast<std::uint8_t>((serial.front() & 0x7F) | 0x01);
  return serial;
}

const NamedSignature* named_or_by_oid(const std::string& name, const crypto::PublicKey& key) {
  if (base::lower(name) == "eddsa" && java_key_algorithm(key) == "EdDSA")
    return find_named_signature(java_group_name(key));
  if (const NamedSignature* found = find_named_signature(name)) return found;
  return find_named_signature_by_oid(base::upper(name).starts_with("OID.") ? name.substr(4) : name);
}

[[noreturn]] void refuse_unfit(const NamedSignature& signature, const crypto::PublicKey& key) {
  const std::string algorithm = java_key_algorithm(key);
  if (algorithm == "EdDSA" && signature.algorithm.family == crypto::SignatureFamily::eddsa)
    refuse_as("java.security.InvalidKeyException", "Parameters must be " + std::string(signature.name));
  const std::string type = algorithm == "RSA" || algorithm == "RSASSA-PSS" ? "sun.security.rsa.RSAPrivateCrtKeyImpl"
                           : algorithm == "EC"                             ? "sun.security.ec.ECPrivateKeyImpl"
                           : algorithm == "DSA"                            ? "sun.security.provider.DSAPrivateKey"
                                                                           : "sun.security.ec.ed.EdDSAPrivateKeyImpl";
  refuse_as("java.security.InvalidKeyException", "No installed provider supports this key: " + type);
}

// A digest has to be as long as the order of a DSA key's group (FIPS 186-4 4.2).
void refuse_weak_digest(const NamedSignature& signature, const crypto::PublicKey& key) {
  constexpr int first_with_longer_order = 2048;
  if (signature.name == "SHA1withDSA" && crypto::key_bits(key) >= first_with_longer_order)
    refuse_as("java.security.InvalidKeyException",
              "The security strength of SHA-1 digest algorithm is not sufficient for this key size");
}

}  // namespace

const NamedSignature& signature_for(const Text& name, const crypto::PublicKey& key) {
  const NamedSignature* found = name ? named_or_by_oid(*name, key) : find_named_signature(usual_signature(key));
  if (found == nullptr) {
    if (base::lower(*name).starts_with("nonewith") && base::lower(*name) != "nonewith")
      refuse_as("java.security.SignatureException", "Cannot derive AlgorithmIdentifier");
    refuse_as("java.security.NoSuchAlgorithmException", *name + " Signature not available");
  }
  if (!fits(*found, key)) refuse_unfit(*found, key);
  refuse_weak_digest(*found, key);
  return *found;
}

X509 issue_certificate(const Tool& tool, const CertificatePlan& plan, const crypto::PrivateKey& signer,
                       const NamedSignature& signature) {
  const Bytes serial = random_serial(tool);
  const Bytes extensions = write_extension_list(plan.extensions);
  crypto::TbsCertificate tbs;
  tbs.serial = serial;
  tbs.issuer = plan.issuer;
  tbs.subject = plan.subject;
  tbs.not_before = plan.not_before;
  tbs.not_after = plan.not_after;
  tbs.key = plan.key.spki();
  tbs.extensions = extensions;
  auto made = read_x509(crypto::sign_certificate(tbs, signer, signature.algorithm, tool.randomness()));
  if (!made) refuse_as("java.security.cert.CertificateException", "the certificate cannot be made of these parts");
  return std::move(*made);
}

Bytes make_request(const Tool& tool, const Bytes& subject, const crypto::PrivateKey& key,
                   const std::vector<Extension>& extensions, const NamedSignature& signature) {
  return crypto::sign_request(subject, {{crypto::extension_id::extension_request, write_extension_list(extensions)}},
                              key, signature.algorithm, tool.randomness());
}

base::Instant start_date(const Tool& tool) {
  if (!tool.options.startdate) return tool.now();
  const std::string& text = *tool.options.startdate;
  if (text.empty()) illegal_start();
  if (text.front() == '+' || text.front() == '-') return relative(text, tool.now(), tool.zone());
  return absolute(text, tool.now(), tool.zone());
}

base::Instant end_date(base::Instant start, long days, const std::string& java_class) {
  constexpr std::int64_t day = 86'400, last_year = 9999;  // the last year that a certificate can have
  const auto seconds =
      static_cast<std::uint64_t>(start.time_since_epoch().count()) + static_cast<std::uint64_t>(days) * day;
  const std::int64_t year = year_of_day(static_cast<std::int64_t>(seconds) / day);
  if (year > last_year)
    refuse_as(java_class, fmt::format("Validity period ends at calendar year {} which is greater than 9999", year));
  return base::Instant(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
}

}  // namespace ringside::keytool
