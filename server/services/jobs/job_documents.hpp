// server/services/jobs/job_documents.hpp - jobs and spool files as the JSON of z/OSMF's jobs services.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/database/spool/jobs.hpp"
#include "emulator/database/spool/spool_files.hpp"
#include "server/services/service.hpp"

namespace ringside::services {

/// The name under which other systems know a job: 31 characters and a colon, and behind it what the submitter chose.
std::string correlator_of(const database::JobRecord& job);

enum class ExecutionData { no, yes };
/// A job. With its execution data: where it ran, and when it was submitted, began and ended.
base::Json job_document(const Call& call, const database::JobRecord& job, ExecutionData data = ExecutionData::no);
/// The spool files of a job, without the job stream.
base::Json spool_documents(const Call& call, const database::JobRecord& job);
/// What became of a request to change a job.
base::Json feedback_document(const database::JobRecord& job);

/// What is wrong with a request: the reason code in the error of the jobs services.
enum class JobReason {
  wrong_value = 5,  ///< of a header or of the query
  no_path = 7,
  wrong_request = 8,
  no_job = 10,
  no_file = 12,
  not_authorized = 13,
  no_job_stream = 16,
  unreadable = 20,  ///< the data set or file with the job stream
};
/// An error in the form of the jobs services. They have one category, 6, and one return code, 4, for a request that
/// cannot be done.
http::Response job_error(JobReason reason, const std::string& text, unsigned status = 400);

/// A job as a path names it, and the parts of the path behind it.
struct JobPath {
  std::optional<database::JobRecord> job;
  std::string shown;  ///< NAME(ID), or the correlator
  std::vector<std::string> rest;
};
/// Reads NAME/ID/... or CORRELATOR/... in any case. A correlator may lack the part that the submitter chose.
JobPath job_path(const Call& call);
/// 400: the path names no job.
http::Response no_such_job(const JobPath& path);
/// 400: the path is not one of the jobs services.
http::Response no_such_path(const Call& call);

}  // namespace ringside::services
