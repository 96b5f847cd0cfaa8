// server/services/jobs/jobs.cpp - the jobs services that only read.
#include "server/services/jobs/jobs.hpp"

#include "base/text.hpp"
#include "server/services/jobs/job_access.hpp"
#include "server/services/jobs/job_documents.hpp"
#include "server/services/jobs/spool_text.hpp"
#include "server/services/name_pattern.hpp"

namespace ringside::services {
namespace {

constexpr long most_jobs = 1'000;

struct JobFilter {
  std::string owner, prefix, id, status, correlator;
};

std::string pattern_of(const Call& call, std::string_view name, const std::string& usual) {
  const auto value = call.request.query_value(name);
  return value && !value->empty() ? base::upper(*value) : usual;
}

bool matches(const JobFilter& filter, const database::JobRecord& job) {
  return matches_name(filter.owner, job.owner) && matches_name(filter.prefix, job.name) &&
         matches_name(filter.id, job.id) && matches_name(filter.status, job.ended ? "OUTPUT" : "INPUT") &&
         matches_name(filter.correlator, job.correlator);
}

std::optional<std::int64_t> file_number(const std::string& text) {
  constexpr long most = 9'999'999;
  if (text == "JCL") return database::job_stream_number;
  const auto number = base::number(text, most);
  return number && *number != database::job_stream_number ? std::optional<std::int64_t>(*number) : std::nullopt;
}

http::Response read_file(Call& call, const JobPath& path, const std::string& file) {
  const auto number = file_number(file);
  const auto content = number ? call.lab.spool_files().content(path.job->system, path.job->id, *number) : std::nullopt;
  if (!content) return no_such_file(path, file);
  if (!may_read(call, *path.job)) return access_denied(call, path);
  return spool_response(call.request, *content);
}

}  // namespace

http::Response list_jobs(Call& call) {
  const JobFilter filter{pattern_of(call, "owner", call.user), pattern_of(call, "prefix", "*"),
                         pattern_of(call, "jobid", "*"), pattern_of(call, "status", "*"),
                         pattern_of(call, "user-correlator", "*")};
  const auto wanted = call.request.query_value("max-jobs");
  const auto most = wanted ? base::number(*wanted, most_jobs) : std::optional(most_jobs);
  if (!most || *most == 0)
    return job_error(JobReason::wrong_value,
                     "Value of max-jobs query parameter is not valid: " + base::printable(*wanted));
  const auto data = call.request.query_value("exec-data");
  const auto told = data && base::upper(*data) == "Y" ? ExecutionData::yes : ExecutionData::no;
  base::Json jobs = base::Json::array();
  long count = 0;
  for (const database::JobRecord& job : call.lab.jobs().of(call.system.name)) {
    if (!matches(filter, job)) continue;
    if (count++ == *most) break;
    jobs.push_back(job_document(call, job, told));
  }
  return json_response(200, jobs);
}

http::Response read_job(Call& call) {
  const JobPath path = job_path(call);
  const auto& rest = path.rest;
  const bool is_known =
      rest.empty() || (rest[0] == "files" && (rest.size() == 1 || (rest.size() == 3 && rest[2] == "records")));
  if (!is_known) return no_such_path(call);
  if (!path.job) return no_such_job(path);
  if (rest.empty()) {
    const auto data = call.request.query_value("exec-data");
    return json_response(
        200, job_document(call, *path.job, data && base::upper(*data) == "Y" ? ExecutionData::yes : ExecutionData::no));
  }
  return rest.size() == 1 ? json_response(200, spool_documents(call, *path.job)) : read_file(call, path, rest[1]);
}

}  // namespace ringside::services
