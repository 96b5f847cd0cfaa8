// server/services/jobs.hpp - the jobs services: list, status, spool, submit, changes.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// GET /zosmf/restjobs/jobs?owner=&prefix=&jobid=&status=&max-jobs=&exec-data=Y: the last submitted first.
http::Response list_jobs(Call& call);
/// GET of a job, of the list of its files, or of the records of one.
http::Response read_job(Call& call);
/// PUT /zosmf/restjobs/jobs: runs the jobs of the body, or of the data set, member or UNIX file that it names, as the
/// caller. Answers when they have ended, with the first.
http::Response submit_job(Call& call);
/// PUT of a job: cancel, hold, release, or another class.
http::Response change_job(Call& call);
/// DELETE of a job: it and its output are gone.
http::Response purge_job(Call& call);

}  // namespace ringside::services
