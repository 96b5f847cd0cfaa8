// server/services/files/unix_search.cpp - the files below a directory that the filters of a list choose.
#include "server/services/files/unix_search.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/text.hpp"
#include "server/services/files/data_set_list.hpp"
#include "server/services/files/file_errors.hpp"
#include "server/services/files/unix_access.hpp"
#include "server/services/name_pattern.hpp"

namespace ringside::services {
namespace {

/// What the filters see of a file.
struct Candidate {
  std::string name;  ///< without its directory
  host::FileStatus status;
  base::Instant now;
};

enum class Verdict { no, yes, unreadable };

Verdict verdict(bool passes) {
  return passes ? Verdict::yes : Verdict::no;
}

/// "+N", "-N" or "N" against a number.
Verdict compared(std::uint64_t actual, const std::string& text, std::uint64_t unit) {
  constexpr long most = 999'999'999;
  const bool has_sign = text.starts_with('+') || text.starts_with('-');
  const auto number = base::number(text.substr(has_sign ? 1 : 0), most);
  if (!number) return Verdict::unreadable;
  const std::uint64_t wanted = static_cast<std::uint64_t>(*number) * unit;
  if (text.starts_with('+')) return verdict(actual > wanted);
  return verdict(text.starts_with('-') ? actual < wanted : actual == wanted);
}

Verdict by_name(const Candidate& file, const std::string& wanted) {
  return verdict(matches_name(base::replace_all(wanted, "?", "%"), file.name));
}

Verdict by_user(const Candidate& file, const std::string& wanted) {
  return verdict(base::upper(file.status.owner) == base::upper(wanted));
}

Verdict by_group(const Candidate& file, const std::string& wanted) {
  return verdict(base::upper(file.status.group) == base::upper(wanted));
}

/// The letters of find: a regular file is 'f'.
Verdict by_type(const Candidate& file, const std::string& wanted) {
  return verdict(wanted == std::string(1, file.status.directory     ? 'd'
                                          : file.status.type == '-' ? 'f'
                                                                    : file.status.type));
}

Verdict by_size(const Candidate& file, const std::string& wanted) {
  constexpr std::string_view units = "KMG";
  const auto unit = wanted.empty() ? std::string_view::npos : units.find(wanted.back());
  if (unit == std::string_view::npos) return compared(file.status.size, wanted, 1);
  return compared(file.status.size, wanted.substr(0, wanted.size() - 1), std::uint64_t{1024} << (10 * unit));
}

Verdict by_days(const Candidate& file, const std::string& wanted) {
  const auto age = std::chrono::floor<std::chrono::days>(file.now - file.status.modified).count();
  return compared(static_cast<std::uint64_t>(std::max<std::int64_t>(age, 0)), wanted, 1);
}

Verdict by_permissions(const Candidate& file, const std::string& wanted) {
  const auto bits = mode_bits(wanted);
  return bits ? verdict(*bits == file.status.mode) : Verdict::unreadable;
}

struct Filter {
  const char* name;
  Verdict (*passes)(const Candidate&, const std::string&);
};
constexpr std::array filters = {Filter{"name", by_name},       Filter{"user", by_user}, Filter{"group", by_group},
                                Filter{"type", by_type},       Filter{"size", by_size}, Filter{"mtime", by_days},
                                Filter{"perm", by_permissions}};

/// One walk below a directory.
class Search {
 public:
  Search(Call& call, const host::LabFiles& files) : call_(call), files_(files) {}

  void walk(const std::string& path, const std::string& prefix, long depth) {
    const auto names = files_.list(path);
    if (!names || depth == 0) return;  // as find, it leaves out what it may not read
    for (const std::string& name : *names) {
      const std::string full = host::resolve(path, name);
      const auto status = files_.status(full);
      if (!status) continue;
      if (passes({name, *status, call_.lab.now()})) add(prefix + name, *status);
      if (status->directory) walk(full, prefix + name + "/", depth - 1);
    }
  }

  http::Response response() {
    if (!unreadable_.empty()) return wrong_request("Value of query parameter " + unreadable_ + " is not valid");
    return json_response(200, list_document(std::move(items_), returned_, total_));
  }

 private:
  bool passes(const Candidate& file) {
    for (const Filter& filter : filters) {
      const auto wanted = call_.request.query_value(filter.name);
      const Verdict result = wanted ? filter.passes(file, *wanted) : Verdict::yes;
      if (result == Verdict::unreadable) unreadable_ = filter.name;
      if (result != Verdict::yes) return false;
    }
    return true;
  }
  void add(const std::string& name, const host::FileStatus& status) {
    if (total_++ >= most_) return;
    items_.push_back(unix_item(call_, name, status));
    ++returned_;
  }

  Call& call_;
  const host::LabFiles& files_;
  std::size_t most_ = most_items(call_.request);
  base::Json items_ = base::Json::array();
  std::size_t returned_ = 0, total_ = 0;
  std::string unreadable_;
};

}  // namespace

bool is_unix_search(const http::Request& request) {
  return std::any_of(filters.begin(), filters.end(),
                     [&](const Filter& filter) { return request.query_value(filter.name).has_value(); });
}

http::Response search_unix_files(Call& call, const host::LabFiles& files, const std::string& path) {
  constexpr long most_levels = 1'000;
  const auto depth = base::number(call.request.query_value("depth").value_or("0"), most_levels);
  if (!depth) return wrong_request("Value of query parameter depth is not valid");
  Search search(call, files);
  search.walk(path, "", *depth == 0 ? most_levels : *depth);
  return search.response();
}

}  // namespace ringside::services
