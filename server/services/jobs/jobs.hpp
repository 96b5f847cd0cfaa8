// server/services/jobs/jobs.hpp - the jobs services that only read: list, status, spool.
#pragma once

#include "server/services/service.hpp"

namespace ringside::services {

/// GET /zosmf/restjobs/jobs?owner=&prefix=&jobid=&status=&user-correlator=&max-jobs=&exec-data=Y: the last submitted
/// first.
http::Response list_jobs(Call& call);
/// GET of a job, of the list of its files, or of the records of one.
http::Response read_job(Call& call);

}  // namespace ringside::services
