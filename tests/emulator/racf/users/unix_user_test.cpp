// tests/emulator/racf/users/unix_user_test.cpp - where UNIX processes of z/OS users start.
#include "emulator/racf/users/unix_user.hpp"

#include <gtest/gtest.h>

#include "emulator/host/lab_files.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {
namespace {

TEST(UnixUser, ALoginMakesTheHomeDirectoryAndStartsThere) {
  test_support::RacfLab lab;
  lab.must("ADDUSER USER1 OMVS(UID(7) HOME('/u/user1'))");
  Session session(lab.lab(), lab.session().system, "USER1");
  const UnixLogin login = unix_login(session);
  EXPECT_EQ(login.user, "USER1");
  EXPECT_EQ(login.directory, "/u/user1");
  EXPECT_EQ(login.variables.at("HOME"), "/u/user1");
  EXPECT_EQ(login.variables.at("LOGNAME"), "USER1");
  EXPECT_TRUE(host::LabFiles(lab.lab(), session.system, "USER1").status("/tmp"));
}

TEST(UnixUser, AUserWithoutASegmentStartsAtTheRoot) {
  test_support::RacfLab lab;
  lab.must("ADDUSER USER2");
  Session session(lab.lab(), lab.session().system, "USER2");
  EXPECT_EQ(unix_login(session).directory, "/");
  EXPECT_FALSE(unix_user(session).has_uid);
}

TEST(UnixUser, UidZeroIsRoot) {
  test_support::RacfLab lab;
  lab.must("ADDUSER USER3 OMVS(UID(0) HOME('/'))");
  Session session(lab.lab(), lab.session().system, "USER3");
  EXPECT_EQ(unix_login(session).user, "root");
}

}  // namespace
}  // namespace ringside::racf
