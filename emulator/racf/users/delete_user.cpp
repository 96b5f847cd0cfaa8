// emulator/racf/users/delete_user.cpp - DELUSER: deletes a user with its connections, certificates, rings and mappings.

#include "emulator/racf/authority.hpp"
#include "emulator/racf/common_operands.hpp"
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/data_set_names.hpp"
#include "emulator/racf/users/commands.hpp"
#include "emulator/racf/users/identity_filters.hpp"

namespace ringside::racf {
namespace {

constexpr const char* first_user = "IBMUSER";  // cannot be deleted (Messages and Codes, ICH04011I)

/// Deletes the rings, certificates and mappings of the user (Command Language Reference, DELUSER).
void delete_certificates(Context& context, const std::string& name) {
  database::SecurityDatabase& racf = context.database();
  for (const database::Ring& ring : racf.rings.by_owner(name)) {
    racf.rings.remove(ring.id);
    context.changed("DIGTRING");
  }
  for (const database::CertificateRecord& certificate : racf.certificates.by_owner(name)) {
    if (!racf.rings.by_certificate(certificate.id).empty()) context.changed("DIGTRING");
    racf.certificates.remove(certificate.id);
    context.changed("DIGTCERT");
  }
  for (const database::NameFilter& filter : racf.filters.by_owner(name)) {
    racf.filters.remove(filter.id);
    context.changed("DIGTNMAP");
  }
}

}  // namespace

Result<void> delete_user(Context& context, const parser::Command& command) {
  const std::vector<std::string> names = texts(command.operands.find("USERID"));
  for (const std::string& name : names) {
    const auto user = context.database().users.find(name);
    if (!user) return refuse(MessageId::ikj56702i, std::string("USERID"), name);
    if (!administers(context, user->owner)) return refuse(MessageId::ich04010i);
    if (name == first_user) return refuse(MessageId::ich04011i);
  }
  for (const std::string& name : names) {
    if (has_data_set_profiles(context, name)) {
      context.warn(MessageId::ich04009i, {name});
      continue;
    }
    if (!identity_filters_of(context, name).empty()) {
      context.warn(MessageId::ich04018i, {name});
      continue;
    }
    delete_certificates(context, name);
    context.database().segments.remove_all("USER", name);
    context.database().users.remove(name);
  }
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
