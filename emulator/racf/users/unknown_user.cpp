// emulator/racf/users/unknown_user.cpp - a user ID that is not defined: the remark that suggests a defined one.
#include "emulator/racf/users/unknown_user.hpp"

#include <vector>

#include "base/suggestion.hpp"

namespace ringside::racf {

void remark_unknown_user(Context& context, const std::string& id) {
  std::vector<std::string> users;
  for (const database::User& user : context.database().users.all()) users.push_back(user.name);
  if (const std::string near = base::did_you_mean(id, users); !near.empty())
    context.diagnose("user " + id + " is not defined" + near);
}

}  // namespace ringside::racf
