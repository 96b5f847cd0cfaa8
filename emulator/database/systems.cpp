// emulator/database/systems.cpp - systems, security databases and settings of a lab.
#include "emulator/database/systems.hpp"

#include "base/fault.hpp"
#include "emulator/database/counters/operation_numbers.hpp"

namespace ringside::database {
namespace {

SystemRecord read_system(const Query& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.number(4)};
}

std::int64_t only_number(Query& query) {
  if (!query.next()) throw base::Fault("the lab has no system of this name");
  const std::int64_t number = query.number(0);
  while (query.next()) {
    // UPDATE ... RETURNING commits when it has run to its end; next() throws if that fails.
  }
  return number;
}

}  // namespace

std::optional<SystemRecord> Systems::find(const std::string& name) const {
  Query query = store_.query(
      "SELECT s.name, kind, sysplex, d.name, d.id FROM system s JOIN security_database d ON d.id=database_id WHERE "
      "s.name=?");
  query.bind(name);
  if (!query.next()) return std::nullopt;
  return read_system(query);
}

std::vector<SystemRecord> Systems::all() const {
  Query query = store_.query(
      "SELECT s.name, kind, sysplex, d.name, d.id FROM system s JOIN security_database d ON d.id=database_id ORDER BY "
      "s.name");
  std::vector<SystemRecord> systems;
  while (query.next()) systems.push_back(read_system(query));
  return systems;
}

bool Systems::add(SystemRecord& record) {
  const bool is_new =
      store_.query("INSERT OR IGNORE INTO security_database(name) VALUES(?)").bind(record.database).run() > 0;
  {
    Query query = store_.query("SELECT id FROM security_database WHERE name=?");
    record.database_id = only_number(query.bind(record.database));
  }
  store_.query("INSERT INTO system(name, kind, sysplex, database_id) VALUES(?,?,?,?)")
      .bind(record.name, record.kind, record.sysplex, record.database_id)
      .run();
  return is_new;
}

std::int64_t Systems::operations(const std::string& system) const {
  return store_.numbers().last(system);
}

std::int64_t Systems::reading_operation(const std::string& system) {
  return store_.numbers().next(system);
}

std::int64_t Systems::reserve_operations(const std::string& system, std::int64_t count) {
  return store_.numbers().reserve(system, count);
}

std::int64_t Systems::next_job(const std::string& system) {
  const Bookkeeping allowed(store_);
  Query query = store_.query("UPDATE system SET jobs=jobs+1 WHERE name=? RETURNING jobs");
  return only_number(query.bind(system));
}

std::string Systems::setting(const std::string& name) const {
  Query query = store_.query("SELECT value FROM setting WHERE name=?");
  query.bind(name);
  return query.next() ? query.text(0) : std::string{};
}

void Systems::set_setting(const std::string& name, const std::string& value) {
  if (setting(name) == value) return;  // reading needs no lock
  const Bookkeeping allowed(store_);
  store_.query("INSERT INTO setting(name, value) VALUES(?,?) ON CONFLICT DO UPDATE SET value=excluded.value")
      .bind(name, value)
      .run();
}

}  // namespace ringside::database
