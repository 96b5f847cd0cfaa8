// tests/app/commands/keytool_command_test.cpp - ringside keytool with key rings: on a z/OS system of a lab, and where
// there are none.
#include <gmock/gmock.h>

#include "tests/app/run_program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::HasSubstr;

class KeytoolCommand : public testing::Test {
 protected:
  KeytoolCommand() {
    run_ringside({"--lab", lab_, "lab", "new", "--add", "PLEX:zos", "--add", "HOST:distributed"});
    run_ringside({"--lab", lab_, "--system", "PLEX", "tso", "ADDUSER SRV",
                  "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('srv')) WITHLABEL('Server') NISTECC SIZE(256)",
                  "RACDCERT ID(SRV) ADDRING(Ring)", "RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring))"});
  }
  std::vector<std::string> list(std::vector<std::string> before) const {
    before.insert(before.end(), {"keytool", "-list", "-storetype", "JCERACFKS", "-keystore", "safkeyringjce://SRV/Ring",
                                 "-storepass", "password"});
    return before;
  }

  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("lab");
};

TEST_F(KeytoolCommand, ARingIsOpenedAsTheUserOnItsSystem) {
  const auto own = run_ringside(list({"--lab", lab_, "--system", "PLEX", "--user", "srv"}));
  EXPECT_EQ(own.status, 0) << own.out << own.error;
  EXPECT_THAT(own.out, HasSubstr("Keystore provider: IBMZSecurity\n"));
  EXPECT_THAT(own.out, HasSubstr("Server, "));
  const auto other = run_ringside(list({"--lab", lab_, "--system", "PLEX"}));
  EXPECT_EQ(other.status, 1);
  EXPECT_EQ(other.out,
            "keytool error (likely untranslated): java.io.IOException: R_datalib (IRRSDL00) error: not RACF authorized "
            "to use "
            "the requested service (8, 8, 8)\n");
}

TEST_F(KeytoolCommand, WhereThereAreNoRingsTheUrlIsAFileThatIsNotThere) {
  const std::string missing =
      "keytool error: java.lang.Exception: Keystore file does not exist: safkeyringjce://SRV/Ring\n";
  EXPECT_EQ(run_ringside(list({"--lab", lab_, "--system", "HOST"})).out, missing);
  EXPECT_EQ(run_ringside(list({})).out, missing);
}

}  // namespace
}  // namespace ringside::app
