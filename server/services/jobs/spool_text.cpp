// server/services/jobs/spool_text.cpp - the records of a spool file.
#include "server/services/jobs/spool_text.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "base/ebcdic.hpp"
#include "base/text.hpp"
#include "server/services/record_range.hpp"

namespace ringside::services {
namespace {

constexpr long most_found = 100;  // records, if maxreturnsize does not say it

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

/// Where the first record with the text is, from `first` on; `end` if none has it.
std::size_t found_at(const std::vector<std::string>& lines, const RecordRange& range, std::string wanted,
                     bool any_case) {
  if (any_case) wanted = base::upper(wanted);
  const auto has = [&](const std::string& line) {
    return (any_case ? base::upper(line) : line).find(wanted) != std::string::npos;
  };
  std::size_t at = range.first;
  while (at < range.first + range.count && !has(lines[at])) ++at;
  return at;
}

/// The part of a range that a search leaves: from the first record that has the text.
RecordRange searched(const http::Request& request, const std::vector<std::string>& lines, const RecordRange& range,
                     const std::string& wanted) {
  constexpr long most = 999'999;
  const bool any_case = base::lower(request.query_value("insensitive").value_or("true")) != "false";
  const std::size_t first = found_at(lines, range, wanted, any_case);
  const auto size = base::number(request.query_value("maxreturnsize").value_or(""), most);
  return {first, std::min(range.first + range.count - first, static_cast<std::size_t>(size.value_or(most_found)))};
}

http::Response wrong_range(const std::string& text) {
  return job_error(JobReason::wrong_value, text);
}

}  // namespace

http::Response spool_response(const http::Request& request, const std::string& content) {
  const auto mode = mode_of(request);
  if (!mode) return wrong_range("Value of mode query parameter is not valid");
  const auto header = request.headers.find("X-IBM-Record-Range");
  const auto asked = header ? record_range(*header) : RecordRange{0, std::numeric_limits<std::size_t>::max()};
  if (!asked) return wrong_range("Value of X-IBM-Record-Range is not valid");
  if (request.query_value("research"))
    return wrong_range("Ringside does not search with regular expressions; use search=");
  const std::vector<std::string> lines = base::lines(content);
  RecordRange range = within(*asked, lines.size());
  const auto wanted = request.query_value("search");
  if (wanted) range = searched(request, lines, range, *wanted);
  http::Response response = text_response(200, {});
  if (*mode != Mode::text) response.headers = {{"Content-Type", "application/octet-stream"}};
  if (header || wanted) response.headers.add("X-IBM-Record-Range", fmt::format("{},{}", range.first, range.count));
  for (std::size_t at = range.first; at < range.first + range.count; ++at) response.body += as(*mode, lines[at]);
  return response;
}

http::Response no_such_file(const JobPath& path, const std::string& file) {
  return job_error(JobReason::no_file, fmt::format("Job '{}' does not contain spool file id {}",
                                                   base::printable(path.shown), base::printable(file)));
}

}  // namespace ringside::services
