// emulator/racf/users/unknown_user.cpp - a user ID that nobody has.
#include "emulator/racf/users/unknown_user.hpp"

#include <vector>

#include "base/text.hpp"

namespace ringside::racf {

void remark_unknown_user(Context& context, const std::string& id) {
  std::vector<std::string> users;
  for (const database::User& user : context.database().users.all()) users.push_back(user.name);
  if (const auto meant = base::nearest(id, users))
    context.diagnose("user " + id + " is not defined; did you mean " + *meant + "?");
}

}  // namespace ringside::racf
