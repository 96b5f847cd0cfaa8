// emulator/racf/resources/raclist.cpp - the copies of profiles that SETROPTS RACLIST keeps in storage.
#include "emulator/racf/resources/raclist.hpp"

#include <fmt/format.h>

namespace ringside::racf {
namespace {

constexpr std::string_view certificate_class = "DIGTCERT";
constexpr std::string_view ring_class = "DIGTRING";
constexpr std::string_view mapping_class = "DIGTNMAP";
constexpr char between_names = '\n';  // cannot occur in a name

// Returns the mapping as a profile, which it is on a real system: the name holds the filters, UACC the status.
database::Resource profile_of(const database::NameFilter& filter) {
  database::Resource profile;
  profile.profile_class = in_storage_class(std::string(mapping_class));
  profile.name = filter.subject_filter + between_names + filter.issuer_filter;
  profile.owner = filter.owner;
  profile.uacc = filter.trusted ? "TRUST" : "NOTRUST";
  profile.application_data = filter.label;
  profile.data = filter.criteria;
  return profile;
}

database::NameFilter mapping_of(const database::Resource& profile) {
  const std::size_t border = profile.name.find(between_names);
  return {0,
          profile.owner,
          profile.application_data,
          profile.name.substr(border + 1),
          profile.name.substr(0, border),
          profile.data,
          profile.uacc == "TRUST"};
}

}  // namespace

std::string stale_remark(const Context& context, const std::string& classes, const std::string& about) {
  return fmt::format("{} changed since the last refresh of {}: {}SETROPTS RACLIST({}) REFRESH", about, classes,
                     context.rules().lenient ? "a real system goes by the old profiles until "
                                             : "RACF goes by the old profiles until ",
                     classes);
}

std::string in_storage_class(const std::string& profile_class) {
  return "RACLIST:" + profile_class;
}

void drop_in_storage(Context& context, const std::string& profile_class) {
  if (profile_class == certificate_class) return context.database().in_storage.drop_certificates();
  if (profile_class == ring_class) return context.database().in_storage.drop_rings();
  database::Resources& resources = context.database().resources;
  const std::string copy = in_storage_class(profile_class);
  for (const database::Resource& resource : resources.all(copy)) resources.remove(copy, resource.name);
}

void load_in_storage(Context& context, const std::string& profile_class) {
  if (profile_class == certificate_class) return context.database().in_storage.load_certificates();
  if (profile_class == ring_class) return context.database().in_storage.load_rings();
  drop_in_storage(context, profile_class);
  database::Resources& resources = context.database().resources;
  if (profile_class == mapping_class)
    for (const database::NameFilter& filter : context.database().filters.all()) resources.put(profile_of(filter));
  for (database::Resource resource : resources.all(profile_class)) {
    resource.profile_class = in_storage_class(profile_class);
    resources.put(resource);
    for (const database::Access& access : resources.access_list(profile_class, resource.name))
      resources.permit(resource.profile_class, resource.name, access);
  }
}

std::vector<database::NameFilter> mappings_in_storage(Context& context) {
  std::vector<database::NameFilter> mappings;
  for (const database::Resource& profile :
       context.database().resources.all(in_storage_class(std::string(mapping_class))))
    mappings.push_back(mapping_of(profile));
  return mappings;
}

}  // namespace ringside::racf
