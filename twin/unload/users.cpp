// twin/unload/users.cpp - the users of a database as records of an unload.
#include "twin/unload/users.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

#include "emulator/racf/resources/certificate_profiles.hpp"
#include "emulator/racf/users/user_attributes.hpp"
#include "twin/records/attribute_columns.hpp"
#include "twin/unload/mappings.hpp"
#include "twin/unload/segments.hpp"

namespace ringside::twin {
namespace {

using Identities = std::map<std::string, std::vector<IdentityMapping>>;

/// What a lab does not keep, as RACF has it for a user that never logged on.
void put_unkept_of_user(RecordLine& record) {
  constexpr std::array days{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};
  for (const std::string day : days) record.flag("USBD_ACCESS_" + day, true);
  for (const char* flag : {"USBD_PWDENV_EXISTS", "USBD_PPHENV_EXISTS", "USBD_PWD_ASIS", "USBD_MFA_FALLBACK"})
    record.flag(flag, false);
  for (const char* number :
       {"USBD_PWD_GEN", "USBD_REVOKE_CNT", "USBD_SECLEVEL", "USBD_PHR_GEN", "USBD_CERT_SEQN", "USBD_LEG_PWDHIST_CT",
        "USBD_XPW_PWDHIST_CT", "USBD_LEG_PHRHIST_CT", "USBD_XPW_PHRHIST_CT"})
    record.number(number, 0);
}

void write_user_base(Output& output, const database::User& user) {
  RecordLine record = profile_record("0200", user.name);
  const base::CivilTime created = output.on_clock(user.created);
  record.date("USBD_CREATE_DATE", created)
      .text("USBD_OWNER_ID", user.owner)
      .text("USBD_PROGRAMMER", user.full_name == "UNKNOWN" ? no_name : user.full_name)
      .text("USBD_DEFGRP_ID", user.default_group)
      .text("USBD_INSTALL_DATA", user.data);
  put_user_attributes(user.attributes, created, record);
  put_unkept_of_user(record);
  output.write(record);
}

void write_connections(Output& output, const database::User& user) {
  const auto connections = output.database().connections.of_user(user.name);
  for (const database::Connection& connection : connections)
    output.write(profile_record("0203", user.name).text("USGCON_GRP_ID", connection.group));
  for (const database::Connection& connection : connections) {
    RecordLine record = profile_record("0205", user.name);
    record.text("USCON_GRP_ID", connection.group)
        .date("USCON_CONNECT_DATE", output.on_clock(connection.created))
        .text("USCON_OWNER_ID", connection.owner)
        .text("USCON_UACC", connection.uacc)
        .number("USCON_INIT_CNT", 0);
    put_connection_attributes(connection.attributes, record);
    output.write(record);
  }
}

void write_certificate_names(Output& output, const database::User& user) {
  for (const database::CertificateRecord& certificate : output.database().certificates.by_owner(user.name))
    output.write(profile_record("0207", user.name)
                     .text("USCERT_CERT_NAME", certificate.profile)
                     .text("USCERT_CERTLABL", certificate.label));
}

void write_mapping_names(Output& output, const database::User& user, const Identities& identities) {
  for (const database::NameFilter& filter : output.database().filters.by_owner(user.name))
    output.write(profile_record("0208", user.name)
                     .text("USNMAP_LABEL", filter.label)
                     .text("USNMAP_MAP_NAME", racf::mapping_profile(filter)));
  const auto mapped = identities.find(user.name);
  if (mapped == identities.end()) return;
  for (const IdentityMapping& identity : mapped->second)
    output.write(profile_record("0209", user.name)
                     .text("USDMAP_LABEL", identity.label)
                     .text("USDMAP_MAP_NAME", identity_profile(identity.names)));
}

void write_user(Output& output, const database::User& user, const Identities& identities) {
  write_user_base(output, user);
  for (const std::string& profile_class : racf::authorized_classes(user.attributes))
    output.write(profile_record("0202", user.name).text("USCLA_CLASS", profile_class));
  write_connections(output, user);
  write_certificate_names(output, user);
  write_mapping_names(output, user, identities);
  write_segments(output, "USER", user.name, [&](std::string_view type) { return profile_record(type, user.name); });
  output.finish_profile();
}

}  // namespace

void write_users(Output& output) {
  Identities identities;
  for_each_identity(output, [&](const IdentityMapping& identity) { identities[identity.user].push_back(identity); });
  output.database().users.each([&](const database::User& user) { write_user(output, user, identities); });
}

}  // namespace ringside::twin
