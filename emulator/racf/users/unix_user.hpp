// emulator/racf/users/unix_user.hpp - what a z/OS user is to UNIX System Services.
#pragma once

#include <string>

#include "emulator/racf/context.hpp"

namespace ringside::racf {

/// What a UNIX process of a z/OS user is: from the OMVS segment.
struct UnixUser {
  std::string user;  ///< as the files know him; UID 0 is root
  std::string home = "/";
  bool has_uid = false;
};
UnixUser unix_user(Session& session);

/// Makes the places that a system has before anybody writes: /tmp, and the user's home.
void make_places(Session& session, const UnixUser& user);

}  // namespace ringside::racf
