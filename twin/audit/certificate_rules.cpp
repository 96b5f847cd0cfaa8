// twin/audit/certificate_rules.cpp - rules of an audit on single certificates.
#include "twin/audit/certificate_rules.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::twin {
namespace {

/// The least bits of a key: below `weak` it is weak, below `best` its curve is short (NIST SP 800-57 Part 1, table 2:
/// 112 and 128 bits of security).
struct KeyBounds {
  std::string_view kind;
  int weak, best;
};
constexpr std::array key_bounds = {KeyBounds{"RSA", 2048, 2048}, KeyBounds{"DSA", 2048, 2048},
                                   KeyBounds{"NISTECC", 224, 256}, KeyBounds{"BPECC", 224, 256}};

constexpr std::array<std::string_view, 3> weak_digests = {"MD2", "MD5", "SHA1"};

std::set<std::string> names_of_issuers(const Holdings& holdings) {
  std::set<std::string> names;
  for (const HeldDatabase& database : holdings.databases)
    for (const HeldCertificate& each : database.certificates)
      if (each.issuer != each.subject) names.insert(each.issuer);
  return names;
}

class CertificateRules {
 public:
  CertificateRules(const HeldDatabase& database, const std::set<std::string>& issuers, std::vector<Finding>& findings)
      : database_(database), issuers_(issuers), findings_(findings) {}

  void run() {
    std::vector<bool> on_ring(database_.certificates.size());
    for (const HeldRing& ring : database_.rings) {
      if (!database_.users.contains(ring.owner))
        add(AuditRule::owner_gone,
            fmt::format("ring {} belongs to {}, who is not defined", described(ring), ring.owner));
      for (const HeldMember& member : ring.members)
        if (member.certificate) on_ring[*member.certificate] = true;
    }
    for (std::size_t at = 0; at < database_.certificates.size(); ++at) {
      const HeldCertificate& held = database_.certificates[at];
      if (held.is_supplied && !on_ring[at]) continue;
      check_key(held);
      check_signature(held);
      if (!database_.users.contains(held.owner))
        add(AuditRule::owner_gone, fmt::format("{} belongs to a user who is not defined", described(held)));
      if (!on_ring[at]) check_use(held);
    }
  }

 private:
  void add(AuditRule rule, std::string text) { findings_.push_back({rule, described(database_), std::move(text)}); }

  void check_key(const HeldCertificate& held) {
    const auto bounds = std::find_if(key_bounds.begin(), key_bounds.end(),
                                     [&](const KeyBounds& each) { return each.kind == held.key_kind; });
    if (bounds == key_bounds.end() || held.key_bits == 0 || held.key_bits >= bounds->best) return;
    const bool is_weak = held.key_bits < bounds->weak;
    add(is_weak ? AuditRule::weak_key : AuditRule::short_curve_key,
        fmt::format("{} has a key of {} bits ({}), less than {}", described(held), held.key_bits, held.key_kind,
                    is_weak ? bounds->weak : bounds->best));
  }

  void check_signature(const HeldCertificate& held) {
    const std::string word = base::upper(held.signature);
    if (std::none_of(weak_digests.begin(), weak_digests.end(), [&](auto digest) { return word.starts_with(digest); }))
      return;
    const bool is_self_signed = held.subject == held.issuer;
    add(is_self_signed ? AuditRule::weak_self_signature : AuditRule::weak_signature,
        fmt::format("{} is signed with {}", described(held), held.signature));
  }

  /// A certificate of a user without its key serves to log the user on.
  void check_use(const HeldCertificate& held) {
    const bool logs_on = !held.has_key && held.owner != database::certauth_owner && held.owner != database::site_owner;
    if (logs_on || database_.in_tokens.contains(held.id) || issuers_.contains(held.subject)) return;
    add(AuditRule::on_no_ring, fmt::format("{} is on no ring and has signed nothing here", described(held)));
  }

  const HeldDatabase& database_;
  const std::set<std::string>& issuers_;
  std::vector<Finding>& findings_;
};

}  // namespace

void apply_certificate_rules(const Holdings& holdings, std::vector<Finding>& findings) {
  const std::set<std::string> issuers = names_of_issuers(holdings);
  for (const HeldDatabase& database : holdings.databases) CertificateRules(database, issuers, findings).run();
}

}  // namespace ringside::twin
