// server/services/jobs/job_access.hpp - who may read and change a job, by RACF's classes JESSPOOL and JESJOBS.
//
// A job belongs to its owner and its submitter, who need no profile. For others, a class that is not active protects
// nothing (rulings, "jobs of others").
#pragma once

#include <string>

#include "server/services/jobs/job_documents.hpp"

namespace ringside::services {

/// Whether the caller may read the job's output: READ to NODE.OWNER.NAME.ID in class JESSPOOL.
bool may_read(Call& call, const database::JobRecord& job);
/// Whether the caller may change the job: ALTER to ACTION.NODE.OWNER.NAME in class JESJOBS. The action is CANCEL, HOLD,
/// RELEASE, MODIFY or PURGE.
bool may_change(Call& call, const database::JobRecord& job, const std::string& action);

/// 403: the caller lacks the authority.
http::Response access_denied(const Call& call, const JobPath& path);

}  // namespace ringside::services
