// twin/commands/commands_between.cpp - the RACF commands that lead from one system to another.
#include "twin/commands/commands_between.hpp"

#include <set>

#include <fmt/format.h>

#include "emulator/racf/resources/raclist.hpp"
#include "twin/commands/access_lists.hpp"
#include "twin/commands/class_options.hpp"
#include "twin/commands/connections.hpp"
#include "twin/commands/groups.hpp"
#include "twin/commands/identity_maps.hpp"
#include "twin/commands/racdcert/certificates.hpp"
#include "twin/commands/racdcert/name_filters.hpp"
#include "twin/commands/racdcert/rings.hpp"
#include "twin/commands/racdcert/tokens.hpp"
#include "twin/commands/resources.hpp"
#include "twin/commands/transition.hpp"
#include "twin/commands/users.hpp"

namespace ringside::twin {
namespace {

constexpr const char* site_classes = "CDT";
constexpr const char* identity_profiles = "IDIDMAP";  // RACMAP makes its profiles

/// The classes of general resources and data sets in which one of the systems has profiles.
std::set<std::string> resource_classes(Transition& transition) {
  std::set<std::string> classes;
  for (const database::Resources* resources : {&transition.now().resources, &transition.wanted().resources})
    for (const std::string& name : resources->classes())
      if (!name.starts_with(racf::in_storage_class(""))) classes.insert(name);
  classes.erase(identity_profiles);
  return classes;
}

void put_users_and_groups(Transition& transition) {
  add_groups(transition);
  add_users(transition);
  connect_users(transition);
  alter_groups(transition);
  alter_users(transition);
  connect_users(transition);  // owners that were not there before
}

void put_resources(Transition& transition, const std::set<std::string>& classes) {
  if (classes.contains(site_classes)) put_profiles(transition, site_classes);
  activate_site_classes(transition);
  set_class_options(transition);
  for (const std::string& each : classes)
    if (each != site_classes) put_profiles(transition, each);
  for (const std::string& each : classes) grant_access(transition, each);
}

void put_certificates_and_rings(Transition& transition) {
  put_name_filters(transition);
  put_identity_maps(transition);
  put_certificates(transition);
  put_rings(transition);
  put_tokens(transition);
}

/// What others refer to is deleted after them.
void delete_the_rest(Transition& transition, const std::set<std::string>& classes) {
  delete_tokens(transition);
  delete_rings(transition);
  delete_certificates(transition);
  delete_name_filters(transition);
  delete_identity_maps(transition);
  for (const std::string& each : classes) withdraw_access(transition, each);
  for (const std::string& each : classes)
    if (each != site_classes) delete_profiles(transition, each);
  remove_users(transition);
  delete_users(transition);
  delete_groups(transition);
}

void finish_options(Transition& transition, const std::set<std::string>& classes) {
  finish_class_options(transition);
  if (classes.contains(site_classes)) delete_profiles(transition, site_classes);
  refresh_classes(transition);
}

void remark_passwords(Transition& transition) {
  for (const database::User& user : transition.wanted().users.all()) {
    const auto wanted = transition.wanted().passwords.find(user.name), now = transition.now().passwords.find(user.name);
    if (wanted && (!now || now->salt != wanted->salt))
      transition.remark(fmt::format("user {}: its password is not carried", user.name));
  }
}

void remark_conditional_access(Transition& transition, const std::set<std::string>& classes) {
  for (const std::string& each : classes)
    for (const database::Resource& profile : transition.wanted().resources.all(each)) {
      const auto entries = transition.wanted().resources.conditional_access(each, profile.name).size();
      if (entries > 0 && entries != transition.now().resources.conditional_access(each, profile.name).size())
        transition.remark(
            fmt::format("profile {} of class {}: {} entries of its conditional access list are not "
                        "carried",
                        profile.name, each, entries));
    }
}

}  // namespace

CommandPlan commands_between(lab::Lab& trial, const database::SystemRecord& from, lab::Lab& target,
                             const database::SystemRecord& to, PlanRequest request) {
  Transition transition(trial, from, target, to, std::move(request));
  const std::set<std::string> classes = resource_classes(transition);
  put_users_and_groups(transition);
  put_resources(transition, classes);
  put_certificates_and_rings(transition);
  delete_the_rest(transition, classes);
  finish_options(transition, classes);
  alter_issuer(transition);
  connect_issuer(transition);
  remark_passwords(transition);
  remark_conditional_access(transition, classes);
  return transition.take();
}

}  // namespace ringside::twin
