// emulator/racf/datalib/update.cpp - R_datalib's NewRing, DataPut and DataRemove.
//
// A profile <owner>.<ring>.UPD of RDATALIB is final; without one FACILITY decides as for RACDCERT ADDRING, ADD with
// CONNECT, and REMOVE (Callable Services, "R_datalib", RACF authorization). The levels on the UPD profile are inferred
// from those of RACDCERT.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/datalib/r_datalib.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/add.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/racdcert/usage.hpp"

namespace ringside::racf::r_datalib {
namespace {

using racdcert::Owner;

/// What the parts of RACDCERT have said, as the reason of a failure.
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

}  // namespace

Answer<database::Ring> Service::ring_to_update(const RingName& ring) {
  if (ring.name == virtual_ring) return fail(bad_ring_or_user, "a virtual ring cannot be changed");
  const auto found = session_.database.rings.find(ring.owner, ring.name);
  if (!found) return fail(no_ring, fmt::format("ring {} does not exist", racf::to_string(ring)));
  return *found;
}

Answer<void> Service::new_ring(const std::string& owner, const std::string& ring) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  if (name->name == virtual_ring || !Owner{name->owner}.is_user() || !session_.database.users.find(name->owner))
    return fail(bad_ring_or_user, fmt::format("{} is no user who could own a ring '{}'", owner, ring));
  Context context(session_, nullptr);
  const AccessLevel level = name->owner == session_.user ? AccessLevel::read : AccessLevel::update;
  const auto by_profile = may_update_by_profile(context, *name, AccessLevel::read);
  if (by_profile ? !*by_profile : !may_use_digtcert(context, "ADDRING", level))
    return fail(not_authorized, context, {});
  session_.database.rings.add(name->owner, name->name);
  return {};
}

// `owner` is the certificate's; `adds` if the database gets something new.
bool Service::may_put(Context& context, const RingName& ring, const NewMember& member, const std::string& owner,
                      bool adds) {
  const Owner holder{owner};
  const auto rule = racdcert::usage_authority(context, true, holder, member.usage);
  if (const auto by_profile = may_update_by_profile(context, ring, rule.connect)) return *by_profile;
  return may_connect_by_facility(context, ring, holder, member.usage) &&
         (!adds || may_use_digtcert(context, "ADD", racdcert::level_for(context, holder)));
}

Answer<Put> Service::data_put(const std::string& owner, const std::string& ring, const NewMember& member) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  const auto target = ring_to_update(*name);
  if (!target) return tl::make_unexpected(target.error());
  if (member.label.empty() || member.label.size() > label_characters)
    return fail(bad_length, fmt::format("a label has 1 to {} characters", label_characters));
  const std::int64_t operation = session_.lab.systems().next_operation(session_.system.name);
  Context context(session_, session_.lab.randomness(session_.system.name, operation), operation);
  const std::string profile = racdcert::profile_name(member.certificate);
  auto record = session_.database.certificates.by_profile(profile);
  const bool was_there = record && record->der == member.certificate.der();
  const bool adds = !was_there || (member.private_key && !record->has_key());
  if (!may_put(context, *name, member, was_there ? record->owner : member.owner, adds))
    return fail(not_authorized, context, {});
  auto savepoint = session_.lab.savepoint();
  if (adds)
    if (const Result<void> added = add(context, member); !added) return fail(internal_error, context, added);
  record = session_.database.certificates.by_profile(profile);
  const bool is_default = is_default_in(session_.database.rings.members(target->id), record->id);
  session_.database.rings.connect(target->id, {record->id, member.usage, is_default});
  savepoint.keep();
  return Put{record->owner, record->label, record->status, was_there};
}

Answer<void> Service::data_remove(const std::string& owner, const std::string& ring,
                                  const std::string& certificate_owner, const std::string& label) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  const auto target = ring_to_update(*name);
  if (!target) return tl::make_unexpected(target.error());
  Context context(session_, nullptr);
  const AccessLevel level = level_to_remove(context, *name, Owner{certificate_owner});
  const auto by_profile = may_update_by_profile(context, *name, level);
  if (by_profile ? !*by_profile : !may_use_digtcert(context, "REMOVE", level)) return fail(not_authorized, context, {});
  const auto record = session_.database.certificates.by_label(certificate_owner, label);
  if (!record || !session_.database.rings.disconnect(target->id, record->id))
    return fail(no_certificate, fmt::format("ring {} does not hold '{}'", racf::to_string(*name), label));
  return {};
}

}  // namespace ringside::racf::r_datalib
