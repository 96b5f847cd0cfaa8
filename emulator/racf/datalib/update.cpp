// emulator/racf/datalib/update.cpp - the functions of R_datalib that change rings and certificates.
#include "emulator/racf/datalib/update.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "emulator/racf/datalib/authority.hpp"
#include "emulator/racf/datalib/named_ring.hpp"
#include "emulator/racf/racdcert/authorize.hpp"
#include "emulator/racf/racdcert/certificates/add.hpp"
#include "emulator/racf/racdcert/certificates/alter.hpp"
#include "emulator/racf/racdcert/certificates/delete.hpp"
#include "emulator/racf/racdcert/certificates/status.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/racdcert/usage.hpp"
#include "emulator/racf/resources/raclist.hpp"
#include "emulator/racf/rules.hpp"

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
  const std::string label = racdcert::label_value(member.label);
  return racdcert::add_package(
      context, {Owner{member.owner}, label.empty() ? std::nullopt : std::optional(label), member.status}, package, {});
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

database::Usage usage_of(const NewMember& member, const Owner& owner) {
  return member.usage.value_or(racdcert::usual_usage(owner));
}

/// `owner` is that of the certificate; `adds` is set if a certificate or key is added to the database.
bool may_put(Context& context, const RingName& ring, const NewMember& member, const std::string& owner, bool adds) {
  const Owner holder{owner};
  if (ring.name == virtual_ring) return may_change_certificate(context, "ADD", holder, member.label);
  const database::Usage usage = usage_of(member, holder);
  const auto rule = racdcert::usage_authority(context, true, holder, usage);
  if (const auto by_profile = may_update_by_profile(context, ring, rule.connect)) return *by_profile;
  return may_connect_by_facility(context, ring, holder, usage) &&
         (!adds || may_use_digtcert(context, "ADD", racdcert::level_for(context, holder)));
}

// The book has one warning for each of these, and does not say which one counts if several are true (rulings).
Codes put_codes(Context& context, const NewMember& member, const database::CertificateRecord& record, bool was_there) {
  const std::string label = racdcert::label_value(member.label);
  const bool other_name = was_there && (record.owner != member.owner || (!label.empty() && record.label != label));
  const bool refresh = is_raclisted(context, "DIGTCERT");
  const bool notrust =
      record.status == database::Status::notrust && (rules::data_put_warns_of_notrust_first || !refresh);
  if (other_name && notrust) return put::known_notrust;
  if (other_name) return refresh ? put::known_refresh : put::known;
  if (notrust) return put::notrust;
  return refresh ? put::refresh : success;
}

/// Deletes a certificate, and returns success; or returns why it stays.
Codes delete_unless_needed(Context& context, const database::CertificateRecord& record, bool all_rings) {
  if (!all_rings && !context.database().rings.by_certificate(record.id).empty()) return remove::on_other_rings;
  if (record.request_made) return remove::request_made;
  racdcert::remove_certificate(context, record);
  return success;
}

Codes or_refresh(Context& context, const Codes& codes, const Codes& refresh) {
  return codes == success && is_raclisted(context, "DIGTCERT") ? refresh : codes;
}

/// DataRemove with ring "*".
Answer<Codes> remove_from_database(Session& session, const CertificateName& certificate, bool all_rings) {
  Context context(session);
  if (!may_change_certificate(context, "DELETE", Owner{certificate.owner}, certificate.label))
    return fail(not_authorized, context, {});
  const auto record = session.database.certificates.by_label(certificate.owner, certificate.label);
  if (!record) return fail(no_certificate, fmt::format("there is no certificate '{}'", certificate.label));
  const Codes deleted = delete_unless_needed(context, *record, all_rings);
  if (deleted == remove::on_other_rings)
    return fail(no_certificate, fmt::format("'{}' is connected to a ring, and DEL_ALLRINGS is not set", record->label));
  return or_refresh(context, deleted, remove::refresh);
}

bool may_remove(Context& context, const RingName& ring, const CertificateName& certificate) {
  const AccessLevel level = level_to_remove(context, ring, Owner{certificate.owner});
  const auto by_profile = may_update_by_profile(context, ring, level);
  return by_profile ? *by_profile : may_use_digtcert(context, "REMOVE", level);
}

