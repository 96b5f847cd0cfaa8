// server/services/jobs/job_documents.cpp - jobs and spool files as the JSON of z/OSMF's jobs services.
#include "server/services/jobs/job_documents.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/percent.hpp"
#include "base/text.hpp"
#include "base/time.hpp"

namespace ringside::services {
namespace {

constexpr std::size_t letters_of_id = 3;  // JOB00001
constexpr std::size_t digits_of_id = 7;   // J0000001

/// The seven digits of JOB00001 or J0100000.
std::string digits(const std::string& id) {
  const std::string number = id.substr(id.starts_with("JOB") ? letters_of_id : 1);
  return number.size() < digits_of_id ? std::string(digits_of_id - number.size(), '0') + number : number;
}

std::string id_of_digits(const std::string& number) {
  return number.starts_with("00") ? "JOB" + number.substr(2) : "J" + number;
}

/// "2026-01-01T10:00:00.000Z"; null if there is no such moment.
base::Json moment(std::optional<base::Instant> instant) {
  if (!instant) return {};
  const base::CivilTime at = base::to_local(*instant, base::Zone{});
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.000Z", at.year, at.month, at.day, at.hour, at.minute,
                     at.second);
}

std::string url_of(const Call& call, const database::JobRecord& job) {
  return call.base_url + "/zosmf/restjobs/jobs/" + base::percent_encoded(correlator_of(job));
}

/// The part of a correlator that JES2 makes, with its colon.
std::string system_part(const database::JobRecord& job) {
  constexpr std::size_t characters = 31;
  std::string text =
      fmt::format("J{}{:.<8}E{:07X}", digits(job.id), job.system, job.submitted.time_since_epoch().count() & 0xfffffff);
  text.resize(characters, '.');
  return text + ":";
}

std::optional<database::JobRecord> by_correlator(const Call& call, const std::string& correlator) {
  const auto colon = correlator.find(':');
  if (colon < 1 + digits_of_id) return std::nullopt;
  auto job = call.lab.jobs().find(call.system.name, id_of_digits(correlator.substr(1, digits_of_id)));
  const bool is_it = job && (correlator == correlator_of(*job) || correlator == system_part(*job));
  return is_it ? job : std::nullopt;
}

base::Json spool_document(const Call& call, const database::JobRecord& job, const database::SpoolRecord& file) {
  const auto period = file.step.find('.');
  return {{"id", file.number},
          {"ddname", file.dd},
          {"stepname", file.step.substr(0, period)},
          {"procstep", period == std::string::npos ? base::Json() : base::Json(file.step.substr(period + 1))},
          {"jobname", job.name},
          {"jobid", job.id},
          {"class", "H"},
          {"recfm", "UA"},
          {"lrecl", 133},
          {"byte-count", file.octets},
          {"record-count", file.records},
          {"subsystem", "JES2"},
          {"job-correlator", correlator_of(job)},
          {"records-url", fmt::format("{}/files/{}/records", url_of(call, job), file.number)}};
}

}  // namespace

std::string correlator_of(const database::JobRecord& job) {
  return system_part(job) + job.correlator;
}

base::Json job_document(const Call& call, const database::JobRecord& job, ExecutionData data) {
  const std::string url = url_of(call, job);
  base::Json document{{"jobid", job.id},
                      {"jobname", job.name},
                      {"subsystem", "JES2"},
                      {"owner", job.owner},
                      {"status", job.ended ? "OUTPUT" : "INPUT"},
                      {"type", "JOB"},
                      {"class", job.job_class},
                      {"retcode", job.ended ? base::Json(job.return_code) : base::Json()},
                      {"url", url},
                      {"files-url", url + "/files"},
                      {"job-correlator", correlator_of(job)},
                      {"phase", job.ended ? 20 : 13},
                      {"phase-name", job.ended ? "Job is on the hard copy queue" : "Job is queued for execution"}};
  if (data == ExecutionData::no) return document;
  document.update({{"exec-system", job.system},
                   {"exec-member", job.system},
                   {"exec-submitted", moment(job.submitted)},
                   {"exec-started", moment(job.started_at)},
                   {"exec-ended", moment(job.ended_at)}});
  return document;
}

base::Json spool_documents(const Call& call, const database::JobRecord& job) {
  base::Json files = base::Json::array();
  for (const database::SpoolRecord& file : call.lab.spool_files().of(job.system, job.id))
    if (file.number != database::job_stream_number) files.push_back(spool_document(call, job, file));
  return files;
}

base::Json feedback_document(const database::JobRecord& job) {
  return {{"jobid", job.id},
          {"jobname", job.name},
          {"original-jobid", job.id},
          {"owner", job.owner},
          {"member", job.system},
          {"sysname", job.system},
          {"job-correlator", correlator_of(job)},
          {"status", 0},
          {"message", "Request was successful."}};
}

http::Response job_error(JobReason reason, const std::string& text, unsigned status) {
  return json_response(
      status, {{"category", 6}, {"rc", 4}, {"reason", static_cast<int>(reason)}, {"message", text}, {"stack", ""}});
}

JobPath job_path(const Call& call) {
  JobPath path;
  path.rest = base::split(call.parts.front(), '/');
  const bool is_correlator = path.rest.front().find(':') != std::string::npos;
  const std::string first = base::upper(path.rest.front());
  const std::string id = path.rest.size() > 1 ? base::upper(path.rest[1]) : std::string{};
  if (is_correlator)
    path.job = by_correlator(call, first);
  else if (auto job = call.lab.jobs().find(call.system.name, id); job && job->name == first)
    path.job = std::move(job);
  path.shown = is_correlator ? first : fmt::format("{}({})", first, id);
  const std::size_t taken = std::min<std::size_t>(is_correlator ? 1 : 2, path.rest.size());
  path.rest.erase(path.rest.begin(), path.rest.begin() + static_cast<std::ptrdiff_t>(taken));
  return path;
}

http::Response no_such_job(const JobPath& path) {
  return job_error(JobReason::no_job, fmt::format("No job found for reference: '{}'", base::printable(path.shown)));
}

http::Response no_such_path(const Call& call) {
  const std::string info = call.request.path.substr(std::min(call.request.path.size(), std::size_t{15}));
  return job_error(JobReason::no_path,
                   fmt::format("No match for method {} and pathInfo='{}'", call.request.method, base::printable(info)));
}

}  // namespace ringside::services
