// emulator/racf/datalib/seen_rings.cpp - rings and certificates as their readers see them.
#include "emulator/racf/datalib/seen_rings.hpp"

#include <algorithm>

#include "emulator/racf/authority.hpp"
#include "emulator/racf/racdcert/usage.hpp"
#include "emulator/racf/resources/raclist.hpp"

namespace ringside::racf {
namespace {

using Record = std::optional<database::CertificateRecord>;
using Members = std::optional<std::vector<SeenMember>>;

/// Compares what readers see of a certificate, which is all but its serial counter and GEN_REQ.
bool same_record(const database::CertificateRecord& one, const database::CertificateRecord& other) {
  return one.owner == other.owner && one.label == other.label && one.status == other.status && one.der == other.der &&
         one.private_key == other.private_key && one.pkds_label == other.pkds_label;
}

bool same_connection(const SeenMember& one, const SeenMember& other) {
  return one.record.profile == other.record.profile && one.usage == other.usage && one.is_default == other.is_default;
}

template <typename Same>
bool same_members(const Members& one, const Members& other, Same same) {
  return one.has_value() == other.has_value() &&
         (!one || std::equal(one->begin(), one->end(), other->begin(), other->end(), same));
}

}  // namespace

SeenRings::SeenRings(Session& session) : session_(session) {
  Context context(session);
  raclisted_ = {is_raclisted(context, "DIGTCERT"), is_raclisted(context, "DIGTRING")};
  if (!context.rules().lenient) seen_ = raclisted_;
}

Record SeenRings::read(const std::string& profile, Copies from) const {
  const database::SecurityDatabase& database = session_.database;
  return from.certificates ? database.in_storage.certificate(profile) : database.certificates.by_profile(profile);
}

Members SeenRings::read(const RingName& ring, Copies from) const {
  const database::SecurityDatabase& database = session_.database;
  std::vector<SeenMember> members;
  if (ring.name == virtual_ring) {
    for (auto& record : from.certificates ? database.in_storage.certificates_of(ring.owner)
                                          : database.certificates.by_owner(ring.owner))
      members.push_back({std::move(record), racdcert::usual_usage({ring.owner}), false});
    return members;
  }
  const auto take = [&](Record record, database::Usage usage, bool is_default) {
    if (record) members.push_back({*std::move(record), usage, is_default});
  };
  if (from.rings) {
    const auto copied = database.in_storage.members(ring.owner, ring.name);
    if (!copied) return std::nullopt;
    for (const auto& member : *copied) take(read(member.profile, from), member.usage, member.is_default);
    return members;
  }
  const auto found = database.rings.find(ring.owner, ring.name);
  if (!found) return std::nullopt;
  for (const auto& member : database.rings.members(found->id)) {
    Record record = database.certificates.by_id(member.certificate_id);
    if (from.certificates) record = read(record->profile, from);
    take(std::move(record), member.usage, member.is_default);
  }
  return members;
}

Members SeenRings::members(const RingName& ring) const {
  return read(ring, seen_);
}

Record SeenRings::certificate(const std::string& profile) const {
  return read(profile, seen_);
}

std::vector<std::string> SeenRings::rings_of(const std::string& owner) const {
  if (seen_.rings) return session_.database.in_storage.rings_of(owner);
  std::vector<std::string> names;
  for (const database::Ring& ring : session_.database.rings.by_owner(owner)) names.push_back(ring.name);
  return names;
}

std::vector<RingName> SeenRings::all() const {
  std::vector<RingName> names;
  const database::SecurityDatabase& database = session_.database;
  for (const database::Ring& ring : seen_.rings ? database.in_storage.rings() : database.rings.by_owner(""))
    names.push_back({ring.owner, ring.name});
  return names;
}

std::string SeenRings::missing_refresh(const RingName& ring) const {
  const bool lists_differ =
      raclisted_.rings && !same_members(read(ring, {false, true}), read(ring, {}), same_connection);
  const auto differ = [&](bool in_copy) {
    return !same_members(read(ring, {true, in_copy}), read(ring, {false, in_copy}),
                         [](const SeenMember& one, const SeenMember& other) {
                           return same_connection(one, other) && same_record(one.record, other.record);
                         });
  };
  const bool certificates_differ = raclisted_.certificates && (differ(false) || (raclisted_.rings && differ(true)));
  if (!certificates_differ) return lists_differ ? "DIGTRING" : "";
  return lists_differ ? "DIGTCERT DIGTRING" : "DIGTCERT";
}

std::string SeenRings::missing_refresh(const std::string& profile) const {
  if (!raclisted_.certificates) return {};
  const Record copied = read(profile, {true, false});
  const Record present = read(profile, {});
  const bool same = copied.has_value() == present.has_value() && (!copied || same_record(*copied, *present));
  return same ? "" : "DIGTCERT";
}

std::string SeenRings::stale_remark(const RingName& ring) const {
  const std::string classes = missing_refresh(ring);
  const Context context(session_);
  return classes.empty() ? "" : racf::stale_remark(context, classes, "ring " + to_string(ring));
}

}  // namespace ringside::racf
