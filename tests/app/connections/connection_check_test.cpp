// tests/app/connections/connection_check_test.cpp - what a program that reads rings finds.
#include "app/connections/connection_check.hpp"

#include <filesystem>

#include <gmock/gmock.h>

#include "tests/support/lab_on_disk.hpp"
#include "tests/support/program.hpp"

namespace ringside::app {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class ConnectionCheck : public testing::Test {
 protected:
  ConnectionCheck() {
    for (const char* command :
         {"ADDUSER (WEB OTHER) DFLTGRP(SYS1)", "RACDCERT ID(WEB) ADDRING(Ring)", "RACDCERT ID(OTHER) ADDRING(Theirs)",
          "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC SIZE(256)",
          "RACDCERT ID(WEB) CONNECT(LABEL('a') RING(Ring) DEFAULT)", "SETROPTS CLASSACT(FACILITY)",
          "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)",
          "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(WEB) ACCESS(READ)"})
      lab_.must(command);
  }

  /// "lab /x.lab", "!user X is not defined ..." where something is missing.
  std::vector<std::string> found(const std::string& user, const std::string& lab) {
    connectors::Settings settings;
    settings.lab = lab;
    settings.user = user;
    std::vector<std::string> lines;
    for (const Finding& each : connections_found(settings, lab_.file("app")))
      lines.push_back((each.found ? "" : "!") + each.what + " " + each.text);
    return lines;
  }

  test_support::LabOnDisk lab_;
};

TEST_F(ConnectionCheck, NamesTheLabTheUserAndTheRingsThatHeMayRead) {
  auto lines = found("WEB", lab_.path());
  lines.resize(4);
  EXPECT_THAT(lines, ElementsAre("lab " + lab_.path(), "system SYS1", "user WEB",
                                 "ring WEB/Ring: 1 certificate(s), 1 private key(s)"));
  EXPECT_THAT(found("OTHER", lab_.path()), Contains("ring none that the user may read"));
}

TEST_F(ConnectionCheck, NamesWhatIsMissing) {
  EXPECT_THAT(found("WEB", ""), Contains("!lab RINGSIDE_LAB does not name a lab"));
  EXPECT_THAT(found("WEB", lab_.file("none")), Contains(HasSubstr("this lab does not exist")));
  EXPECT_THAT(found("NOBODY", lab_.path()),
              AllOf(Contains("!user NOBODY is not defined on SYS1"), Not(Contains(HasSubstr("ring ")))));
}

TEST_F(ConnectionCheck, NamesTheLibraries) {
  std::filesystem::create_directory(lab_.file("lib"));
  test_support::write_file(lab_.file("lib/ringside.so"), "");
  EXPECT_THAT(found("WEB", lab_.path()), AllOf(Contains("OpenSSL STORE " + lab_.file("lib/ringside.so")),
                                               Contains("!PKCS#11 libringside-pkcs11.so is not beside the program")));
}

}  // namespace
}  // namespace ringside::app
