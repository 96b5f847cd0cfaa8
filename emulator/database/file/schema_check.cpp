// emulator/database/file/schema_check.cpp - compares the tables of a lab's file with those that this program makes.
#include "emulator/database/file/schema_check.hpp"

#include <algorithm>
#include <map>
#include <string_view>
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

// SQLite keeps the text of a statement as it was written, without the semicolon.
Objects own_objects(int version) {
  Objects objects;
  for (int at = 0; at < version; ++at)
    for (const std::string& part : base::split(schema_versions.at(static_cast<std::size_t>(at)), ';')) {
      const std::string sql(part.substr(std::min(part.find_first_not_of(" \n"), part.size())));
      if (!sql.starts_with("CREATE ")) continue;
      const std::string type = sql.starts_with("CREATE TABLE ") ? "table" : "index";
      const std::size_t from = std::string_view("CREATE TABLE ").size();
      const std::string name = sql.substr(from, sql.find_first_of("( ", from) - from);
      const std::size_t on = sql.find(" ON ") + 4;
      const std::string table = type == "table" ? name : sql.substr(on, sql.find('(', on) - on);
      objects[{type, name}] = {table, sql};
    }
  return objects;
}

// The index of a PRIMARY KEY or UNIQUE of a table has no text.
bool is_implied(const Objects::key_type& key, const Object& object, const Objects& own) {
  return key.first == "index" && object.sql.empty() && own.contains({"table", object.table}) &&
         key.second.starts_with("sqlite_autoindex_" + object.table + "_");
}

std::string named(const Objects::key_type& key) {
  return key.first + " " + base::printable(key.second.substr(0, 80));
}

}  // namespace

std::string schema_difference(SQLite::Database& lab, int version) {
  const Objects own = own_objects(version);
  const Objects found = objects_of(lab);
  for (const auto& [key, object] : found) {
    if (is_implied(key, object, own)) continue;
    const auto mine = own.find(key);
    if (mine == own.end()) return fmt::format("its {} is not one that Ringside makes", named(key));
    if (!(mine->second == object)) return fmt::format("its {} is not as Ringside makes it", named(key));
  }
  for (const auto& [key, object] : own)
    if (!found.contains(key)) return fmt::format("its {} is missing", named(key));
  return {};
}

}  // namespace ringside::database
