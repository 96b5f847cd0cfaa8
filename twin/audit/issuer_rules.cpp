// twin/audit/issuer_rules.cpp - rules of an audit on certificates and those that signed them.
#include "twin/audit/issuer_rules.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/certificate.hpp"

namespace ringside::twin {
namespace {

struct Placed {
  const HeldDatabase* database = nullptr;
  const HeldCertificate* held = nullptr;
};

/// The certificates of all databases by their subject.
class Issuers {
 public:
  explicit Issuers(const Holdings& holdings) {
    for (const HeldDatabase& database : holdings.databases)
      for (const HeldCertificate& each : database.certificates)
        if (!each.subject.empty()) by_subject_.emplace(each.subject, Placed{&database, &each});
  }

  /// Those that have signed the certificate, or may have: of its own database, else of the others.
  std::vector<Placed> of(const Placed& signed_one) {
    std::vector<Placed> found = of(signed_one, true);
    return found.empty() ? of(signed_one, false) : found;
  }

  [[nodiscard]] bool has_name(const std::string& subject) const { return by_subject_.contains(subject); }

 private:
  std::vector<Placed> of(const Placed& signed_one, bool in_its_database) {
    std::vector<Placed> found;
    const auto [from, to] = by_subject_.equal_range(signed_one.held->issuer);
    for (auto each = from; each != to; ++each)
      if ((each->second.database == signed_one.database) == in_its_database &&
          may_have_signed(*each->second.held, *signed_one.held))
        found.push_back(each->second);
    return found;
  }

  bool may_have_signed(const HeldCertificate& issuer, const HeldCertificate& held) {
    if (issuer.der.empty() || held.der.empty()) return true;
    return crypto::Certificate::from_stored(held.der).is_signed_by(key_of(issuer));
  }

  const crypto::PublicKey& key_of(const HeldCertificate& issuer) {
    const auto known = keys_.find(&issuer);
    if (known != keys_.end()) return known->second;
    return keys_.emplace(&issuer, crypto::Certificate::from_stored(issuer.der).public_key()).first->second;
  }

  std::multimap<std::string, Placed> by_subject_;
  std::unordered_map<const HeldCertificate*, crypto::PublicKey> keys_;
};

void check_issuer(const Holdings& holdings, const Placed& one, Issuers& issuers, std::vector<Finding>& findings) {
  const HeldCertificate& held = *one.held;
  if (held.issuer.empty() || held.issuer == held.subject) return;
  const auto found = issuers.of(one);
  if (found.empty()) {
    if (held.status == database::Status::notrust) return;
    const char* why = issuers.has_name(held.issuer) ? "only certificates of that name with other keys are in the lab"
                                                    : "it is nowhere in the lab";
    findings.push_back({AuditRule::issuer_unknown, described(*one.database),
                        fmt::format("{} was issued by {}: {}", described(held), held.issuer, why)});
    return;
  }
  if (!held.not_after || *held.not_after < holdings.at) return;
  const auto last = std::max_element(found.begin(), found.end(), [](const Placed& a, const Placed& b) {
    return a.held->not_after < b.held->not_after;
  });
  const auto lasts_long = [&](const Placed& each) {
    return !each.held->not_after || *each.held->not_after >= *held.not_after;
  };
  if (std::any_of(found.begin(), found.end(), lasts_long)) return;
  findings.push_back({AuditRule::ca_ends_first, described(*one.database),
                      fmt::format("{} ends on {}, before {}, which it signed and which ends on {}",
                                  described(*last->held), base::listing_time(*last->held->not_after, holdings.zone),
                                  described(held), base::listing_time(*held.not_after, holdings.zone))});
}

/// The CA certificates of one name in one database.
struct Namesakes {
  const HeldDatabase* database = nullptr;
  std::set<std::string> identities;
  std::set<std::string> profiles;
};

bool have_common(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& each) { return b.contains(each); });
}

void compare_namesakes(const std::string& subject, const std::vector<Namesakes>& all, std::vector<Finding>& findings) {
  std::vector<std::string> names;
  bool is_refused = false;
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = a + 1; b < all.size(); ++b) {
      if (have_common(all[a].identities, all[b].identities)) continue;
      is_refused |= have_common(all[a].profiles, all[b].profiles);
      for (const HeldDatabase* each : {all[a].database, all[b].database})
        if (std::find(names.begin(), names.end(), described(*each)) == names.end()) names.push_back(described(*each));
    }
  if (names.empty()) return;
  findings.push_back({AuditRule::same_name_other_key, base::join(names, ", "),
                      fmt::format("CERTAUTH has certificates of {} with different keys{}", subject,
                                  is_refused ? "; serial number and issuer are the same too, so ADD of one is refused "
                                               "with IRRD109I where the other is"
                                             : "")});
}

void apply_name_rule(const Holdings& holdings, std::vector<Finding>& findings) {
  std::map<std::string, std::vector<Namesakes>> by_subject;
  for (const HeldDatabase& database : holdings.databases)
    for (const HeldCertificate& each : database.certificates) {
      if (each.owner != database::certauth_owner || each.is_supplied || each.subject.empty()) continue;
      auto& namesakes = by_subject[each.subject];
      if (namesakes.empty() || namesakes.back().database != &database) namesakes.push_back({&database, {}, {}});
      namesakes.back().identities.insert(each.identities.begin(), each.identities.end());
      namesakes.back().profiles.insert(each.profile);
    }
  for (const auto& [subject, namesakes] : by_subject) compare_namesakes(subject, namesakes, findings);
}

}  // namespace

void apply_issuer_rules(const Holdings& holdings, std::vector<Finding>& findings) {
  Issuers issuers(holdings);
  for (const HeldDatabase& database : holdings.databases)
    for (const HeldCertificate& each : database.certificates)
      check_issuer(holdings, {&database, &each}, issuers, findings);
  apply_name_rule(holdings, findings);
}

}  // namespace ringside::twin
