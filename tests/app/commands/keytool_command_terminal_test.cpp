// tests/app/commands/keytool_command_terminal_test.cpp - keytool's questions to a person at a terminal.
#include <gmock/gmock.h>

#include "tests/app/run_at_a_terminal.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using test_support::RunAtATerminal;
using testing::HasSubstr;
using testing::Not;

class KeytoolAtATerminal : public testing::Test {
 protected:
  test_support::TemporaryDirectory directory_;
  std::string store_ = directory_.file("s.p12");
};

TEST_F(KeytoolAtATerminal, AsksForANewPasswordTwiceAndHidesIt) {
  RunAtATerminal keytool(
      {"keytool", "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=a", "-keystore", store_});
  ASSERT_TRUE(keytool.shows("Enter keystore password:"));
  ASSERT_TRUE(keytool.hides_keys());
  keytool.type("topsecret\n");
  ASSERT_TRUE(keytool.shows("Re-enter new password:"));
  ASSERT_TRUE(keytool.hides_keys());
  keytool.type("topsecret\n");
  EXPECT_EQ(keytool.status(), 0) << keytool.screen();
  EXPECT_THAT(keytool.screen(), Not(HasSubstr("topsecret")));
  EXPECT_THAT(run_ringside({"keytool", "-list", "-keystore", store_, "-storepass", "topsecret"}).out,
              HasSubstr("PrivateKeyEntry"));
}

TEST_F(KeytoolAtATerminal, AsksAPersonWhetherToTrustACertificate) {
  const std::string pem = directory_.file("a.pem");
  run_ringside({"keytool", "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=a", "-keystore", store_,
                "-storepass", "changeit"});
  run_ringside({"keytool", "-exportcert", "-alias", "a", "-file", pem, "-keystore", store_, "-storepass", "changeit"});
  const std::string trust = directory_.file("t.p12");
  RunAtATerminal keytool(
      {"keytool", "-importcert", "-alias", "b", "-file", pem, "-keystore", trust, "-storepass", "changeit"});
  ASSERT_TRUE(keytool.shows("Trust this certificate? [no]:")) << keytool.screen();
  keytool.type("yes\n");
  EXPECT_EQ(keytool.status(), 0) << keytool.screen();
  EXPECT_THAT(run_ringside({"keytool", "-list", "-keystore", trust, "-storepass", "changeit"}).out,
              HasSubstr("trustedCertEntry"));
}

}  // namespace
}  // namespace ringside::app
