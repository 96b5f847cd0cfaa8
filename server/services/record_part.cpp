// server/services/record_part.cpp - the records that a request asks for: a range, and what a search finds in it.
#include "server/services/record_part.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "server/services/regular_expression.hpp"

namespace ringside::services {
namespace {

constexpr std::size_t usual_size = 100;  // records, if maxreturnsize does not say it
constexpr long most_size = 999'999'999;

using Found = std::function<bool(const std::string& record)>;

/// What a request searches for.
struct Search {
  Found found{};
  std::size_t size = usual_size;
};

tl::unexpected<std::string> wrong(const std::string& name) {
  return tl::unexpected("Value of " + name + " is not valid");
}

Found text_search(std::string wanted, bool any_case) {
  if (any_case) wanted = base::upper(wanted);
  return [wanted = std::move(wanted), any_case](const std::string& record) {
    return (any_case ? base::upper(record) : record).find(wanted) != std::string::npos;
  };
}

/// Reads the query into `search`. Returns what is wrong; an empty text if nothing is.
std::string read_search(const http::Request& request, Search& search) {
  const auto text = request.query_value("search"), expression = request.query_value("research");
  if (text && expression) return "search and research cannot be given together";
  const std::string insensitive = base::lower(request.query_value("insensitive").value_or("true"));
  if (insensitive != "true" && insensitive != "false") return "Value of insensitive is not valid";
  if (const auto size = request.query_value("maxreturnsize")) {
    const auto number = base::number(*size, most_size);
    if (!number || *number == 0) return "Value of maxreturnsize is not valid";
    search.size = static_cast<std::size_t>(*number);
  }
  if (text) search.found = text_search(*text, insensitive == "true");
  if (!expression) return {};
  auto read = RegularExpression::read(*expression, insensitive == "true");
  if (!read) return "research is not an extended regular expression, or is too large";
  search.found = [read = *std::move(read)](const std::string& record) { return read.is_in(record); };
  return {};
}

}  // namespace

void RecordPart::tell(http::Response& response) const {
  if (is_asked) response.headers.add("X-IBM-Record-Range", fmt::format("{},{}", range.first, range.count));
}

tl::expected<RecordPart, std::string> record_part(const http::Request& request, std::size_t records,
                                                  const std::function<std::string(std::size_t)>& record) {
  const auto header = request.headers.find("X-IBM-Record-Range");
  const auto asked = header ? record_range(*header) : RecordRange{0, std::numeric_limits<std::size_t>::max()};
  if (!asked) return wrong("X-IBM-Record-Range");
  Search search;
  if (const std::string cause = read_search(request, search); !cause.empty()) return tl::unexpected(cause);
  RecordPart part{within(*asked, records), header.has_value() || search.found};
  if (!search.found) return part;
  const std::size_t end = part.range.first + part.range.count;
  std::size_t at = part.range.first;
  while (at < end && !search.found(record(at))) ++at;
  part.range = {at, std::min(end - at, search.size)};
  return part;
}

}  // namespace ringside::services
