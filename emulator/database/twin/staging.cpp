// emulator/database/twin/staging.cpp - records of an unload that wait for others, while it is loaded.
#include "emulator/database/twin/staging.hpp"

namespace ringside::database {

Staging::Staging(Store& store) : store_(store) {
  store_.query("PRAGMA defer_foreign_keys=ON").run();
  store_
      .query(
          "CREATE TEMP TABLE staged(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL)")
      .run();
  store_.query("CREATE INDEX temp.staged_by_key ON staged(kind, key, id)").run();
}

Staging::~Staging() {
  try {
    store_.query("DROP TABLE IF EXISTS temp.staged").run();
  } catch (...) {
    // The table ends with the connection.
  }
}

void Staging::put(const std::string& kind, const std::string& key, const std::string& text) {
  store_.query("INSERT INTO temp.staged(kind, key, text) VALUES(?,?,?)").bind(kind, key, text).run();
}

std::optional<std::string> Staging::first(const std::string& kind, const std::string& key) const {
  Query query = store_.query("SELECT text FROM temp.staged WHERE kind=? AND key=? ORDER BY id LIMIT 1");
  return query.bind(kind, key).next() ? std::optional(query.text(0)) : std::nullopt;
}

void Staging::each(const std::string& kind, const std::string& key,
                   const std::function<void(const std::string&)>& take) const {
  Query query = store_.query("SELECT text FROM temp.staged WHERE kind=? AND key=? ORDER BY id");
  query.bind(kind, key);
  while (query.next()) take(query.text(0));
}

void Staging::all(const std::string& kind,
                  const std::function<void(const std::string&, const std::string&)>& take) const {
  Query query = store_.query("SELECT key, text FROM temp.staged WHERE kind=? ORDER BY id");
  query.bind(kind);
  while (query.next()) take(query.text(0), query.text(1));
}

std::int64_t Staging::give_default_group(std::int64_t database, const std::string& group) {
#define LOST_DEFAULT_GROUP                                                                                  \
  "UPDATE user SET default_group=?2 WHERE database_id=?1 AND NOT EXISTS (SELECT 1 FROM racf_group g WHERE " \
  "g.database_id=?1 AND g.name=default_group) AND "
#define OF_RACF_ITSELF "(name IN ('irrcerta', 'irrsitec', 'irrmulti') AND default_group='')"
  store_.query(LOST_DEFAULT_GROUP OF_RACF_ITSELF).bind(database, group).run();
  return store_.query(LOST_DEFAULT_GROUP "NOT " OF_RACF_ITSELF).bind(database, group).run();
#undef OF_RACF_ITSELF
#undef LOST_DEFAULT_GROUP
}

Staging::Orphans Staging::remove_orphans(std::int64_t database) {
  Orphans removed;
  removed.connections = store_
                            .query(
                                "DELETE FROM connection WHERE database_id=?1 AND (NOT EXISTS (SELECT 1 FROM user u "
                                "WHERE u.database_id=?1 "
                                "AND u.name=user) OR NOT EXISTS (SELECT 1 FROM racf_group g WHERE g.database_id=?1 AND "
                                "g.name=racf_group))")
                            .bind(database)
                            .run();
#define WITHOUT_PROFILE(table)                                            \
  "DELETE FROM " table                                                    \
  " WHERE database_id=?1 AND NOT EXISTS (SELECT 1 FROM resource r WHERE " \
  "r.database_id=?1 AND r.class=" table ".class AND r.name=" table ".name)"
  removed.accesses = store_.query(WITHOUT_PROFILE("resource_access")).bind(database).run();
  removed.accesses += store_.query(WITHOUT_PROFILE("conditional_access")).bind(database).run();
  removed.members = store_.query(WITHOUT_PROFILE("resource_member")).bind(database).run();
#undef WITHOUT_PROFILE
  return removed;
}

}  // namespace ringside::database
