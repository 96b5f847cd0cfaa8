// emulator/database/resources.cpp - general resource profiles, access lists, class options.
#include "emulator/database/resources.hpp"

namespace ringside::database {
namespace {

Resource read_resource(const Query& row) {
  Resource resource;
  resource.profile_class = row.text(0);
  resource.name = row.text(1);
  resource.generic = row.flag(2);
  resource.owner = row.text(3);
  resource.uacc = row.text(4);
  resource.level = static_cast<int>(row.number(5));
  resource.warning = row.flag(6);
  resource.application_data = row.text(7);
  resource.data = row.text(8);
  resource.notify = row.text(9);
  resource.audit = row.text(10);
  resource.created = base::Instant{std::chrono::seconds{row.number(11)}};
  return resource;
}

}  // namespace

std::optional<Resource> Resources::find(const std::string& profile_class, const std::string& name) const {
  Query query = store_.query(
      "SELECT class, name, generic, owner, uacc, level, warning, application_data, data, notify, audit, created "
      "FROM resource WHERE database_id=? AND class=? AND name=?");
  query.bind(database_, profile_class, name);
  if (!query.next()) return std::nullopt;
  return read_resource(query);
}

std::vector<Resource> Resources::all(const std::string& profile_class) const {
  return of_class_.get(store_, profile_class, [&] {
    Query query = store_.query(
        "SELECT class, name, generic, owner, uacc, level, warning, application_data, data, notify, audit, created "
        "FROM resource WHERE database_id=? AND class=? ORDER BY name");
    query.bind(database_, profile_class);
    std::vector<Resource> resources;
    while (query.next()) resources.push_back(read_resource(query));
    return resources;
  });
}

void Resources::each(const std::string& profile_class, const std::function<void(const Resource&)>& take) const {
  Query query = store_.query(
      "SELECT class, name, generic, owner, uacc, level, warning, application_data, data, notify, audit, created "
      "FROM resource WHERE database_id=? AND class=? ORDER BY name");
  query.bind(database_, profile_class);
  while (query.next()) take(read_resource(query));
}

std::int64_t Resources::count(const std::string& profile_class) const {
  Query query = store_.query("SELECT count(*) FROM resource WHERE database_id=? AND class=?");
  query.bind(database_, profile_class).next();
  return query.number(0);
}

void Resources::put(const Resource& r) {
  store_
      .query(
          "INSERT INTO resource(database_id, class, name, generic, owner, uacc, level, warning, application_data, "
          "data, "
          "notify, audit, created) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET owner=excluded.owner, "
          "uacc=excluded.uacc, level=excluded.level, warning=excluded.warning, "
          "application_data=excluded.application_data, "
          "data=excluded.data, notify=excluded.notify, audit=excluded.audit")
      .bind(database_, r.profile_class, r.name, r.generic, r.owner, r.uacc, r.level, r.warning, r.application_data,
            r.data, r.notify, r.audit, std::int64_t{r.created.time_since_epoch().count()})
      .run();
  store_.forget(Remember::resources);
}

void Resources::remove(const std::string& profile_class, const std::string& name) {
  store_.query("DELETE FROM resource WHERE database_id=? AND class=? AND name=?")
      .bind(database_, profile_class, name)
      .run();
  store_.forget(Remember::resources);
}

std::vector<std::string> Resources::classes() const {
  Query query = store_.query("SELECT DISTINCT class FROM resource WHERE database_id=? ORDER BY class");
  query.bind(database_);
  std::vector<std::string> classes;
  while (query.next()) classes.push_back(query.text(0));
  return classes;
}

std::vector<ConditionalAccess> Resources::conditional_access(const std::string& profile_class,
                                                             const std::string& name) const {
  Query query = store_.query(
      "SELECT condition, element, id, access, network, criteria FROM conditional_access WHERE database_id=? AND "
      "class=? "
      "AND name=? ORDER BY position");
  query.bind(database_, profile_class, name);
  std::vector<ConditionalAccess> list;
  while (query.next())
    list.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5)});
  return list;
}

