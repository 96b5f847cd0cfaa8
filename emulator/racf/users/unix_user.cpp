// emulator/racf/users/unix_user.cpp - a z/OS user as UNIX System Services sees it: file user, home, UID.
#include "emulator/racf/users/unix_user.hpp"

#include "emulator/host/lab_files.hpp"

namespace ringside::racf {

UnixUser unix_user(Session& session) {
  UnixUser user{session.user};
  auto segments = session.database.segments.all("USER", session.user);
  const auto omvs = segments.find("OMVS");
  if (omvs == segments.end()) return user;
  const std::string uid = omvs->second["UID"];
  user.has_uid = !uid.empty();
  if (uid == "0") user.user = "root";
  if (const std::string home = omvs->second["HOME"]; home.starts_with('/')) user.home = host::resolve("/", home);
  return user;
}

// Failures are ignored here: a job that needs a missing directory reports it.
void make_home_and_tmp(Session& session, const UnixUser& user) {
  const database::Bookkeeping allowed = session.lab.bookkeeping();  // so that a read-only lab can be looked at
  host::LabFiles files(session.lab, session.system, "root");
  static_cast<void>(files.make_directory("/tmp", 01777));
  if (user.home == "/" || files.status(user.home)) return;
  static_cast<void>(host::make_directories(files, user.home));
  static_cast<void>(files.set_owner(user.home, user.user, ""));
}

UnixLogin unix_login(Session& session) {
  const UnixUser identity = unix_user(session);
  make_home_and_tmp(session, identity);
  UnixLogin login{identity.user, "/", {{"HOME", identity.home}, {"LOGNAME", session.user}}};
  if (host::LabFiles(session.lab, session.system, identity.user).status(identity.home)) login.directory = identity.home;
  return login;
}

}  // namespace ringside::racf
