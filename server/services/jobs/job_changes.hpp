// server/services/jobs/job_changes.hpp - cancel, hold, release, class and purge of a job.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// PUT of a job: cancel, hold, release, or another class.
http::Response change_job(Call& call);
/// DELETE of a job: it and its output are gone.
http::Response purge_job(Call& call);

}  // namespace ringside::services
