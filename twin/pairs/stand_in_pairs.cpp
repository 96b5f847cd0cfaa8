// twin/pairs/stand_in_pairs.cpp - stand-in pairs for handshakes that need a key which only the site has.
#include "twin/pairs/stand_in_pairs.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/rekeyed.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::twin {
namespace {

using crypto::Certificate;
using database::Grade;
using database::SiteFacts;

/// A real certificate, which several databases may hold.
struct Real {
  Certificate certificate;
  SiteFacts facts;
  std::optional<crypto::PrivateKey> key{};  ///< if it is here
  std::optional<std::string> issuer{};      ///< fingerprint of the real certificate that signed it
  bool needs_pair = false;
};

using Databases = std::vector<database::SecurityDatabase>;

Databases databases_of(lab::Lab& lab) {
  Databases databases;
  std::set<std::int64_t> seen;
  for (const database::SystemRecord& system : lab.systems().all())
    if (seen.insert(system.database_id).second) databases.push_back(lab.database_of(system));
  return databases;
}

bool is_real(const database::CertificateRecord& record) {
  return record.site && record.site->grade == Grade::real;
}

/// Finds which real certificates need a pair.
class Survey {
 public:
  explicit Survey(lab::Lab& lab) : lab_(lab) {}

  /// Returns the real certificates by fingerprint, with `needs_pair` set.
  std::map<std::string, Real> run() {
    for (database::SecurityDatabase& database : databases_)
      if (database.certificates.has_any_of_site()) read_real(database);
    if (reals_.empty()) return {};
    find_issuers();
    for (database::SecurityDatabase& database : databases_) mark_needs(database);
    spread();
    return std::move(reals_);
  }

 private:
  void read_real(database::SecurityDatabase& database) {
    database.certificates.each([&](const database::CertificateRecord& record) {
      if (!is_real(record)) return;
      const auto certificate = Certificate::from_stored(record.der);
      const std::string fingerprint = base::hex(certificate.sha256());
      if (fingerprint != record.site->fingerprint) return;  // it is a pair already
      const auto place = reals_.try_emplace(fingerprint, Real{certificate, *record.site}).first;
      if (record.private_key && !place->second.key)
        if (auto key = lab_.keys().read(*record.private_key)) place->second.key = *key;
    });
  }

  /// Calls `take` with fingerprint and certificate of each real one that has this name.
  template <typename Take>
  void each_named(const crypto::DistinguishedName& name, Take take) {
    const auto [from, to] = by_subject_.equal_range(name.der());
    for (auto at = from; at != to; ++at) take(at->second, reals_.at(at->second));
  }

  void find_issuers() {
    for (const auto& [fingerprint, one] : reals_) by_subject_.emplace(one.certificate.subject().der(), fingerprint);
    for (auto& [fingerprint, one] : reals_) {
      if (one.certificate.is_self_signed()) continue;
      each_named(one.certificate.issuer(), [&one = one](const std::string& other, const Real& candidate) {
        if (one.certificate.is_signed_by(candidate.certificate.public_key())) one.issuer = other;
      });
    }
  }

  void mark(const std::string& fingerprint) {
    if (const auto found = reals_.find(fingerprint); found != reals_.end()) found->second.needs_pair = true;
  }

  /// Marks what serves without a key, and what stands-ins and certificates of the lab are signed with.
  void mark_needs(database::SecurityDatabase& database) {
    for (const database::Ring& ring : database.rings.by_owner(""))
      for (const database::RingMember& member : database.rings.members(ring.id)) {
        const auto record = database.certificates.by_id(member.certificate_id);
        if (member.usage == database::Usage::personal && is_real(*record) && record->has_key_at_site_only())
          mark(record->site->fingerprint);
      }
    database.certificates.each([&](const database::CertificateRecord& record) {
      if (is_real(record)) return;
      if (record.site)
        mark_without_key(record.site->signer);
      else
        mark_signer(Certificate::from_stored(record.der));
    });
  }

  void mark_without_key(const std::string& fingerprint) {
    if (const auto found = reals_.find(fingerprint); found != reals_.end() && !found->second.key) mark(fingerprint);
  }

