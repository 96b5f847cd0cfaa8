// emulator/racf/granting_commands.cpp - the commands that would grant an access.
#include "emulator/racf/granting_commands.hpp"

#include <fmt/format.h>

#include "emulator/racf/resources/generic_names.hpp"

namespace ringside::racf {

std::vector<std::string> granting_commands(Context& context, const AccessNeed& need) {
  const database::ClassOption option = context.database().classes.find(need.profile_class);
  const auto profile = covering_profile(context.database().resources.all(need.profile_class), need.resource,
                                        option.options.contains("GENERIC"));
  const std::string name = profile ? profile->name : need.resource;
  std::vector<std::string> commands;
  if (!option.options.contains("CLASSACT"))
    commands.push_back(fmt::format("SETROPTS CLASSACT({})", need.profile_class));
  if (!profile) commands.push_back(fmt::format("RDEFINE {} {} UACC(NONE)", need.profile_class, name));
  if (!profile || access_by(context, context.user(), *profile) < need.level)
    commands.push_back(fmt::format("PERMIT {} CLASS({}) ID({}) ACCESS({})", name, need.profile_class, context.user(),
                                   to_string(need.level)));
  if (option.options.contains("RACLIST"))
    commands.push_back(fmt::format("SETROPTS RACLIST({}) REFRESH", need.profile_class));
  return commands;
}

}  // namespace ringside::racf
