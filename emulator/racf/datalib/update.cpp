// emulator/racf/datalib/update.cpp - the functions of R_datalib that change rings: NewRing, DataPut, DataRemove.
#include "emulator/racf/datalib/update.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/datalib/authority.hpp"
#include "emulator/racf/datalib/named_ring.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/add.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/racdcert/usage.hpp"

namespace ringside::racf::datalib {
namespace {

using racdcert::Owner;

/// Returns a failure explained by the messages and remarks of the parts of RACDCERT.
tl::unexpected<Failure> fail(const Codes& codes, Context& context, const Result<void>& outcome) {
  const host::CommandResult result = context.finish("", outcome);
  std::vector<std::string> reasons = result.shown();
  reasons.insert(reasons.end(), result.diagnostics.begin(), result.diagnostics.end());
  return tl::make_unexpected(Failure{codes, base::join(reasons, "; "), result.console});
}

bool may_connect_by_facility(Context& context, const RingName& ring, const Owner& owner, database::Usage usage) {
  const auto rule = racdcert::usage_authority(context, ring.owner == context.user(), owner, usage);
  return may_use_digtcert(context, "CONNECT", rule.connect) &&
         (rule.add == AccessLevel::none || may_use_digtcert(context, "ADD", rule.add));
}

AccessLevel level_to_remove(Context& context, const RingName& ring, const Owner& owner) {
  if (ring.owner != context.user()) return AccessLevel::control;
  return owner.is_user() ? AccessLevel::read : AccessLevel::update;
}

/// Adds the certificate as RACDCERT ADD does.
Result<void> add(Context& context, const NewMember& member) {
  crypto::Package package;
  package.certificates.push_back(member.certificate);
  package.key = member.private_key;
  return racdcert::add_package(context, {Owner{member.owner}, racdcert::label_value(member.label)}, package, {});
}

bool is_default_in(const std::vector<database::RingMember>& members, std::int64_t certificate) {
  return std::any_of(members.begin(), members.end(), [&](const database::RingMember& member) {
    return member.certificate_id == certificate && member.is_default;
  });
}

Answer<database::Ring> ring_to_update(Session& session, const RingName& ring) {
  if (ring.name == virtual_ring) return fail(bad_ring_or_user, "a virtual ring cannot be changed");
  const auto found = session.database.rings.find(ring.owner, ring.name);
  if (!found) return fail(no_ring, fmt::format("ring {} does not exist", racf::to_string(ring)));
  return *found;
}

/// `owner` is that of the certificate; `adds` is set if a certificate or key is added to the database.
bool may_put(Context& context, const RingName& ring, const NewMember& member, const std::string& owner, bool adds) {
  const Owner holder{owner};
  const auto rule = racdcert::usage_authority(context, true, holder, member.usage);
  if (const auto by_profile = may_update_by_profile(context, ring, rule.connect)) return *by_profile;
  return may_connect_by_facility(context, ring, holder, member.usage) &&
         (!adds || may_use_digtcert(context, "ADD", racdcert::level_for(context, holder)));
}

}  // namespace

Answer<void> new_ring(Session& session, const std::string& owner, const std::string& ring) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  if (name->name == virtual_ring || !Owner{name->owner}.is_user() || !session.database.users.find(name->owner))
    return fail(bad_ring_or_user, fmt::format("{} is no user who could own a ring '{}'", owner, ring));
  Context context(session);
  const AccessLevel level = racdcert::level_for(context, Owner{name->owner});
  const auto by_profile = may_update_by_profile(context, *name, AccessLevel::read);
  if (by_profile ? !*by_profile : !may_use_digtcert(context, "ADDRING", level))
    return fail(not_authorized, context, {});
  session.database.rings.add(name->owner, name->name);
  return {};
}

Answer<Put> data_put(Session& session, const std::string& owner, const std::string& ring, const NewMember& member) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  const auto target = ring_to_update(session, *name);
  if (!target) return tl::make_unexpected(target.error());
  if (member.label.empty() || member.label.size() > label_characters)
    return fail(bad_length, fmt::format("a label has 1 to {} characters", label_characters));
  const std::int64_t operation = session.lab.systems().next_operation(session.system.name);
  Context context(session, session.lab.randomness(session.system.name, operation), operation);
  const std::string profile = racdcert::profile_name(member.certificate);
  auto record = session.database.certificates.by_profile(profile);
  const bool was_there = record && record->der == member.certificate.der();
  const bool adds = !was_there || (member.private_key && !record->has_key());
  if (!may_put(context, *name, member, was_there ? record->owner : member.owner, adds))
    return fail(not_authorized, context, {});
  auto savepoint = session.lab.savepoint();
  if (adds)
    if (const Result<void> added = add(context, member); !added) return fail(internal_error, context, added);
  record = session.database.certificates.by_profile(profile);
  const bool is_default = is_default_in(session.database.rings.members(target->id), record->id);
  session.database.rings.connect(target->id, {record->id, member.usage, is_default});
  savepoint.keep();
  return Put{record->owner, record->label, record->status, was_there};
}

Answer<void> data_remove(Session& session, const std::string& owner, const std::string& ring,
                         const std::string& certificate_owner, const std::string& label) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  const auto target = ring_to_update(session, *name);
  if (!target) return tl::make_unexpected(target.error());
  Context context(session);
  const AccessLevel level = level_to_remove(context, *name, Owner{certificate_owner});
  const auto by_profile = may_update_by_profile(context, *name, level);
  if (by_profile ? !*by_profile : !may_use_digtcert(context, "REMOVE", level)) return fail(not_authorized, context, {});
  const auto record = session.database.certificates.by_label(certificate_owner, label);
  if (!record || !session.database.rings.disconnect(target->id, record->id))
    return fail(no_certificate, fmt::format("ring {} does not hold '{}'", racf::to_string(*name), label));
  return {};
}

}  // namespace ringside::racf::datalib
