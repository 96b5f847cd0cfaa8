// server/services/jobs/job_access.cpp - who may read and change a job.
#include "server/services/jobs/job_access.hpp"

#include <fmt/format.h>

#include "emulator/racf/authority.hpp"

namespace ringside::services {
namespace {

bool is_allowed(Call& call, const database::JobRecord& job, const racf::AccessNeed& need) {
  if (call.user == job.owner || call.user == job.submitter) return true;
  racf::Session session(call.lab, call.system, call.user);
  racf::Context context(session);
  if (!session.database.classes.has(need.profile_class, "CLASSACT")) return true;
  const auto decision = racf::access_to(context, need.profile_class, need.resource);
  return decision.allowed >= need.level || decision.warning;
}

}  // namespace

bool may_read(Call& call, const database::JobRecord& job) {
  return is_allowed(
      call, job,
      {"JESSPOOL", fmt::format("{}.{}.{}.{}", job.system, job.owner, job.name, job.id), racf::AccessLevel::read});
}

bool may_change(Call& call, const database::JobRecord& job, const std::string& action) {
  return is_allowed(
      call, job,
      {"JESJOBS", fmt::format("{}.{}.{}.{}", action, job.system, job.owner, job.name), racf::AccessLevel::alter});
}

http::Response access_denied(const Call& call, const JobPath& path) {
  return job_error(JobReason::not_authorized,
                   fmt::format("User {} is not authorized to access job: '{}'", call.user, path.shown), 403);
}

}  // namespace ringside::services
