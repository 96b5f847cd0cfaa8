// twin/load/filters.cpp - loads the filters of certificate names and the mappings of distributed identities.
#include "twin/load/filters.hpp"

#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "emulator/racf/users/identity_filters.hpp"
#include "twin/load/resources.hpp"
#include "twin/records/mapping_names.hpp"

namespace ringside::twin {
namespace {

/// The user and criteria of a filter: a name that no user has is the template of MULTIID's criteria.
void set_owner(const Loading& loading, database::NameFilter& filter, const std::string& user) {
  if (loading.database.users.find(user)) {
    filter.owner = user;
    return;
  }
  filter.owner = database::multiid_owner;
  filter.criteria = user;
}

/// Returns false if it is left out, with a remark.
bool add_filter(Loading& loading, const std::string& profile, const std::string& line) {
  static const Field &label = field("GRFLTR_LABEL"), &status = field("GRFLTR_STATUS"), &user = field("GRFLTR_USER"),
                     &names = field("GRFLTR_CREATE_NAME");
  const Record record(line);
  const auto leave_out = [&](const std::string& why) {
    loading.remark("filter left out", profile, why);
    return false;
  };
  const std::string joined = record.text(names);
  const FilterNames split = split_names(joined.empty() ? without_cent_signs(profile) : joined);
  database::NameFilter filter;
  set_owner(loading, filter, record.text(user));
  filter.label = record.text(label);
  filter.issuer_filter = split.issuer;
  filter.subject_filter = split.subject;
  filter.trusted = record.text(status) == "TRUST";
  if (filter.owner == database::multiid_owner && filter.criteria.empty()) return leave_out("it names no user");
  if (filter.label.empty() || !is_clean(filter.label)) return leave_out("it has no label");
  if (loading.database.filters.by_label(filter.owner, filter.label))
    return leave_out(filter.owner + " has another one with its label");
  if (loading.database.filters.by_names(filter.issuer_filter, filter.subject_filter))
    return leave_out("another one has the same names");
  loading.database.filters.add(filter);
  return true;
}

bool add_identity(Loading& loading, const std::string& profile, const std::string& line) {
  static const Field &label = field("GRDMAP_LABEL"), &user = field("GRDMAP_USER"), &registry = field("GRDMAP_DIDREG");
  const Record record(line);
  const std::string base = loading.staging.first(waiting_kind(racf::identity_class), profile).value_or("");
  const Record first(base);
  racf::IdentityFilter filter;
  filter.identity.registry = record.text(registry);
  filter.identity.name = identity_name(profile, filter.identity.registry);
  filter.user = record.text(user);
  filter.label = record.text(label);
  if (!loading.database.users.find(filter.user)) {
    loading.remark("mapping left out", profile, "its user " + filter.user + " is not there");
    return false;
  }
  static const Field &owner = field("GRBD_OWNER_ID"), &created = field("GRBD_CREATE_DATE");
  racf::store_identity_filter(loading.database, filter, first.text(owner), loading.day(first, created));
  return true;
}

}  // namespace

void keep_filter_record(Loading& loading, const Record& record) {
  static const Field& profile = field("GRFLTR_NAME");  // the same columns in record 0509
  loading.staging.put(std::string(record.type()), record.text(profile), record.line());
}

std::uint64_t load_filters(Loading& loading) {
  std::uint64_t count = 0;
  loading.staging.all("0508", [&](const std::string& profile, const std::string& line) {
    if (add_filter(loading, profile, line)) ++count;
  });
  loading.staging.all("0509", [&](const std::string& profile, const std::string& line) {
    if (add_identity(loading, profile, line)) ++count;
  });
  return count;
}

}  // namespace ringside::twin
