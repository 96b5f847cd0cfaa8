// server/services/jobs/spool_text.cpp - the records of a spool file.
#include "server/services/jobs/spool_text.hpp"

#include <fmt/format.h>

#include "base/ebcdic.hpp"
#include "base/text.hpp"
#include "server/services/record_part.hpp"

namespace ringside::services {
namespace {

enum class Mode { text, binary, record };

std::optional<Mode> mode_of(const http::Request& request) {
  const std::string mode = base::lower(request.query_value("mode").value_or("text"));
  if (mode == "text" || mode.empty()) return Mode::text;
  if (mode == "binary") return Mode::binary;
  if (mode == "record") return Mode::record;
  return std::nullopt;
}

std::string as(Mode mode, const std::string& line) {
  if (mode == Mode::text) return line + "\n";
  const std::string record = base::to_text(base::to_ebcdic(line));
  return mode == Mode::binary ? record : length_word(record.size()) + record;
}

http::Response wrong_range(const std::string& text) {
  return job_error(JobReason::wrong_value, text);
}

}  // namespace

http::Response spool_response(const http::Request& request, const std::string& content) {
  const auto mode = mode_of(request);
  if (!mode) return wrong_range("Value of mode query parameter is not valid");
  const std::vector<std::string> lines = base::lines(content);
  const auto part = record_part(request, lines.size(), [&lines](std::size_t at) { return lines[at]; });
  if (!part) return wrong_range(part.error());
  http::Response response = text_response(200, {});
  if (*mode != Mode::text) response.headers = {{"Content-Type", "application/octet-stream"}};
  part->tell(response);
  const std::size_t first = part->range.first;
  for (std::size_t at = first; at < first + part->range.count; ++at) response.body += as(*mode, lines[at]);
  return response;
}

http::Response no_such_file(const JobPath& path, const std::string& file) {
  return job_error(JobReason::no_file, fmt::format("Job '{}' does not contain spool file id {}",
                                                   base::printable(path.shown), base::printable(file)));
}

}  // namespace ringside::services
