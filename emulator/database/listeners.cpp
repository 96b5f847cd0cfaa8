// emulator/database/listeners.cpp - the table of listeners.
#include "emulator/database/listeners.hpp"

namespace ringside::database {
namespace {

Listener read_listener(const Query& row) {
  return {row.text(0), static_cast<unsigned>(row.number(1)),
          row.text(2), row.text(3),
          row.text(4), row.text(5),
          row.text(6), row.number(7) != 0};
}

}  // namespace

std::optional<Listener> Listeners::find(const std::string& system, unsigned port) const {
  Query query = store_.query(
      "SELECT system, port, kind, identity, key, trust, password, mutual FROM listener WHERE system=? AND port=?");
  query.bind(system, std::int64_t{port});
  if (!query.next()) return std::nullopt;
  return read_listener(query);
}

std::vector<Listener> Listeners::of(const std::string& system) const {
  Query query = store_.query(
      "SELECT system, port, kind, identity, key, trust, password, mutual FROM listener WHERE system=? ORDER BY port");
  query.bind(system);
  std::vector<Listener> listeners;
  while (query.next()) listeners.push_back(read_listener(query));
  return listeners;
}

bool Listeners::add(const Listener& listener) {
  return store_
             .query(
                 "INSERT OR IGNORE INTO listener(system, port, kind, identity, key, trust, password, mutual) "
                 "VALUES(?,?,?,?,?,?,?,?)")
             .bind(listener.system, std::int64_t{listener.port}, listener.kind, listener.identity, listener.key,
                   listener.trust, listener.password, std::int64_t{listener.mutual ? 1 : 0})
             .run() > 0;
}

bool Listeners::remove(const std::string& system, unsigned port) {
  return store_.query("DELETE FROM listener WHERE system=? AND port=?").bind(system, std::int64_t{port}).run() > 0;
}

}  // namespace ringside::database
