// server/services/jobs/job_submission.hpp - a job stream to run, from a body or by its name.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// PUT /zosmf/restjobs/jobs: runs the jobs of the body, or of the data set, member or UNIX file that it names, as the
/// caller. Answers when they have ended, with the first.
http::Response submit_job(Call& call);

}  // namespace ringside::services
