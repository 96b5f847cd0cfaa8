// twin/load/people.cpp - loads groups, users and the connections between them.
#include "twin/load/people.hpp"

#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "emulator/racf/users/user_attributes.hpp"
#include "twin/records/attribute_columns.hpp"

namespace ringside::twin {
namespace {

constexpr const char* first_group = "SYS1";
constexpr const char* first_user = "IBMUSER";
constexpr const char* authority_kind = "0102";

/// The first name of a record, which every other one hangs on; empty, and the record is left out, if it is no name.
std::string name_of(Loading& loading, const Record& record, const Field& field) {
  std::string name = record.text(field);
  if (!name.empty() && is_clean(name)) return name;
  loading.skip(name.empty() ? "it has no name" : "its name has control characters");
  return "";
}

std::string connection_key(const std::string& user, const std::string& group) {
  return user + " " + group;
}

/// The names of the groups on the way up from a group, until one that has none above it, is not there, or comes again.
std::set<std::string> groups_above(const database::Groups& groups, std::string name) {
  std::set<std::string> seen;
  while (seen.insert(name).second) {
    const auto group = groups.find(name);
    if (!group || group->superior.empty()) break;
    name = group->superior;
  }
  return seen;
}

bool is_in_cycle(const database::Groups& groups, const database::Group& group) {
  std::string name = group.superior;
  for (std::set<std::string> seen; !name.empty() && seen.insert(name).second;) {
    if (name == group.name) return true;
    const auto above = groups.find(name);
    name = above ? above->superior : "";
  }
  return false;
}

void check_superiors(Loading& loading) {
  std::set<std::string> sound{first_group};
  for (database::Group group : loading.database.groups.all()) {
    if (sound.contains(group.name)) continue;
    if (is_in_cycle(loading.database.groups, group)) {
      loading.remark(
          "cycle of groups", "group " + group.name,
          fmt::format("its superior group {} is below it; the twin puts it below {}", group.superior, first_group));
      group.superior = group.name == first_group ? "" : first_group;
      loading.database.groups.put(group);
    } else if (!group.superior.empty() && !loading.database.groups.find(group.superior)) {
      loading.remark("superior group missing", "group " + group.name, "the unload has no group " + group.superior);
    }
    for (const std::string& above : groups_above(loading.database.groups, group.name)) sound.insert(above);
  }
}

void add_missing(Loading& loading) {
  const base::Instant now = loading.lab.now();
  if (!loading.database.groups.find(first_group)) {
    loading.database.groups.put({first_group, "", first_user, {}, "", now});
    loading.remark("added by the twin", fmt::format("group {}", first_group), "the unload does not have it");
  }
  for (const char* anchor : {database::certauth_owner, database::site_owner, database::multiid_owner}) {
    if (loading.database.users.find(anchor)) continue;
    loading.database.users.put({anchor, "UNKNOWN", first_group, first_user, {"PROTECTED"}, "", now});
    loading.remark("added by the twin", fmt::format("user {}", anchor), "the unload does not have it");
  }
}

void remark_count(Loading& loading, const char* kind, std::int64_t count, const char* what) {
  if (count != 0) loading.remark(kind, "the whole unload", fmt::format("{} {} are left out", count, what));
}

}  // namespace

void load_group(Loading& loading, const Record& record) {
  static const Field &name = field("GPBD_NAME"), superior = field("GPBD_SUPGRP_ID"),
                     created = field("GPBD_CREATE_DATE"), owner = field("GPBD_OWNER_ID"),
                     data = field("GPBD_INSTALL_DATA");
  database::Group group;
  group.name = name_of(loading, record, name);
  if (group.name.empty()) return;
  group.superior = record.text(superior);
  group.owner = record.text(owner);
  group.attributes = group_attributes(record);
  group.data = record.text(data);
  group.created = loading.day(record, created);
  loading.database.groups.put(group);
}

void load_group_member(Loading& loading, const Record& record) {
  static const Field &name = field("GPMEM_NAME"), member = field("GPMEM_MEMBER_ID"), authority = field("GPMEM_AUTH");
  const std::string group = record.text(name), user = record.text(member), word = record.text(authority);
  static const std::set<std::string> words{"USE", "CREATE", "CONNECT", "JOIN"};
  if (!words.contains(word)) return loading.skip("its authority is none: " + word);
  if (auto connection = loading.database.connections.find(user, group)) {
    connection->authority = word;
    return loading.database.connections.put(*connection);
  }
  if (word != "USE") loading.staging.put(authority_kind, connection_key(user, group), word);
}

void load_user(Loading& loading, const Record& record) {
  static const Field &name = field("USBD_NAME"), created = field("USBD_CREATE_DATE"), owner = field("USBD_OWNER_ID"),
                     programmer = field("USBD_PROGRAMMER"), group = field("USBD_DEFGRP_ID"),
                     data = field("USBD_INSTALL_DATA");
  database::User user;
  user.name = name_of(loading, record, name);
  if (user.name.empty()) return;
  if (loading.database.users.find(user.name)) return loading.skip(fmt::format("a second record of user {}", user.name));
  if (std::string full = record.text(programmer); !full.empty() && full != no_name) user.full_name = std::move(full);
  user.default_group = record.text(group);
  user.owner = record.text(owner);
  user.attributes = user_attributes(record);
  user.data = record.text(data);
  user.created = loading.day(record, created);
  loading.database.users.put(user);
}

void load_class_authority(Loading& loading, const Record& record) {
  auto user = loading.database.users.find(record.text(field("USCLA_NAME")));
  if (!user) return loading.skip("its user has no record 0200 before it");
  racf::set_class_authority(user->attributes, record.text(field("USCLA_CLASS")), true);
  loading.database.users.put(*user);
}

void load_connection(Loading& loading, const Record& record) {
  static const Field &name = field("USCON_NAME"), group = field("USCON_GRP_ID"), created = field("USCON_CONNECT_DATE"),
                     owner = field("USCON_OWNER_ID"), uacc = field("USCON_UACC");
  database::Connection connection;
  connection.user = name_of(loading, record, name);
  connection.group = record.text(group);
  if (connection.user.empty()) return;
  if (connection.group.empty()) return loading.skip("it names no group");
  if (const auto word = loading.staging.first(authority_kind, connection_key(connection.user, connection.group)))
    connection.authority = *word;
  if (const std::string word = record.text(uacc); !word.empty()) connection.uacc = word;
  connection.owner = record.text(owner);
  connection.attributes = connection_attributes(record);
  connection.created = loading.day(record, created);
  loading.database.connections.put(connection);
}

void complete_people(Loading& loading) {
  add_missing(loading);
  check_superiors(loading);
  const auto removed = loading.staging.remove_orphans(loading.system.database_id);
  remark_count(loading, "connection of nobody", removed.connections,
               "connections of a user or group that is not there");
  remark_count(loading, "access without profile", removed.accesses,
               "entries of access lists of a profile that is not there");
  remark_count(loading, "member without profile", removed.members, "members of a profile that is not there");
}

}  // namespace ringside::twin
