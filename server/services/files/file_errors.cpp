// server/services/files/file_errors.cpp - errors in the form of the files services.
#include "server/services/files/file_errors.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::services {

http::Response file_error(unsigned status, const FileErrorCode& code, const std::string& message,
                          const std::vector<std::string>& details) {
  base::Json body{{"category", code.category}, {"rc", code.rc}, {"reason", code.reason}, {"message", message}};
  if (!details.empty()) body["details"] = details;
  return json_response(status, body);
}

http::Response not_cataloged(const std::string& data_set) {
  return file_error(
      404, {4, 8, 0}, "LMINIT error",
      {fmt::format("ISRZ002 Data set not cataloged - '{}' was not found in catalog.", base::printable(data_set))});
}

http::Response no_member() {
  return file_error(404, {4, 8, 8}, "Member not found");
}

http::Response not_authorized(const std::string& denial) {
  return file_error(500, {4, 8, 0}, "Authorization failed", {denial});
}

http::Response wrong_request(const std::string& cause) {
  return file_error(400, {1, 4, 1}, base::printable(cause));
}

}  // namespace ringside::services
