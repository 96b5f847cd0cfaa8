// twin/load/people.cpp - loads groups, users and the connections between them.
#include "twin/load/people.hpp"

#include <map>
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

using GroupsByName = std::map<std::string, database::Group>;

/// Puts a group below the first one, with a remark. SYS1 itself has none above it.
void mend_superior(Loading& loading, database::Group& group, const char* kind, const std::string& why) {
  loading.remark(kind, "group " + group.name, fmt::format("{}; the twin puts it below {}", why, first_group));
  group.superior = group.name == first_group ? "" : first_group;
  loading.database.groups.put(group);
}

/// Climbs from a group to one that is known to be sound, and mends the first cycle or gap on the way. Each group is
/// climbed over once, since `sound` takes the groups of the way.
void climb(Loading& loading, GroupsByName& groups, database::Group* group, std::set<std::string>& sound) {
  std::set<std::string> way;
  while (!sound.contains(group->name)) {
    way.insert(group->name);
    const auto above = groups.find(group->superior);
    if (group->superior.empty()) break;
    if (above == groups.end()) {
      mend_superior(loading, *group, "superior group missing", "the unload has no group " + group->superior);
      break;
    }
    if (way.contains(group->superior)) {
      mend_superior(loading, *group, "cycle of groups",
                    fmt::format("its superior group {} is below it", group->superior));
      break;
    }
    group = &above->second;
  }
  sound.merge(way);
}

void check_superiors(Loading& loading) {
  GroupsByName groups;
  for (database::Group& group : loading.database.groups.all()) groups.emplace(group.name, std::move(group));
  database::Group& first = groups.at(first_group);
  if (!first.superior.empty())
    mend_superior(loading, first, "cycle of groups", fmt::format("its superior group is {}", first.superior));
  std::set<std::string> sound{first_group};
  for (auto& [name, group] : groups) climb(loading, groups, &group, sound);
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
  if (count != 0) loading.remark(kind, "the whole unload", fmt::format("{} {}", count, what));
}

}  // namespace

void load_group(Loading& loading, const Record& record) {
  static const Field &name = field("GPBD_NAME"), superior = field("GPBD_SUPGRP_ID"),
                     created = field("GPBD_CREATE_DATE"), owner = field("GPBD_OWNER_ID"),
                     data = field("GPBD_INSTALL_DATA");
  database::Group group;
  group.name = name_of(loading, record, name);
  if (group.name.empty()) return;
  if (loading.database.groups.find(group.name)) return loading.skip("a second record of group " + group.name);
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
  remark_count(loading, "default group missing",
               loading.staging.give_default_group(loading.system.database_id, first_group),
               "users have a default group that is not there; the twin gives them SYS1");
  const auto removed = loading.staging.remove_orphans(loading.system.database_id);
  remark_count(loading, "connection of nobody", removed.connections,
               "connections of a user or group that is not there are left out");
  remark_count(loading, "access without profile", removed.accesses,
               "entries of access lists of a profile that is not there are left out");
  remark_count(loading, "member without profile", removed.members,
               "members of a profile that is not there are left out");
}

}  // namespace ringside::twin