void Resources::permit_if(const std::string& profile_class, const std::string& name, const ConditionalAccess& access) {
  store_
      .query(
          "INSERT INTO conditional_access(database_id, class, name, position, condition, element, id, access, network, "
          "criteria) VALUES(?1,?2,?3, (SELECT coalesce(max(position), 0) + 1 FROM conditional_access WHERE "
          "database_id=?1 AND class=?2 AND name=?3), ?4,?5,?6,?7,?8,?9)")
      .bind(database_, profile_class, name, access.condition, access.element, access.id, access.access, access.network,
            access.criteria)
      .run();
}

std::vector<Access> Resources::access_list(const std::string& profile_class, const std::string& name) const {
  Query query = store_.query(
      "SELECT id, access FROM resource_access WHERE database_id=? AND class=? AND name=? ORDER BY position");
  query.bind(database_, profile_class, name);
  std::vector<Access> list;
  while (query.next()) list.push_back({query.text(0), query.text(1)});
  return list;
}

void Resources::permit(const std::string& profile_class, const std::string& name, const Access& access) {
  store_
      .query(
          "INSERT INTO resource_access(database_id, class, name, id, access, position) VALUES(?1,?2,?3,?4,?5, "
          "(SELECT coalesce(max(position), 0) + 1 FROM resource_access WHERE database_id=?1 AND class=?2 AND name=?3)) "
          "ON CONFLICT DO UPDATE SET access=excluded.access")
      .bind(database_, profile_class, name, access.id, access.access)
      .run();
}

bool Resources::withdraw(const std::string& profile_class, const std::string& name, const std::string& id) {
  return store_.query("DELETE FROM resource_access WHERE database_id=? AND class=? AND name=? AND id=?")
             .bind(database_, profile_class, name, id)
             .run() > 0;
}

void Resources::clear_access(const std::string& profile_class, const std::string& name) {
  store_.query("DELETE FROM resource_access WHERE database_id=? AND class=? AND name=?")
      .bind(database_, profile_class, name)
      .run();
}

std::vector<std::string> Resources::members(const std::string& profile_class, const std::string& name) const {
  Query query =
      store_.query("SELECT member FROM resource_member WHERE database_id=? AND class=? AND name=? ORDER BY member");
  query.bind(database_, profile_class, name);
  std::vector<std::string> members;
  while (query.next()) members.push_back(query.text(0));
  return members;
}

void Resources::add_member(const std::string& profile_class, const std::string& name, const std::string& member) {
  store_.query("INSERT OR IGNORE INTO resource_member(database_id, class, name, member) VALUES(?,?,?,?)")
      .bind(database_, profile_class, name, member)
      .run();
}

void Resources::remove_member(const std::string& profile_class, const std::string& name, const std::string& member) {
  store_.query("DELETE FROM resource_member WHERE database_id=? AND class=? AND name=? AND member=?")
      .bind(database_, profile_class, name, member)
      .run();
}

const ClassOption& ClassOptions::find(const std::string& profile_class) const {
  return found_.get(store_, profile_class, [&]() -> ClassOption {
    Query query = store_.query("SELECT options, refreshes FROM class_option WHERE database_id=? AND class=?");
    query.bind(database_, profile_class);
    if (!query.next()) return {profile_class, {}, 0};
    return {profile_class, split_words(query.text(0)), query.number(1)};
  });
}

std::vector<ClassOption> ClassOptions::all() const {
  Query query = store_.query("SELECT class, options, refreshes FROM class_option WHERE database_id=? ORDER BY class");
  query.bind(database_);
  std::vector<ClassOption> options;
  while (query.next()) options.push_back({query.text(0), split_words(query.text(1)), query.number(2)});
  return options;
}

bool ClassOptions::has(const std::string& profile_class, const std::string& option) const {
  return find(profile_class).options.contains(option);
}

void ClassOptions::put(const ClassOption& option) {
  store_
      .query(
          "INSERT INTO class_option(database_id, class, options, refreshes) VALUES(?,?,?,?) "
          "ON CONFLICT DO UPDATE SET options=excluded.options, refreshes=excluded.refreshes")
      .bind(database_, option.profile_class, join_words(option.options), option.refreshes)
      .run();
  store_.forget(Remember::classes);
}

}  // namespace ringside::database
