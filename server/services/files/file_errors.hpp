// server/services/files/file_errors.hpp - errors in the form of the files services.
#pragma once

#include <string>
#include <vector>

#include "server/services/service.hpp"

namespace ringside::services {

/// What an error of the files services says besides its status.
struct FileErrorCode {
  int category = 4;
  int rc = 8;
  int reason = 0;
};

http::Response file_error(unsigned status, const FileErrorCode& code, const std::string& message,
                          const std::vector<std::string>& details = {});

/// 404: the catalog has no such data set.
http::Response not_cataloged(const std::string& data_set);
/// 404: the library has no such member.
http::Response no_member();
/// 500: RACF's answer, as z/OSMF gives it.
http::Response not_authorized(const std::string& denial);
/// 400: the request itself is wrong.
http::Response wrong_request(const std::string& cause);

}  // namespace ringside::services
