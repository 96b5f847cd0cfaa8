// tests/interop/zowe/stories_interop_test.cpp - what a change of certificates does to the next command of the real
// Zowe CLI. Every change is made through Zowe CLI as well.
#include <gmock/gmock.h>

#include "tests/interop/zowe_cli.hpp"

namespace ringside {
namespace {

using test_support::run_program;
using test_support::ZoweCli;
using testing::HasSubstr;

constexpr const char* check_status = "zosmf check status";
constexpr const char* with_password = " --user IBMUSER --password SYS1";

class ZoweStories : public ZoweCli {
 protected:
  /// zowe COMMAND with this file of CAs, and the password.
  [[nodiscard]] test_support::ProgramResult with_ca(const std::string& ca, const std::string& command) const {
    return bare_zowe(command + with_password, ca.empty() ? "" : "NODE_EXTRA_CA_CERTS=" + file(ca));
  }
  void in_folder(const std::string& command) const {
    const auto result = run_program("cd " + folder_.path().string() + " && " + command);
    EXPECT_EQ(result.status, 0) << command << "\n" << result.output;
  }
};

TEST_F(ZoweStories, TheCaThatTheApiItselfExportsClosesTheGapAndOneOfTheSameNameDoesNot) {
  const auto untrusted = with_ca("", check_status);
  EXPECT_EQ(untrusted.status, 1);
  EXPECT_THAT(untrusted.output, HasSubstr("self-signed certificate in certificate chain"));
  const std::string loose = " --reject-unauthorized false";
  for (const std::string& command :
       {std::string("zos-tso issue command \"RACDCERT CERTAUTH EXPORT(LABEL('zOSMFCA')) DSN('IBMUSER.CA.CERT') "
                    "FORMAT(CERTB64)\" --account ACCT1"),
        std::string("zos-files download data-set IBMUSER.CA.CERT --file api.pem")}) {
    const auto result = with_ca("", command + loose);
    ASSERT_EQ(result.status, 0) << result.output;
  }
  EXPECT_EQ(with_ca("api.pem", check_status).status, 0);

  make_ring("SYSB");
  static_cast<void>(exported("SYSB", "CERTAUTH", "zOSMFCA"));
  in_folder("mv zOSMFCA.pem other.pem && cat other.pem api.pem > both.pem");
  const auto other = with_ca("other.pem", check_status);
  EXPECT_EQ(other.status, 1);
  EXPECT_THAT(other.output, HasSubstr("self-signed certificate in certificate chain"));
  EXPECT_EQ(with_ca("both.pem", check_status).status, 0);
}

TEST_F(ZoweStories, AClientCertificateLogsOnAsRacfSays) {
  submit({"ADDUSER USER1 NOPASSWORD", "ADDUSER USER2 NOPASSWORD",
          "RACDCERT ID(USER1) GENCERT SUBJECTSDN(CN('one')) WITHLABEL('Logon') NISTECC SIZE(256) "
          "SIGNWITH(CERTAUTH LABEL('zOSMFCA'))",
          "RACDCERT ID(USER1) EXPORT(LABEL('Logon')) DSN('IBMUSER.ONE.P12') FORMAT(PKCS12DER) PASSWORD('pw')"});
  static_cast<void>(shown("zos-files download data-set IBMUSER.ONE.P12 --binary --file one.p12"));
  in_folder(
      "openssl pkcs12 -in one.p12 -passin pass:pw -nokeys -clcerts -out one.pem && "
      "openssl pkcs12 -in one.p12 -passin pass:pw -nocerts -nodes -out one.key");
  const auto by_certificate = [this] {
    return bare_zowe("zos-tso issue command LISTUSER --account ACCT1 --cert-file one.pem --cert-key-file one.key",
                     "NODE_EXTRA_CA_CERTS=" + ca_);
  };
  const auto logs_on_as = [&](const std::string& user) {
    const auto result = by_certificate();
    EXPECT_EQ(result.status, 0) << result.output;
    EXPECT_THAT(result.output, HasSubstr("USER=" + user));
    EXPECT_THAT(ringside("--system SYSA whois " + file("one.pem")).output, HasSubstr(user));
  };
  const auto is_refused = [&] {
    const auto result = by_certificate();
    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.output, HasSubstr("This operation requires authentication."));
  };
  logs_on_as("USER1");
  submit({"RACDCERT ID(USER1) ALTER(LABEL('Logon')) NOTRUST"});
  is_refused();
  submit({"RACDCERT ID(USER1) DELETE(LABEL('Logon'))"});
  is_refused();
  submit({"RACDCERT ID(USER2) MAP SDNFILTER('CN=one') WITHLABEL('Filter') TRUST", "SETROPTS RACLIST(DIGTNMAP)",
          "SETROPTS RACLIST(DIGTNMAP) REFRESH"});
  logs_on_as("USER2");
}

}  // namespace
}  // namespace ringside
