// emulator/racf/users/unix_user.hpp - a z/OS user as UNIX System Services sees it: file user, home, UID.
#pragma once

#include <map>
#include <string>

#include "emulator/racf/session.hpp"

namespace ringside::racf {

/// The identity of a UNIX process of a z/OS user, from the OMVS segment.
struct UnixUser {
  std::string user;  ///< owner of new files; root for UID 0
  std::string home = "/";
  bool has_uid = false;
};
/// Returns the identity of the session's user.
UnixUser unix_user(Session& session);

/// Makes /tmp and the home directory of the user, unless they exist.
void make_home_and_tmp(Session& session, const UnixUser& user);

/// A UNIX process of a z/OS user at its start.
struct UnixLogin {
  std::string user;                              ///< owner of new files
  std::string directory = "/";                   ///< the home directory, if it is there
  std::map<std::string, std::string> variables;  ///< HOME, LOGNAME
};
/// Logs the session's user on: makes /tmp and the home directory unless they exist.
UnixLogin unix_login(Session& session);

}  // namespace ringside::racf
