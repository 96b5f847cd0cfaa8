// emulator/database/twin/site_facts.cpp - what the unload of a site's database tells about a certificate.
#include "emulator/database/twin/site_facts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"

namespace ringside::database {
namespace {

constexpr char separator = '\x1f';
constexpr std::array grades{Grade::real, Grade::stand_in, Grade::hollow};

/// Reads the parts of a text one by one.
class Parts {
 public:
  explicit Parts(std::string_view text) : parts_(base::split(std::string(text), separator)) {}

  std::string text() {
    if (next_ == parts_.size()) damaged();
    return std::move(parts_[next_++]);
  }
  std::int64_t number() {
    const std::string digits = text();
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) damaged();
    return value;
  }
  base::Instant instant() { return base::Instant(std::chrono::seconds(number())); }
  SiteKey key() {
    SiteKey key{text(), 0};
    key.bits = static_cast<int>(number());
    return key;
  }
  Grade grade() {
    const std::string word = text();
    for (const Grade grade : grades)
      if (to_string(grade) == word) return grade;
    damaged();
  }
  void end() const {
    if (next_ != parts_.size()) damaged();
  }

 private:
  [[noreturn]] static void damaged() {
    throw base::Fault("the lab's database holds damaged facts of a site's certificate");
  }

  std::vector<std::string> parts_;
  std::size_t next_ = 0;
};

}  // namespace

std::string to_string(Grade grade) {
  switch (grade) {
    case Grade::real:
      return "real";
    case Grade::stand_in:
      return "stand-in";
    case Grade::hollow:
      return "hollow";
  }
  throw base::Fault("a grade of certificates outside its range");
}

std::string SiteFacts::identity() const {
  return fingerprint.empty() ? serial + "." + issuer : fingerprint;
}

std::string to_text(const SiteFacts& facts) {
  const std::vector<std::string> parts{to_string(facts.grade),
                                       facts.serial,
                                       facts.issuer,
                                       facts.subject,
                                       std::to_string(facts.not_before.time_since_epoch().count()),
                                       std::to_string(facts.not_after.time_since_epoch().count()),
                                       facts.signature_algorithm,
                                       facts.key_type,
                                       std::to_string(facts.key_size),
                                       facts.fingerprint,
                                       facts.is_ca ? "1" : "0",
                                       facts.key.kind,
                                       std::to_string(facts.key.bits),
                                       facts.signer,
                                       facts.signer_key.kind,
                                       std::to_string(facts.signer_key.bits),
                                       facts.issuer_name,
                                       facts.subject_name};
  for (const std::string& part : parts)
    if (part.find(separator) != std::string::npos)
      throw base::Fault("a fact of a site's certificate holds a unit separator");
  return base::join(parts, std::string(1, separator));
}

SiteFacts read_site_facts(std::string_view text) {
  Parts parts(text);
  SiteFacts facts;
  facts.grade = parts.grade();
  facts.serial = parts.text();
  facts.issuer = parts.text();
  facts.subject = parts.text();
  facts.not_before = parts.instant();
  facts.not_after = parts.instant();
  facts.signature_algorithm = parts.text();
  facts.key_type = parts.text();
  facts.key_size = static_cast<int>(parts.number());
  facts.fingerprint = parts.text();
  facts.is_ca = parts.number() != 0;
  facts.key = parts.key();
  facts.signer = parts.text();
  facts.signer_key = parts.key();
  facts.issuer_name = parts.text();
  facts.subject_name = parts.text();
  parts.end();
  return facts;
}

}  // namespace ringside::database
