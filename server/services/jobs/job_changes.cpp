// server/services/jobs/job_changes.cpp - cancel, hold, release, class and purge of a job.
#include "server/services/jobs/job_changes.hpp"

#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/jes/submit.hpp"
#include "server/services/jobs/job_access.hpp"
#include "server/services/jobs/job_documents.hpp"
#include "server/services/json_body.hpp"

namespace ringside::services {
namespace {

/// Version 1.0 is answered before the change is done on a real system; here both are answered after it.
http::Response done(const database::JobRecord& job, const std::string& version) {
  return json_response(version == "2.0" ? 200 : 202, feedback_document(job));
}

http::Response wrong_change(const std::string& text) {
  return job_error(JobReason::wrong_request, text);
}

bool is_modify_version(const std::string& version) {
  return version == "1.0" || version == "2.0";
}

/// A job that waits ends without output; one that has ended stays as it is.
void cancel(Call& call, database::JobRecord job) {
  if (job.ended) return;
  job.ended = true;
  job.held = false;
  job.return_code = "CANCELED";
  job.ended_at = call.lab.now();
  call.lab.jobs().put(job);
}

void hold(Call& call, database::JobRecord job) {
  job.held = true;
  call.lab.jobs().put(job);
}

void release(Call& call, database::JobRecord job) {
  if (!job.ended) {
    racf::Session session(call.lab, call.system, call.user);
    jes::release(session, job);
    return;
  }
  job.held = false;
  call.lab.jobs().put(job);
}

struct Action {
  std::string_view request;
  std::string_view authority;
  void (*run)(Call&, database::JobRecord);
};
constexpr std::array actions = {Action{"cancel", "CANCEL", cancel}, Action{"hold", "HOLD", hold},
                                Action{"release", "RELEASE", release}};

http::Response run_action(Call& call, const JobPath& path, const std::string& request, const std::string& version) {
  for (const Action& action : actions) {
    if (action.request != base::lower(request)) continue;
    if (!may_change(call, *path.job, std::string(action.authority))) return access_denied(call, path);
    action.run(call, *path.job);
    return done(*path.job, version);
  }
  return wrong_change("Unknown request: " + base::printable(request));
}

http::Response set_class(Call& call, const JobPath& path, const std::string& job_class, const std::string& version) {
  const std::string wanted = base::upper(job_class);
  constexpr std::size_t longest = 8;
  const bool is_class = !wanted.empty() && wanted.size() <= longest &&
                        wanted.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == std::string::npos;
  if (!is_class) return wrong_change("Not a job class: " + base::printable(job_class));
  if (!may_change(call, *path.job, "MODIFY")) return access_denied(call, path);
  database::JobRecord job = *path.job;
  job.job_class = wanted;
  call.lab.jobs().put(job);
  return done(job, version);
}

}  // namespace

http::Response change_job(Call& call) {
  const JobPath path = job_path(call);
  if (!path.rest.empty()) return no_such_path(call);
  if (!path.job) return no_such_job(path);
  const auto json = json_object(call.request.body);
  if (!json) return wrong_change("The body is not a JSON object");
  const std::string version = member_text(*json, "version").value_or("1.0");
  if (!is_modify_version(version)) return wrong_change("Unknown version: " + base::printable(version));
  if (const auto request = member_text(*json, "request")) return run_action(call, path, *request, version);
  if (const auto job_class = member_text(*json, "class")) return set_class(call, path, *job_class, version);
  return wrong_change("The body has neither request nor class");
}

http::Response purge_job(Call& call) {
  const JobPath path = job_path(call);
  if (!path.rest.empty()) return no_such_path(call);
  if (!path.job) return no_such_job(path);
  const std::string version = call.request.headers.find("X-IBM-Job-Modify-Version").value_or("1.0");
  if (!is_modify_version(version)) return wrong_change("Unknown version: " + base::printable(version));
  if (!may_change(call, *path.job, "PURGE")) return access_denied(call, path);
  call.lab.jobs().remove(path.job->system, path.job->id);
  return done(*path.job, version);
}

}  // namespace ringside::services
