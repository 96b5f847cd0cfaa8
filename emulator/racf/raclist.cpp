// emulator/racf/raclist.cpp - the copies of profiles that SETROPTS RACLIST keeps in storage.
#include "emulator/racf/raclist.hpp"

namespace ringside::racf {

std::string in_storage_class(const std::string& profile_class) {
  return "RACLIST:" + profile_class;
}

void drop_in_storage(Context& context, const std::string& profile_class) {
  database::Resources& resources = context.database().resources;
  const std::string copy = in_storage_class(profile_class);
  for (const database::Resource& resource : resources.all(copy)) resources.remove(copy, resource.name);
}

void load_in_storage(Context& context, const std::string& profile_class) {
  drop_in_storage(context, profile_class);
  database::Resources& resources = context.database().resources;
  for (database::Resource resource : resources.all(profile_class)) {
    resource.profile_class = in_storage_class(profile_class);
    resources.put(resource);
    for (const database::Access& access : resources.access_list(profile_class, resource.name))
      resources.permit(resource.profile_class, resource.name, access);
  }
}

}  // namespace ringside::racf
