// server/services/jobs/spool_text.hpp - the records of a spool file: all of them, a range, or those that a search
// finds.
#pragma once

#include <string>

#include "server/services/jobs/job_documents.hpp"

namespace ringside::services {

/// The records that the request asks for: mode=text, binary or record; search= or research=, maxreturnsize= and
/// insensitive=; X-IBM-Record-Range. `content` is text in which a line feed ends every record. A response to a range or
/// a search has the header X-IBM-Record-Range: the first record, from 0, and their number.
http::Response spool_response(const http::Request& request, const std::string& content);

/// 400: the job has no such file.
http::Response no_such_file(const JobPath& path, const std::string& file);

}  // namespace ringside::services