/// Whether the caller may make or delete the ring, by `function` in FACILITY.
bool may_manage(Context& context, const RingName& ring, const std::string& function) {
  const auto by_profile = may_update_by_profile(context, ring, AccessLevel::read);
  const AccessLevel level = ring.owner == context.user() ? AccessLevel::read : AccessLevel::update;
  return by_profile ? *by_profile : may_use_digtcert(context, function, level);
}

}  // namespace

Answer<void> new_ring(Session& session, const std::string& owner, const std::string& ring) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  if (name->name == virtual_ring || !Owner{name->owner}.is_user() || !session.database.users.find(name->owner))
    return fail(bad_ring_or_user, fmt::format("{} is no user who could own a ring '{}'", owner, ring));
  Context context(session);
  if (!may_manage(context, *name, "ADDRING")) return fail(not_authorized, context, {});
  auto& rings = session.database.rings;
  if (const auto there = rings.find(name->owner, name->name)) {
    for (const database::RingMember& member : rings.members(there->id))
      rings.disconnect(there->id, member.certificate_id);
  } else {
    rings.add(name->owner, name->name);
  }
  return {};
}

Answer<void> del_ring(Session& session, const std::string& owner, const std::string& ring) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  Context context(session);
  if (!may_manage(context, *name, "DELRING")) return fail(not_authorized, context, {});
  const auto target = ring_to_update(session, *name);
  if (!target) return tl::make_unexpected(target.error());
  session.database.rings.remove(target->id);
  return {};
}

Answer<Put> data_put(Session& session, const std::string& owner, const std::string& ring, const NewMember& member) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  const bool connects = name->name != virtual_ring;
  const auto target = connects ? ring_to_update(session, *name) : database::Ring{};
  if (!target) return tl::make_unexpected(target.error());
  if (base::count_characters(member.label) > label_characters)
    return fail(bad_length, fmt::format("a label has {} characters at most", label_characters));
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
  if (connects) {
    const bool is_default = member.is_default || is_default_in(session.database.rings.members(target->id), record->id);
    session.database.rings.connect(target->id, {record->id, usage_of(member, Owner{record->owner}), is_default});
  }
  savepoint.keep();
  return Put{record->owner, record->label, record->status, was_there, put_codes(context, member, *record, was_there)};
}

Answer<Codes> data_remove(Session& session, const std::string& owner, const std::string& ring,
                          const CertificateName& certificate, const Removal& removal) {
  const auto name = named_ring(owner, ring);
  if (!name) return tl::make_unexpected(name.error());
  if (name->name == virtual_ring) return remove_from_database(session, certificate, removal.all_rings);
  const auto target = ring_to_update(session, *name);
  if (!target) return tl::make_unexpected(target.error());
  Context context(session);
  if (!may_remove(context, *name, certificate)) return fail(not_authorized, context, {});
  const auto record = session.database.certificates.by_label(certificate.owner, certificate.label);
  if (!record || !session.database.rings.disconnect(target->id, record->id))
    return fail(no_certificate, fmt::format("ring {} does not hold '{}'", racf::to_string(*name), certificate.label));
  if (!removal.certificate_too) return or_refresh(context, success, remove::refresh);
  if (!may_change_certificate(context, "DELETE", Owner{certificate.owner}, certificate.label))
    return remove::no_authority;
  return or_refresh(context, delete_unless_needed(context, *record, removal.all_rings), remove::refresh);
}

Answer<Codes> data_alter(Session& session, const CertificateName& certificate, const Alteration& alteration) {
  Context context(session);
  const Owner owner{certificate.owner};
  if (!may_change_certificate(context, "ALTER", owner, certificate.label)) return fail(not_authorized, context, {});
  auto record = session.database.certificates.by_label(certificate.owner, certificate.label);
  if (!record) return fail(no_certificate, fmt::format("there is no certificate '{}'", certificate.label));
  const auto status = racdcert::status_for(context, owner, alteration.status);
  const auto changed = racdcert::change_certificate(context, owner, std::move(*record), status,
                                                    racdcert::label_value(alteration.new_label));
  if (!changed) return fail(internal_error, context, changed);
  return or_refresh(context, success, alter::refresh);
}

Answer<void> data_refresh(Session& session) {
  Context context(session);
  if (!is_special(context))
    return fail(internal_error, fmt::format("user {} may not refresh the classes of certificates", session.user));
  for (const char* name : {"DIGTCERT", "DIGTRING", "DIGTNMAP"})
    if (is_raclisted(context, name)) load_in_storage(context, name);
  return {};
}

}  // namespace ringside::racf::datalib
