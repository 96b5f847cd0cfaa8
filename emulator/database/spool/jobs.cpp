// emulator/database/spool/jobs.cpp - the table of jobs.
#include "emulator/database/spool/jobs.hpp"

#include <array>

namespace ringside::database {
namespace {

constexpr std::array job_states = {"INPUT", "OUTPUT"};  // by JobRecord::ended

#define JOB_COLUMNS                                                                                            \
  "system, id, name, owner, submitter, class, symbols, status, return_code, held, submitted, started, ended, " \
  "octets, (SELECT chosen FROM job_correlator c WHERE c.system=job.system AND c.job=job.id)"

std::optional<base::Instant> instant(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return base::Instant{std::chrono::seconds{row.number(column)}};
}

JobRecord read_job(const Query& row) {
  return {row.text(0),
          row.text(1),
          row.text(2),
          row.text(3),
          row.text(4),
          row.text(5),
          row.text(6),
          row.text(7) == job_states[1],
          row.text(8),
          row.flag(9),
          instant(row, 10).value_or(base::Instant{}),
          instant(row, 11),
          instant(row, 12),
          row.number(13),
          row.is_null(14) ? "" : row.text(14)};
}

std::int64_t seconds(base::Instant instant) {
  return instant.time_since_epoch().count();
}

}  // namespace

std::optional<JobRecord> Jobs::find(const std::string& system, const std::string& id) const {
  Query query = store_.query("SELECT " JOB_COLUMNS " FROM job WHERE system=? AND id=?");
  query.bind(system, id);
  if (!query.next()) return std::nullopt;
  return read_job(query);
}

std::vector<JobRecord> Jobs::of(const std::string& system) const {
  Query query = store_.query("SELECT " JOB_COLUMNS " FROM job WHERE system=? ORDER BY sequence DESC");
  query.bind(system);
  std::vector<JobRecord> jobs;
  while (query.next()) jobs.push_back(read_job(query));
  return jobs;
}

#undef JOB_COLUMNS

void Jobs::put(const JobRecord& job) {
  const Bookkeeping allowed(store_);
  store_
      .query(
          "INSERT INTO job(system, id, name, owner, submitter, class, symbols, status, return_code, held, submitted, "
          "octets) VALUES(?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(system, id) DO UPDATE SET name=excluded.name, "
          "owner=excluded.owner, class=excluded.class, status=excluded.status, return_code=excluded.return_code, "
          "held=excluded.held, octets=excluded.octets")
      .bind(job.system, job.id, job.name, job.owner, job.submitter, job.job_class, job.symbols,
            job_states.at(job.ended ? 1 : 0), job.return_code, job.held, seconds(job.submitted), job.octets)
      .run();
  if (!job.correlator.empty())
    store_.query("INSERT INTO job_correlator(system, job, chosen) VALUES(?,?,?) ON CONFLICT DO NOTHING")
        .bind(job.system, job.id, job.correlator)
        .run();
  if (job.started_at)
    store_.query("UPDATE job SET started=? WHERE system=? AND id=?")
        .bind(seconds(*job.started_at), job.system, job.id)
        .run();
  if (job.ended_at)
    store_.query("UPDATE job SET ended=? WHERE system=? AND id=?")
        .bind(seconds(*job.ended_at), job.system, job.id)
        .run();
}

bool Jobs::remove(const std::string& system, const std::string& id) {
  const Bookkeeping allowed(store_);
  return store_.query("DELETE FROM job WHERE system=? AND id=?").bind(system, id).run() > 0;
}

std::vector<std::string> Jobs::drop_oldest(const std::string& system, const std::string& spared, JobBounds bounds) {
  Query sums = store_.query("SELECT count(*), total(octets) FROM job WHERE system=?");
  sums.bind(system);
  sums.next();
  std::int64_t jobs = sums.number(0), octets = sums.number(1);
  std::vector<std::string> dropped;
  if (jobs <= bounds.jobs && octets <= bounds.octets) return dropped;
  {
    Query oldest = store_.query("SELECT id, octets FROM job WHERE system=? AND status='OUTPUT' ORDER BY sequence");
    oldest.bind(system);
    while ((jobs > bounds.jobs || octets > bounds.octets) && oldest.next()) {
      if (oldest.text(0) == spared) continue;
      dropped.push_back(oldest.text(0));
      --jobs;
      octets -= oldest.number(1);
    }
  }
  for (const std::string& id : dropped) remove(system, id);
  return dropped;
}

}  // namespace ringside::database
