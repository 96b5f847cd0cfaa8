// twin/audit/ring_rules.cpp - rules of an audit on rings.
#include "twin/audit/ring_rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/time.hpp"

namespace ringside::twin {
namespace {

class RingRules {
 public:
  RingRules(const Holdings& holdings, const HeldDatabase& database, std::vector<Finding>& findings)
      : holdings_(holdings), database_(database), findings_(findings) {}

  void run() {
    for (const HeldRing& ring : database_.rings) {
      check_default(ring);
      for (const HeldMember& member : ring.members) check_member(ring, member);
    }
  }

 private:
  void add(AuditRule rule, std::string text) { findings_.push_back({rule, described(database_), std::move(text)}); }

  void check_default(const HeldRing& ring) {
    const auto any = [&](auto is_so) { return std::any_of(ring.members.begin(), ring.members.end(), is_so); };
    if (ring.members.empty()) {
      add(AuditRule::ring_empty, fmt::format("ring {} holds no certificate", described(ring)));
    } else if (any([](const HeldMember& each) { return each.is_default; })) {
      return;
    } else if (any([](const HeldMember& each) { return each.usage == database::Usage::personal; })) {
      add(AuditRule::ring_without_default,
          fmt::format("ring {} has no default certificate: RACDCERT CONNECT with DEFAULT sets it", described(ring)));
    } else {
      add(AuditRule::ring_of_cas_only,
          fmt::format("ring {} has no default certificate, and none that could be one", described(ring)));
    }
  }

  void check_member(const HeldRing& ring, const HeldMember& member) {
    if (!member.certificate)
      return add(AuditRule::member_gone, fmt::format("ring {} holds a certificate that is gone", described(ring)));
    const HeldCertificate& held = database_.certificates[*member.certificate];
    if (held.status == database::Status::notrust || !held.not_after || *held.not_after >= holdings_.at) return;
    add(AuditRule::expired_on_ring, fmt::format("{} on ring {} has ended on {}", described(held), described(ring),
                                                base::listing_time(*held.not_after, holdings_.zone)));
  }

  const Holdings& holdings_;
  const HeldDatabase& database_;
  std::vector<Finding>& findings_;
};

}  // namespace

void apply_ring_rules(const Holdings& holdings, std::vector<Finding>& findings) {
  for (const HeldDatabase& database : holdings.databases) RingRules(holdings, database, findings).run();
}

}  // namespace ringside::twin
