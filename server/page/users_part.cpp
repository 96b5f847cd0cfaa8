// server/page/users_part.cpp - the part of the page about users.
#include "server/page/users_part.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"
#include "harness/report/parts.hpp"
#include "server/page/page_limits.hpp"

namespace ringside::page {
namespace {

namespace report = harness::report;
using report::Html;

constexpr std::array shown_attributes = {"SPECIAL",   "OPERATIONS", "AUDITOR",   "ROAUDIT",
                                         "PROTECTED", "REVOKED",    "RESTRICTED"};

/// A security database, and the systems that use it.
struct SharedDatabase {
  database::SystemRecord first;
  std::vector<std::string> systems;
};

std::vector<SharedDatabase> databases_of(lab::Lab& lab) {
  std::vector<SharedDatabase> databases;
  std::map<std::int64_t, std::size_t> places;
  for (const database::SystemRecord& system : lab.systems().all()) {
    if (system.kind != "zos") continue;
    const auto [place, is_new] = places.emplace(system.database_id, databases.size());
    if (is_new) databases.push_back({system, {}});
    databases[place->second].systems.push_back(system.name);
  }
  return databases;
}

std::string attributes_of(const database::User& user) {
  std::vector<std::string> words;
  for (const char* word : shown_attributes)
    if (user.attributes.contains(word)) words.emplace_back(word);
  return base::join(words, " ");
}

Html user_row(database::SecurityDatabase& database, const database::User& user) {
  const auto held = database.certificates.by_owner(user.name);
  const auto certificates =
      std::count_if(held.begin(), held.end(), [](const auto& one) { return !racf::is_supplied(one); });
  return report::element("tr", report::row_head(user.name) + report::cell(user.full_name) +
                                   report::cell(user.default_group) + report::cell(attributes_of(user)) +
                                   report::cell(std::to_string(certificates))) +
         "\n";
}

Html table_of(lab::Lab& lab, const SharedDatabase& shared) {
  auto database = lab.database_of(shared.first);
  const auto users = database.users.all();
  const std::size_t shown = std::min(users.size(), most_users);
  Html rows;
  for (std::size_t at = 0; at < shown; ++at) rows += user_row(database, users[at]);
  const std::string name = "Users of " + base::join(shared.systems, ", ");
  Html text = report::scrolling(
      name,
      report::element("table", report::element("caption", name) +
                                   report::head_row({"User", "Name", "Default group", "Attributes", "Certificates"}) +
                                   report::element("tbody", rows)));
  if (shown < users.size()) text += report::element("p", fmt::format("{} more are not shown.", users.size() - shown));
  return text;
}

}  // namespace

Html users_html(lab::Lab& lab) {
  Html text;
  for (const SharedDatabase& shared : databases_of(lab)) text += table_of(lab, shared);
  return text.empty() ? report::element("p", "There are no z/OS systems.") : text;
}

}  // namespace ringside::page
