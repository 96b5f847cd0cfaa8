// emulator/racf/users/identity_filters.cpp - distributed identity filters: profiles of class IDIDMAP.
#include "emulator/racf/users/identity_filters.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/resources/raclist.hpp"

namespace ringside::racf {
namespace {

constexpr const char* name_segment = "BASE";
constexpr const char* any_name = "*";

/// No source shows the real name of the profile (low).
std::string profile_of(const DistributedIdentity& identity) {
  return racdcert::profile_characters(identity.name + " " + identity.registry);
}

/// The profile holds the user ID and label. The names are fields of their own, since the profile's name loses blanks.
IdentityFilter filter_of(Context& context, const database::Resource& profile) {
  auto fields = context.database().segments.all(identity_class, profile.name)[name_segment];
  return {{fields["NAME"], fields["REGISTRY"]}, profile.application_data, profile.data};
}

/// Splits a distinguished name at the commas that no backslash precedes.
std::vector<std::string> name_parts(const std::string& name) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name[at] == ',' && (at == 0 || name[at - 1] != '\\')) {
      parts.emplace_back();
    } else {
      parts.back() += name[at];
    }
  }
  return parts;
}

/// Returns the names that are searched for, the most specific first.
std::vector<std::string> search_names(const std::string& name) {
  std::vector<std::string> names{name};
  if (name.find('=') != std::string::npos) {
    std::vector<std::string> parts = name_parts(name);
    for (parts.erase(parts.begin()); !parts.empty(); parts.erase(parts.begin()))
      names.push_back(base::join(parts, ","));
  }
  names.emplace_back(any_name);
  return names;
}

}  // namespace

std::string normalized_name(const std::string& name) {
  if (name.find('=') == std::string::npos) return name;
  std::vector<std::string> parts;
  for (const std::string& part : name_parts(name)) {
    const std::size_t equals = part.find('=');
    const std::string type = base::upper(base::trim(part.substr(0, equals)));
    parts.push_back(equals == std::string::npos ? base::trim(part) : type + "=" + base::trim(part.substr(equals + 1)));
  }
  return base::join(parts, ",");
}

std::vector<IdentityFilter> identity_filters_of(Context& context, const std::string& user) {
  std::vector<IdentityFilter> found;
  for (const database::Resource& profile : context.database().resources.all(identity_class))
    if (profile.application_data == user) found.push_back(filter_of(context, profile));
  std::sort(found.begin(), found.end(),
            [](const IdentityFilter& left, const IdentityFilter& right) { return left.label < right.label; });
  return found;
}

std::optional<IdentityFilter> find_identity_filter(Context& context, const DistributedIdentity& identity) {
  const auto profile = context.database().resources.find(identity_class, profile_of(identity));
  return profile ? std::optional(filter_of(context, *profile)) : std::nullopt;
}

void put_identity_filter(Context& context, const IdentityFilter& filter) {
  store_identity_filter(context.database(), filter, context.user(), context.now());
}

void store_identity_filter(database::SecurityDatabase& database, const IdentityFilter& filter, const std::string& owner,
                           base::Instant created) {
  database::Resource profile;
  profile.profile_class = identity_class;
  profile.name = profile_of(filter.identity);
  profile.owner = owner;
  profile.application_data = filter.user;
  profile.data = filter.label;
  profile.created = created;
  database.resources.put(profile);
  database.segments.put(identity_class, profile.name, name_segment, "NAME", filter.identity.name);
  database.segments.put(identity_class, profile.name, name_segment, "REGISTRY", filter.identity.registry);
}

void remove_identity_filter(Context& context, const DistributedIdentity& identity) {
  context.database().resources.remove(identity_class, profile_of(identity));
  context.database().segments.remove_all(identity_class, profile_of(identity));
}

std::optional<IdentityFilter> mapped_identity(Context& context, const DistributedIdentity& identity) {
  const std::string copy = in_storage_class(identity_class);
  for (const std::string& registry : {identity.registry, std::string(any_name)})
    for (const std::string& name : search_names(identity.name))
      if (const auto profile = context.database().resources.find(copy, profile_of({name, registry})))
        return IdentityFilter{{name, registry}, profile->application_data, profile->data};
  return std::nullopt;
}

}  // namespace ringside::racf