  /// The certificate of a lab that a real CA without its key has signed has the signature of the CA's stand-in.
  void mark_signer(const Certificate& certificate) {
    each_named(certificate.issuer(), [&](const std::string& fingerprint, const Real& candidate) {
      if (!candidate.key && !certificate.is_signed_by(candidate.certificate.public_key())) mark(fingerprint);
    });
  }

  /// A pair needs pairs for its issuer and for what it has issued.
  void spread() {
    for (bool changed = true; changed;) {
      changed = false;
      for (auto& [fingerprint, one] : reals_) {
        if (!one.issuer) continue;
        Real& issuer = reals_.at(*one.issuer);
        if (one.needs_pair == issuer.needs_pair) continue;
        one.needs_pair = issuer.needs_pair = changed = true;
      }
    }
  }

  lab::Lab& lab_;
  Databases databases_ = databases_of(lab_);
  std::map<std::string, Real> reals_;
  std::multimap<base::Bytes, std::string> by_subject_;
};

crypto::PrivateKey key_of(const lab::Lab& lab, const Real& real) {
  return real.key ? *real.key : lab.stand_ins().key(real.facts.identity(), real.facts.key);
}

/// The certificate of the pair.
base::Bytes paired(const lab::Lab& lab, const std::map<std::string, Real>& reals, const Real& real) {
  const crypto::PrivateKey own = key_of(lab, real);
  const crypto::PrivateKey signer = real.issuer ? key_of(lab, reals.at(*real.issuer))
                                    : real.certificate.is_self_signed()
                                        ? own
                                        : lab.stand_ins().key(real.facts.signer, real.facts.signer_key);
  const crypto::SeededRandomness randomness("Ringside stand-in pair", real.facts.identity());
  return crypto::rekeyed(real.certificate, own.public_key(), signer,
                         lab::signature_for(real.certificate.signing_algorithm(), signer.spec()), randomness);
}

void replace_in(lab::Lab& lab, database::SecurityDatabase& database, const std::map<std::string, Real>& reals) {
  std::vector<database::CertificateRecord> held;
  database.certificates.each([&](const database::CertificateRecord& record) {
    if (!record.der.is_made()) held.push_back(record);
  });
  for (database::CertificateRecord& record : held) {
    const base::Bytes before = record.der.get();
    const auto found = reals.find(base::hex(Certificate::from_stored(before).sha256()));
    if (found == reals.end() || !found->second.needs_pair) continue;
    const crypto::PrivateKey key = key_of(lab, found->second);
    record.der = paired(lab, reals, found->second);
    record.key_fingerprint = key.public_key().fingerprint();
    if (record.has_key()) record.private_key = key.pkcs8();
    database.certificates.replace(record);
    database.in_storage.replace(record, before);
  }
}

/// "stand-in", "hollow", or "pair" for a real certificate that has another key here; empty for one that is what it
/// seems.
std::string grade_of(const racf::RingCertificate& member) {
  const auto& site = member.record.site;
  if (!site) return "";
  if (site->grade != Grade::real) return to_string(site->grade);
  return base::hex(member.certificate.sha256()) == site->fingerprint ? "" : "stand-in pair of a real one";
}

}  // namespace

std::unique_ptr<lab::Lab> with_stand_in_pairs(lab::Lab& lab) {
  const auto reals = Survey(lab).run();
  if (std::none_of(reals.begin(), reals.end(), [](const auto& one) { return one.second.needs_pair; })) return nullptr;
  auto copy = lab.copy_in_memory();
  auto savepoint = copy->savepoint();
  for (database::SecurityDatabase& database : databases_of(*copy)) replace_in(*copy, database, reals);
  savepoint.keep();
  return copy;
}

std::string rests_on(const racf::RingContents& ring) {
  std::map<std::string, std::vector<std::string>> labels;
  for (const racf::RingCertificate& member : ring.members)
    if (const std::string grade = grade_of(member); !grade.empty())
      labels[grade].push_back("'" + member.record.label + "'");
  std::vector<std::string> parts;
  for (const auto& [grade, names] : labels) parts.push_back(fmt::format("{}: {}", grade, base::join(names, ", ")));
  return parts.empty()
             ? ""
             : "the ring's answers rest on certificates that are not the site's own (" + base::join(parts, "; ") + ")";
}

}  // namespace ringside::twin
