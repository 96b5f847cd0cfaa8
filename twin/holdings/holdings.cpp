// twin/holdings/holdings.cpp - reads what the security databases of a lab hold.
#include "twin/holdings/holdings.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/datalib/ring_name.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"
#include "emulator/racf/racdcert/certificates/certificate_facts.hpp"
#include "emulator/racf/resources/generic_names.hpp"
#include "emulator/racf/resources/raclist.hpp"

namespace ringside::twin {
namespace {

constexpr const char* facility = "FACILITY";
constexpr const char* ring_class = "RDATALIB";

const char* word_of(crypto::KeyType type) {
  switch (type) {
    case crypto::KeyType::rsa:
      return "RSA";
    case crypto::KeyType::dsa:
      return "DSA";
    case crypto::KeyType::nist_ecc:
      return "NISTECC";
    case crypto::KeyType::brainpool_ecc:
      return "BPECC";
    case crypto::KeyType::other:
      break;
  }
  return "";
}

void add_keys(HeldCertificate& held, const database::CertificateRecord& record, const racf::CertificateFacts& facts) {
  const bool is_there = !record.site || record.site->grade == database::Grade::real;
  held.signature = facts.signature_algorithm;
  if (!facts.fingerprint.empty()) held.identities.insert("certificate " + base::upper(facts.fingerprint));
  if (is_there) {
    held.key_kind = word_of(facts.key.type);
    held.key_bits = facts.key.bits;
    held.identities.insert("key " + record.key_fingerprint);
    held.der = record.der.get();
  } else {
    held.key_bits = record.site->key_size;  // the key of the stand-in may be a guess
    if (held.key_bits != 0) held.key_kind = word_of(facts.key.type);
    held.identities.insert("profile " + record.profile);
  }
}

HeldCertificate hold(const database::CertificateRecord& record, Depth depth) {
  const racf::CertificateFacts facts = racf::certificate_facts(record);
  HeldCertificate held;
  held.id = record.id;
  held.owner = record.owner;
  held.label = record.label;
  held.profile = record.profile;
  held.status = record.status;
  held.has_key = record.has_key();
  held.is_supplied = !record.site && racf::is_supplied(record);
  if (facts.grade) held.grade = database::to_string(*facts.grade);
  held.subject = facts.subject;
  held.issuer = facts.issuer;
  held.serial = facts.serial;
  const bool is_dated = facts.not_after != base::Instant{};
  if (is_dated) {
    held.not_before = facts.not_before;
    held.not_after = facts.not_after;
  }
  if (depth == Depth::all) add_keys(held, record, facts);
  return held;
}

/// Reads one database.
class Reader {
 public:
  Reader(lab::Lab& lab, const database::SystemRecord& system, HeldDatabase& held)
      : lab_(lab), database_(lab.database_of(system)), held_(held) {}

  void run(Depth depth) {
    read_certificates(depth);
    read_rings();
    if (depth == Depth::dates) return;
    for (const database::User& user : database_.users.all()) held_.users.insert(user.name);
    read_tokens();
    read_authority();
    held_.remarks = database_.load_remarks.all();
  }

 private:
  void read_certificates(Depth depth) {
    database_.certificates.each([&](const database::CertificateRecord& record) {
      places_.emplace(record.id, held_.certificates.size());
      held_.certificates.push_back(hold(record, depth));
    });
  }

  void read_rings() {
    for (const database::Ring& ring : database_.rings.by_owner("")) {
      HeldRing& one = held_.rings.emplace_back(HeldRing{ring.owner, ring.name, {}});
      for (const database::RingMember& member : database_.rings.members(ring.id)) {
        const auto place = places_.find(member.certificate_id);
        one.members.push_back(
            {place == places_.end() ? std::nullopt : std::optional(place->second), member.usage, member.is_default});
      }
    }
  }

