// emulator/database/file/schema_check.cpp - compares the tables of a lab's file with those that this program makes.
#include "emulator/database/file/schema_check.hpp"

#include <map>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/database/schema.hpp"

namespace ringside::database {
namespace {

constexpr int most_objects = 1'000;         // of a file; a lab has about 60
constexpr int most_sql_characters = 8'192;  // of one of them

struct Object {
  std::string table, sql;
  bool operator==(const Object&) const = default;
};
using Objects = std::map<std::pair<std::string, std::string>, Object>;  // by type and name

Objects objects_of(SQLite::Database& database) {
  SQLite::Statement rows(database, fmt::format("SELECT type, name, tbl_name, coalesce(substr(sql, 1, {}), '') FROM "
                                               "sqlite_schema LIMIT {}",
                                               most_sql_characters, most_objects));
  Objects objects;
  while (rows.executeStep())
    objects[{rows.getColumn(0).getString(), rows.getColumn(1).getString()}] = {rows.getColumn(2).getString(),
                                                                               rows.getColumn(3).getString()};
  return objects;
}

// The tables as SQLite itself makes them: it rewrites the text of a table to which a later version adds a column.
Objects own_objects(int version) {
  SQLite::Database own(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  for (int at = 0; at < version; ++at) own.exec(schema_versions.at(static_cast<std::size_t>(at)));
  return objects_of(own);
}

std::string named(const Objects::key_type& key) {
  return key.first + " " + base::printable(key.second.substr(0, 80));
}

}  // namespace

std::string schema_difference(SQLite::Database& lab, int version) {
  const Objects own = own_objects(version);
  const Objects found = objects_of(lab);
  for (const auto& [key, object] : found) {
    const auto mine = own.find(key);
    if (mine == own.end()) return fmt::format("its {} is not one that Ringside makes", named(key));
    if (!(mine->second == object)) return fmt::format("its {} is not as Ringside makes it", named(key));
  }
  for (const auto& [key, object] : own)
    if (!found.contains(key)) return fmt::format("its {} is missing", named(key));
  return {};
}

}  // namespace ringside::database
