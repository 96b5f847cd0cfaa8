// emulator/database/spool/spool_files.cpp - the table of spool files.
#include "emulator/database/spool/spool_files.hpp"

namespace ringside::database {

std::vector<SpoolRecord> SpoolFiles::of(const std::string& system, const std::string& job) const {
  Query query =
      store_.query("SELECT number, dd, step, records, octets FROM spool_file WHERE system=? AND job=? ORDER BY number");
  query.bind(system, job);
  std::vector<SpoolRecord> files;
  while (query.next())
    files.push_back({query.number(0), query.text(1), query.text(2), query.number(3), query.number(4)});
  return files;
}

std::optional<std::string> SpoolFiles::content(const std::string& system, const std::string& job,
                                               std::int64_t number) const {
  Query query = store_.query("SELECT content FROM spool_file WHERE system=? AND job=? AND number=?");
  query.bind(system, job, number);
  if (!query.next()) return std::nullopt;
  return query.text(0);
}

void SpoolFiles::put(const std::string& system, const std::string& job, const SpoolRecord& file,
                     const std::string& content) {
  const Bookkeeping allowed(store_);
  store_
      .query(
          "INSERT INTO spool_file(system, job, number, dd, step, records, octets, content) VALUES(?,?,?,?,?,?,?,?) ON "
          "CONFLICT DO UPDATE SET dd=excluded.dd, step=excluded.step, records=excluded.records, "
          "octets=excluded.octets, content=excluded.content")
      .bind(system, job, file.number, file.dd, file.step, file.records, static_cast<std::int64_t>(content.size()),
            content)
      .run();
}

}  // namespace ringside::database
