// twin/audit/key_readers.cpp - who gets private keys from rings of others.
#include "twin/audit/key_readers.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/authority.hpp"
#include "emulator/racf/datalib/authority.hpp"
#include "emulator/racf/resources/generic_names.hpp"

namespace ringside::twin {
namespace {

using racf::AccessLevel;

constexpr std::size_t most_names = 5;

AccessLevel level_of(const std::string& word) {
  return racf::access_level(word).value_or(AccessLevel::none);
}

bool is_user(const std::string& owner) {
  return owner != database::certauth_owner && owner != database::site_owner;
}

/// Who has at least some level of access.
struct Readers {
  bool everyone = false;
  std::set<std::string> users;       ///< also those of the groups
  std::vector<std::string> phrases;  ///< "user JOE", "group OPS", as the access list has them
};

/// Whom a profile gives `level`, apart from `owners`. ID(*) counts before UACC.
Readers readers_by(const database::Resource& profile, const std::vector<database::Access>& list, AccessLevel level,
                   const std::set<std::string>& owners, const RingAuthority& authority) {
  Readers readers;
  const auto all = std::find_if(list.begin(), list.end(), [](const auto& entry) { return entry.id == "*"; });
  const std::string& of_all = all == list.end() ? profile.uacc : all->access;
  readers.everyone = level_of(of_all) >= level;
  for (const database::Access& entry : list) {
    if (entry.id == "*" || level_of(entry.access) < level) continue;
    const auto group = authority.users_of_group.find(entry.id);
    const bool is_group = group != authority.users_of_group.end();
    std::set<std::string> users;
    if (is_group) users.insert(group->second.begin(), group->second.end());
    if (!is_group) users.insert(entry.id);
    for (const std::string& owner : owners) users.erase(owner);
    if (users.empty()) continue;
    readers.phrases.push_back((is_group ? "group " : "user ") + entry.id);
    readers.users.insert(users.begin(), users.end());
  }
  return readers;
}

Readers readers_by(const std::optional<HeldProfile>& profile, AccessLevel level, const std::set<std::string>& owners,
                   const RingAuthority& authority) {
  return profile ? readers_by(profile->profile, profile->access, level, owners, authority) : Readers{};
}

/// Those who are in both.
Readers both(const Readers& a, const Readers& b) {
  Readers common;
  common.everyone = a.everyone && b.everyone;
  for (const Readers* each : {&a, &b})
    for (const std::string& user : each->users) {
      const Readers& other = each == &a ? b : a;
      const bool counts = other.everyone || other.users.contains(user);
      if (counts && common.users.insert(user).second) common.phrases.push_back("user " + user);
    }
  return common;
}

std::string text_of(const Readers& readers) {
  if (readers.everyone) return "everyone";
  std::vector<std::string> names = readers.phrases;
  if (names.size() > most_names) {
    const std::size_t left_out = names.size() - most_names;
    names.resize(most_names);
    names.push_back(fmt::format("{} more", left_out));
  }
  return base::join(names, ", ");
}

class KeyReaders {
 public:
  KeyReaders(const HeldDatabase& database, std::vector<Finding>& findings)
      : database_(database), authority_(database.authority), findings_(findings) {}

  void run() {
    for (const HeldRing& ring : database_.rings)
      if (std::any_of(ring.members.begin(), ring.members.end(), [&](const auto& each) { return gives_key(each); }))
        check(ring);
  }

 private:
  /// R_datalib gives keys of personal members only.
  [[nodiscard]] bool gives_key(const HeldMember& member) const {
    return member.usage == database::Usage::personal && member.certificate &&
           database_.certificates[*member.certificate].has_key;
  }

  void check(const HeldRing& ring) {
    const std::string resource = racf::datalib::list_resource({ring.owner, ring.name});
    const auto profile = authority_.by_ring
                             ? racf::covering_profile(authority_.profiles, resource, authority_.with_generics)
                             : std::nullopt;
    if (profile)
      check_by_profile(ring, *profile);
    else
      check_by_facility(ring);
  }

  void check_by_profile(const HeldRing& ring, const database::Resource& profile) {
    const auto& list = authority_.access.at(profile.name);
    const std::string by = fmt::format("profile {} of class RDATALIB", profile.name);
    if (profile.warning || readers_by(profile, list, AccessLevel::read, {ring.owner}, authority_).everyone)
      add_open(ring, by);
    for (const HeldMember& member : ring.members) {
      if (!gives_key(member)) continue;
      const HeldCertificate& held = database_.certificates[*member.certificate];
      const AccessLevel level = is_user(held.owner) ? AccessLevel::update : AccessLevel::control;
      add_given(ring, held, readers_by(profile, list, level, {ring.owner, held.owner}, authority_), by);
    }
  }

  void check_by_facility(const HeldRing& ring) {
    const Readers readers = readers_by(authority_.list_ring, AccessLevel::update, {ring.owner}, authority_);
    const bool warns = authority_.list_ring && authority_.list_ring->profile.warning;
    if (readers.everyone || warns) add_open(ring, "IRR.DIGTCERT.LISTRING of class FACILITY");
    for (const HeldMember& member : ring.members) {
      if (!gives_key(member)) continue;
      const HeldCertificate& held = database_.certificates[*member.certificate];
      if (is_user(held.owner)) continue;  // given to its owner only
      const Readers makers = readers_by(authority_.generate, AccessLevel::control, {ring.owner}, authority_);
      add_given(ring, held, both(readers, makers), "IRR.DIGTCERT.LISTRING and IRR.DIGTCERT.GENCERT of class FACILITY");
    }
  }

  void add_open(const HeldRing& ring, const std::string& by) {
    findings_.push_back({AuditRule::ring_open_to_all, described(database_),
                         fmt::format("ring {} with a private key may be read by everyone: {}", described(ring), by)});
  }

  void add_given(const HeldRing& ring, const HeldCertificate& held, const Readers& readers, const std::string& by) {
    if (!readers.everyone && readers.phrases.empty()) return;
    findings_.push_back({AuditRule::key_given_to_others, described(database_),
                         fmt::format("ring {} gives the private key of {} to {}: {}", described(ring), described(held),
                                     text_of(readers), by)});
  }

  const HeldDatabase& database_;
  const RingAuthority& authority_;
  std::vector<Finding>& findings_;
};

}  // namespace

void find_key_readers(const Holdings& holdings, std::vector<Finding>& findings) {
  for (const HeldDatabase& database : holdings.databases) KeyReaders(database, findings).run();
}

}  // namespace ringside::twin
