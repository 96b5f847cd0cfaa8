// emulator/database/host_files.cpp - files and directories of systems other than z/OS.
#include "emulator/database/host_files.hpp"

namespace ringside::database {

std::optional<HostFile> HostFiles::find(const std::string& system, const std::string& path) const {
  Query query = store_.query(
      "SELECT directory, owner, owner_group, mode, modified, length(content) FROM host_file WHERE system=? AND path=?");
  query.bind(system, path);
  if (!query.next()) return std::nullopt;
  return HostFile{path,
                  query.flag(0),
                  query.text(1),
                  query.text(2),
                  static_cast<unsigned>(query.number(3)),
                  base::Instant{std::chrono::seconds{query.number(4)}},
                  static_cast<std::uint64_t>(query.number(5))};
}

std::optional<base::Bytes> HostFiles::content(const std::string& system, const std::string& path) const {
  Query query = store_.query("SELECT content FROM host_file WHERE system=? AND path=?");
  query.bind(system, path);
  if (!query.next()) return std::nullopt;
  return query.blob(0);
}

std::vector<std::string> HostFiles::children(const std::string& system, const std::string& parent) const {
  Query query = store_.query("SELECT path FROM host_file WHERE system=? AND parent=? ORDER BY path");
  query.bind(system, parent);
  std::vector<std::string> paths;
  while (query.next()) paths.push_back(query.text(0));
  return paths;
}

std::size_t HostFiles::count(const std::string& system) const {
  Query query = store_.query("SELECT count(*) FROM host_file WHERE system=?");
  query.bind(system);
  query.next();
  return static_cast<std::size_t>(query.number(0));
}

void HostFiles::put(const std::string& system, const std::string& parent, const HostFile& file,
                    const base::Bytes& content) {
  store_
      .query(
          "INSERT INTO host_file(system, path, parent, directory, owner, owner_group, mode, modified, content) "
          "VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET owner=excluded.owner, "
          "owner_group=excluded.owner_group, mode=excluded.mode, modified=excluded.modified, content=excluded.content")
      .bind(system, file.path, parent, file.directory, file.owner, file.group, static_cast<std::int64_t>(file.mode),
            static_cast<std::int64_t>(file.modified.time_since_epoch().count()), content)
      .run();
}

void HostFiles::describe(const std::string& system, const HostFile& file) {
  store_.query("UPDATE host_file SET owner=?, owner_group=?, mode=?, modified=? WHERE system=? AND path=?")
      .bind(file.owner, file.group, static_cast<std::int64_t>(file.mode),
            static_cast<std::int64_t>(file.modified.time_since_epoch().count()), system, file.path)
      .run();
}

void HostFiles::remove(const std::string& system, const std::string& path) {
  store_.query("DELETE FROM host_file WHERE system=? AND path=?").bind(system, path).run();
}

void HostFiles::move(const std::string& system, const std::string& from, const std::string& to,
                     const std::string& parent) {
  store_.query("UPDATE host_file SET path=?, parent=? WHERE system=? AND path=?").bind(to, parent, system, from).run();
}

}  // namespace ringside::database