  void read_tokens() {
    for (const std::string& token : database_.tokens.names())
      for (const database::TokenObject& object : database_.tokens.objects(token))
        for (const HeldCertificate& each : held_.certificates)
          if (!each.der.empty() && each.der == object.der) held_.in_tokens.insert(each.id);
  }

  /// The class whose profiles decide: the copy in storage of a RACLISTed class, unless changes count at once.
  std::string deciding_class(const std::string& profile_class) {
    const bool from_copy = database_.classes.has(profile_class, "RACLIST") && !lab_.rules().lenient;
    return from_copy ? racf::in_storage_class(profile_class) : profile_class;
  }

  std::optional<HeldProfile> facility_profile(const std::string& resource) {
    if (!database_.classes.has(facility, "CLASSACT")) return std::nullopt;
    const std::string profile_class = deciding_class(facility);
    const auto profile = racf::covering_profile(database_.resources.all(profile_class), resource,
                                                database_.classes.has(facility, "GENERIC"));
    if (!profile) return std::nullopt;
    return HeldProfile{*profile, access_list(profile_class, profile->name)};
  }

  std::vector<database::Access> access_list(const std::string& profile_class, const std::string& name) {
    const auto list = database_.resources.access_list(profile_class, name);
    for (const database::Access& entry : list) add_group(entry.id);
    return list;
  }

  void add_group(const std::string& name) {
    auto& groups = held_.authority.users_of_group;
    if (groups.contains(name) || !database_.groups.find(name)) return;
    std::vector<std::string>& users = groups[name];
    for (const database::Connection& each : database_.connections.of_group(name))
      if (!each.attributes.contains("REVOKED")) users.push_back(each.user);
  }

  void read_authority() {
    RingAuthority& authority = held_.authority;
    authority.list_ring = facility_profile("IRR.DIGTCERT.LISTRING");
    authority.generate = facility_profile("IRR.DIGTCERT.GENCERT");
    authority.by_ring = database_.classes.has(ring_class, "CLASSACT") && database_.classes.has(ring_class, "RACLIST");
    if (!authority.by_ring) return;
    authority.with_generics = database_.classes.has(ring_class, "GENERIC");
    const std::string profile_class = deciding_class(ring_class);
    authority.profiles = database_.resources.all(profile_class);
    for (const database::Resource& profile : authority.profiles)
      authority.access[profile.name] = access_list(profile_class, profile.name);
  }

  lab::Lab& lab_;
  database::SecurityDatabase database_;
  HeldDatabase& held_;
  std::map<std::int64_t, std::size_t> places_;
};

}  // namespace

Holdings holdings_of(lab::Lab& lab, const std::vector<database::SystemRecord>& systems, Depth depth) {
  Holdings holdings{lab.now(), lab.zone(), {}};
  std::map<std::int64_t, std::size_t> places;
  for (const database::SystemRecord& system : systems) {
    if (system.kind != "zos") continue;
    const auto [place, is_new] = places.emplace(system.database_id, holdings.databases.size());
    if (is_new) {
      HeldDatabase& held = holdings.databases.emplace_back();
      held.name = system.database.empty() ? system.name : system.database;
      Reader(lab, system, held).run(depth);
    }
    holdings.databases[place->second].systems.push_back(system.name);
  }
  return holdings;
}

std::string owner_of(const HeldCertificate& certificate) {
  return racf::owner_operand(certificate.owner);
}

std::string described(const HeldCertificate& certificate) {
  return fmt::format("{} LABEL('{}'){}", owner_of(certificate), certificate.label,
                     certificate.grade.empty() ? "" : " (" + certificate.grade + ")");
}

std::string described(const HeldRing& ring) {
  return racf::to_string(racf::RingName{ring.owner, ring.name});
}

std::string described(const HeldDatabase& database) {
  if (database.systems.size() == 1) return database.systems.front();
  return fmt::format("{} ({})", database.name, base::join(database.systems, ", "));
}

std::string counted(std::size_t number, const std::string& what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

}  // namespace ringside::twin
