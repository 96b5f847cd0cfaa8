// tests/interop/zosmf_zowe_interop_test.cpp - the real Zowe CLI, unchanged, against `ringside serve` under strict TLS.
// tools/packages test installs it.
#include <gmock/gmock.h>

#include "tests/interop/zowe_cli.hpp"

namespace ringside {
namespace {

using test_support::run_program;
using test_support::ZoweCli;
using testing::HasSubstr;

TEST_F(ZoweCli, ChecksStatusAndListsSystems) {
  const auto status = zowe("zosmf check status");
  EXPECT_EQ(status.status, 0) << status.output;
  EXPECT_THAT(status.output, HasSubstr("The user IBMUSER successfully connected to z/OSMF on 'SYSA'."));
  EXPECT_THAT(status.output, HasSubstr("zosmf_port:         " + server_->port("SYSA")));
  const auto systems = zowe("zosmf list systems");
  EXPECT_EQ(systems.status, 0) << systems.output;
  EXPECT_THAT(systems.output, HasSubstr("jesMemberName"));
  EXPECT_THAT(systems.output, HasSubstr("https://localhost:" + server_->port("SYSB") + "/zosmf/"));
}

TEST_F(ZoweCli, IsToldOfAWrongPassword) {
  const auto wrong = zowe("zosmf check status", "WRONG");
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.output, HasSubstr("This operation requires authentication."));
  EXPECT_THAT(wrong.output, HasSubstr("Username or password are not valid or expired."));
}

TEST_F(ZoweCli, DoesNotTrustTheServerWithoutTheCa) {
  const auto untrusted = bare_zowe("zosmf check status --user IBMUSER --password SYS1", "");
  EXPECT_EQ(untrusted.status, 1);
  EXPECT_THAT(untrusted.output, HasSubstr("self-signed certificate in certificate chain"));
}

TEST_F(ZoweCli, LogsOnWithAClientCertificate) {
  tso("SYSA", "ADDUSER USER1 NOPASSWORD");
  tso("SYSA",
      "RACDCERT ID(USER1) GENCERT SUBJECTSDN(CN('one')) WITHLABEL('Logon') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('zOSMFCA'))");
  tso("SYSA", "RACDCERT ID(USER1) EXPORT(LABEL('Logon')) DSN('ONE.P12') FORMAT(PKCS12DER) PASSWORD('pw')");
  ringside("--system SYSA get ONE.P12 " + file("one.p12"));
  ASSERT_EQ(run_program("openssl pkcs12 -in " + file("one.p12") + " -passin pass:pw -nokeys -clcerts -out " +
                        file("one.pem") + " && openssl pkcs12 -in " + file("one.p12") +
                        " -passin pass:pw -nocerts -nodes -out " + file("one.key"))
                .status,
            0);
  const std::string command =
      "zosmf list systems --cert-file " + file("one.pem") + " --cert-key-file " + file("one.key");
  const auto as_user = bare_zowe(command, "NODE_EXTRA_CA_CERTS=" + ca_);
  EXPECT_EQ(as_user.status, 0) << as_user.output;
  EXPECT_THAT(server_->log(), HasSubstr(" USER1 GET /zosmf/resttopology/systems 200"));
}

}  // namespace
}  // namespace ringside
