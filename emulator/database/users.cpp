// emulator/database/users.cpp - USER and GROUP profiles, connections and segments.
#include "emulator/database/users.hpp"

#include <algorithm>

namespace ringside::database {
namespace {

std::int64_t seconds_of(base::Instant instant) {
  return instant.time_since_epoch().count();
}

base::Instant instant_of(std::int64_t seconds) {
  return base::Instant{std::chrono::seconds{seconds}};
}

User read_user(const Query& row) {
  return {row.text(0),
          row.text(1),
          row.text(2),
          row.text(3),
          split_words(row.text(4)),
          row.text(5),
          instant_of(row.number(6))};
}

Group read_group(const Query& row) {
  return {row.text(0), row.text(1), row.text(2), split_words(row.text(3)), row.text(4), instant_of(row.number(5))};
}

Connection read_connection(const Query& row) {
  return {row.text(0),
          row.text(1),
          row.text(2),
          row.text(3),
          row.text(4),
          split_words(row.text(5)),
          instant_of(row.number(6))};
}

template <typename Read>
auto read_all(Query& query, Read read) {
  std::vector<decltype(read(query))> rows;
  while (query.next()) rows.push_back(read(query));
  return rows;
}

template <typename Read>
auto read_first(Query& query, Read read) -> std::optional<decltype(read(query))> {
  if (!query.next()) return std::nullopt;
  return read(query);
}

}  // namespace

std::string join_words(const Attributes& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

Attributes split_words(const std::string& text) {
  Attributes words;
  for (std::size_t at = text.find_first_not_of(' '); at < text.size(); at = text.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.insert(text.substr(at, end - at));
    at = end;
  }
  return words;
}

const std::optional<User>& Users::find(const std::string& name) const {
  return found_.get(store_, name, [&] {
    Query query = store_.query(
        "SELECT name, full_name, default_group, owner, attributes, data, created FROM user WHERE database_id=? AND "
        "name=?");
    return read_first(query.bind(database_, name), read_user);
  });
}

std::vector<User> Users::all() const {
  Query query = store_.query(
      "SELECT name, full_name, default_group, owner, attributes, data, created FROM user WHERE database_id=? ORDER BY "
      "name");
  return read_all(query.bind(database_), read_user);
}

void Users::each(const std::function<void(const User&)>& take) const {
  Query query = store_.query(
      "SELECT name, full_name, default_group, owner, attributes, data, created FROM user WHERE database_id=? ORDER BY "
      "name");
  query.bind(database_);
  while (query.next()) take(read_user(query));
}

std::int64_t Users::count() const {
  Query query = store_.query("SELECT count(*) FROM user WHERE database_id=?");
  query.bind(database_).next();
  return query.number(0);
}

void Users::put(const User& user) {
  store_
      .query(
          "INSERT INTO user(database_id, name, full_name, default_group, owner, attributes, data, created) "
          "VALUES(?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET full_name=excluded.full_name, "
          "default_group=excluded.default_group, owner=excluded.owner, attributes=excluded.attributes, "
          "data=excluded.data")
      .bind(database_, user.name, user.full_name, user.default_group, user.owner, join_words(user.attributes),
            user.data, seconds_of(user.created))
      .run();
  store_.forget(Remember::users);
}

void Users::remove(const std::string& name) {
  store_.query("DELETE FROM user WHERE database_id=? AND name=?").bind(database_, name).run();
  store_.forget(Remember::users);
}

std::optional<Group> Groups::find(const std::string& name) const {
  Query query = store_.query(
      "SELECT name, superior, owner, attributes, data, created FROM racf_group WHERE database_id=? AND name=?");
  return read_first(query.bind(database_, name), read_group);
}

std::vector<Group> Groups::all() const {
  Query query = store_.query(
      "SELECT name, superior, owner, attributes, data, created FROM racf_group WHERE database_id=? ORDER BY name");
  return read_all(query.bind(database_), read_group);
}

std::vector<std::string> Groups::subgroups(const std::string& name) const {
  Query query = store_.query("SELECT name FROM racf_group WHERE database_id=? AND superior=? ORDER BY name");
  return read_all(query.bind(database_, name), [](const Query& row) { return row.text(0); });
}

void Groups::put(const Group& group) {
  store_
      .query(
          "INSERT INTO racf_group(database_id, name, superior, owner, attributes, data, created) VALUES(?,?,?,?,?,?,?) "
          "ON CONFLICT DO UPDATE SET superior=excluded.superior, owner=excluded.owner, attributes=excluded.attributes, "
          "data=excluded.data")
      .bind(database_, group.name, group.superior, group.owner, join_words(group.attributes), group.data,
            seconds_of(group.created))
      .run();
}

void Groups::remove(const std::string& name) {
  store_.query("DELETE FROM racf_group WHERE database_id=? AND name=?").bind(database_, name).run();
}

std::optional<Connection> Connections::find(const std::string& user, const std::string& group) const {
  Query query = store_.query(
      "SELECT user, racf_group, authority, uacc, owner, attributes, created FROM connection "
      "WHERE database_id=? AND user=? AND racf_group=?");
  return read_first(query.bind(database_, user, group), read_connection);
}

std::vector<Connection> Connections::of_user(const std::string& user) const {
  Query query = store_.query(
      "SELECT user, racf_group, authority, uacc, owner, attributes, created FROM connection "
      "WHERE database_id=? AND user=? ORDER BY racf_group");
  return read_all(query.bind(database_, user), read_connection);
}

std::vector<Connection> Connections::of_group(const std::string& group) const {
  Query query = store_.query(
      "SELECT user, racf_group, authority, uacc, owner, attributes, created FROM connection "
      "WHERE database_id=? AND racf_group=? ORDER BY user");
  return read_all(query.bind(database_, group), read_connection);
}

void Connections::put(const Connection& connection) {
  store_
      .query(
          "INSERT INTO connection(database_id, user, racf_group, authority, uacc, owner, attributes, created) "
          "VALUES(?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET authority=excluded.authority, uacc=excluded.uacc, "
          "owner=excluded.owner, attributes=excluded.attributes")
      .bind(database_, connection.user, connection.group, connection.authority, connection.uacc, connection.owner,
            join_words(connection.attributes), seconds_of(connection.created))
      .run();
}

void Connections::remove(const std::string& user, const std::string& group) {
  store_.query("DELETE FROM connection WHERE database_id=? AND user=? AND racf_group=?")
      .bind(database_, user, group)
      .run();
}

std::map<std::string, Segments::Fields> Segments::all(const std::string& profile_class,
                                                      const std::string& profile) const {
  Query query = store_.query("SELECT segment, field, value FROM segment WHERE database_id=? AND class=? AND profile=?");
  query.bind(database_, profile_class, profile);
  std::map<std::string, Fields> segments;
  while (query.next()) segments[query.text(0)][query.text(1)] = query.text(2);
  return segments;
}

void Segments::put(const std::string& profile_class, const std::string& profile, const std::string& segment,
                   const std::string& field, const std::string& value) {
  store_
      .query(
          "INSERT INTO segment(database_id, class, profile, segment, field, value) VALUES(?,?,?,?,?,?) "
          "ON CONFLICT DO UPDATE SET value=excluded.value")
      .bind(database_, profile_class, profile, segment, field, value)
      .run();
}

void Segments::remove_field(const std::string& profile_class, const std::string& profile, const std::string& segment,
                            const std::string& field) {
  store_.query("DELETE FROM segment WHERE database_id=? AND class=? AND profile=? AND segment=? AND field=?")
      .bind(database_, profile_class, profile, segment, field)
      .run();
}

void Segments::remove(const std::string& profile_class, const std::string& profile, const std::string& segment) {
  store_.query("DELETE FROM segment WHERE database_id=? AND class=? AND profile=? AND segment=?")
      .bind(database_, profile_class, profile, segment)
      .run();
}

void Segments::remove_all(const std::string& profile_class, const std::string& profile) {
  store_.query("DELETE FROM segment WHERE database_id=? AND class=? AND profile=?")
      .bind(database_, profile_class, profile)
      .run();
}

std::vector<std::string> Segments::values(const std::string& profile_class, const std::string& segment,
                                          const std::string& field) const {
  Query query = store_.query("SELECT value FROM segment WHERE database_id=? AND class=? AND segment=? AND field=?");
  return read_all(query.bind(database_, profile_class, segment, field), [](const Query& row) { return row.text(0); });
}

}  // namespace ringside::database
