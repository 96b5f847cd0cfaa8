// tests/interop/zowe/chains_interop_test.cpp - what the real Zowe CLI says of certificates of every kind that a ring
// can show, under strict TLS.
#include <gmock/gmock.h>

#include "tests/interop/zowe_cli.hpp"

namespace ringside {
namespace {

using test_support::run_program;
using testing::HasSubstr;

/// A system whose ring shows a certificate, and what a client that trusts its CA sees.
struct Chain {
  const char* system;
  const char* key;                 ///< operands of GENCERT for the key of the server
  const char* host_name;           ///< CN
  const char* more;                ///< further operands of GENCERT
  bool sends_ca = true;            ///< the CA is on the ring
  bool trusts_ca = true;           ///< the client has the CA
  const char* host = "localhost";  ///< as the client calls it
  const char* error = "";          ///< what the client says; empty if the command works
};

constexpr const char* both_names = "ALTNAME(DOMAIN('localhost') IP(127.0.0.1))";

const std::vector<Chain> chains = {
    {"UNKNOWN", "NISTECC SIZE(256)", "localhost", both_names, true, false, "localhost",
     "self-signed certificate in certificate chain"},
    {"LEAF", "NISTECC SIZE(256)", "localhost", both_names, false, false, "localhost",
     "unable to verify the first certificate"},
    {"LEAFONLY", "NISTECC SIZE(256)", "localhost", both_names, false},
    {"CNONLY", "NISTECC SIZE(256)", "LocalHost", ""},
    {"OTHERCN", "NISTECC SIZE(256)", "PEV051.POK.IBM.COM", "", true, true, "localhost",
     "Host: localhost. is not cert's CN: PEV051.POK.IBM.COM"},
    {"CNIP", "NISTECC SIZE(256)", "localhost", "", true, true, "127.0.0.1", "IP: 127.0.0.1 is not in the cert's list:"},
    {"ALTIP", "NISTECC SIZE(256)", "host", both_names, true, true, "127.0.0.1"},
    {"EXPIRED", "NISTECC SIZE(256)", "localhost", "NOTBEFORE(DATE(2020-01-01)) NOTAFTER(DATE(2021-01-01)) TRUST", true,
     true, "localhost", "certificate has expired"},
    {"RSA1024", "RSA SIZE(1024)", "localhost", both_names},
    {"RSA2048", "RSA SIZE(2048)", "localhost", both_names},
    {"RSA4096", "RSA SIZE(4096)", "localhost", both_names},
    {"BRAIN", "BPECC SIZE(256)", "localhost", both_names, true, true, "localhost", "alert handshake failure"},
};

class ZoweChains : public test_support::ZoweCli {
 protected:
  /// TSO commands; a certificate that has ended is a warning.
  void run(const std::string& system, const std::vector<std::string>& commands) const {
    std::string line = std::string(RINGSIDE_BINARY) + " --key-cache none " + options() + " --system " + system + " tso";
    for (const std::string& command : commands) line += " \"" + command + "\"";
    const auto result = run_program(line);
    EXPECT_LE(result.status, 4) << result.output;
  }
  void make_lab() override {
    std::string systems;
    for (const Chain& chain : chains) systems += std::string(" --add ") + chain.system + ":zos";
    ringside("lab new --add SYSA:zos" + systems);
    for (const Chain& chain : chains) {
      const std::string ca = chain.system;
      std::vector<std::string> commands = {
          "ADDUSER IZUSVR NOPASSWORD",
          "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('" + ca + "')) WITHLABEL('" + ca +
              "') NISTECC SIZE(256) NOTBEFORE(DATE(2019-01-01)) NOTAFTER(DATE(2036-01-01))",
          std::string("RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('") + chain.host_name + "')) WITHLABEL('Server') " +
              chain.key + " " + chain.more + " SIGNWITH(CERTAUTH LABEL('" + ca + "'))",
          "RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)",
          "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(IZUKeyring.IZUDFLT) DEFAULT)",
          "RACDCERT CERTAUTH EXPORT(LABEL('" + ca + "')) DSN('CA.CRT') FORMAT(CERTB64)"};
      if (chain.sends_ca)
        commands.push_back("RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('" + ca + "') RING(IZUKeyring.IZUDFLT))");
      run(chain.system, commands);
      ringside("--system " + ca + " get CA.CRT " + file(ca + ".pem"));
    }
  }
};

TEST_F(ZoweChains, SayWhatOpenSslSaysOfThem) {
  for (const Chain& chain : chains) {
    SCOPED_TRACE(chain.system);
    const std::string trusted =
        chain.trusts_ca ? "NODE_EXTRA_CA_CERTS=" + file(std::string(chain.system) + ".pem") : "";
    const auto result =
        bare_zowe("zosmf check status --user IBMUSER --password SYS1", trusted, chain.system, chain.host);
    EXPECT_EQ(result.status, *chain.error == '\0' ? 0 : 1) << result.output;
    EXPECT_THAT(result.output, HasSubstr(chain.error));
  }
}

/// Certificates that RACDCERT does not make: other programs have made them, and ADD takes them in.
class ZoweForeignCertificates : public test_support::ZoweCli {
 protected:
  void make_lab() override {
    ZoweCli::make_lab();
    const auto made = run_program("cd " + folder_.path().string() + R"sh( &&
        for ca in old client; do
          openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=$ca -days 30 -keyout $ca.key -out $ca.crt
        done &&
        for leaf in old client; do
          openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout $leaf.leaf.key -out $leaf.req
        done &&
        openssl x509 -req -in old.req -CA old.crt -CAkey old.key -CAcreateserial -sha1 -days 20 -out old.leaf.crt &&
        printf 'extendedKeyUsage=serverAuth\n' >usage &&
        openssl x509 -req -in client.req -CA client.crt -CAkey client.key -CAcreateserial -days 20 -extfile usage -out client.leaf.crt &&
        openssl pkcs12 -export -in old.leaf.crt -inkey old.leaf.key -passout pass:pw -out old.p12)sh");
    ASSERT_EQ(made.status, 0) << made.output;
    ringside("--system SYSA put " + file("client.crt") + " CLIENT.CRT");
    tso_all("SYSA", {"RACDCERT CERTAUTH ADD('CLIENT.CRT') WITHLABEL('client') TRUST",
                     "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('client') RING(IZUKeyring.IZUDFLT))"});
    ringside("--system SYSB put " + file("old.crt") + " OLD.CRT");
    ringside("--system SYSB put --binary " + file("old.p12") + " OLD.P12");
    tso_all("SYSB", {"ADDUSER IZUSVR NOPASSWORD", "RACDCERT CERTAUTH ADD('OLD.CRT') WITHLABEL('old') TRUST",
                     "RACDCERT ID(IZUSVR) ADD('OLD.P12') WITHLABEL('Server') TRUST PASSWORD('pw')",
                     "RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)",
                     "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server') RING(IZUKeyring.IZUDFLT) DEFAULT)",
                     "RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('old') RING(IZUKeyring.IZUDFLT))"});
  }
};

TEST_F(ZoweForeignCertificates, ASha1SignatureAndAWrongUsageAreRefused) {
  const auto sha1 =
      bare_zowe("zosmf check status --user IBMUSER --password SYS1", "NODE_EXTRA_CA_CERTS=" + file("old.crt"), "SYSB");
  EXPECT_EQ(sha1.status, 1);
  EXPECT_THAT(sha1.output, HasSubstr("CA signature digest algorithm too weak"));
  const auto usage = bare_zowe("zosmf list systems --cert-file client.leaf.crt --cert-key-file client.leaf.key",
                               "NODE_EXTRA_CA_CERTS=" + ca_);
  EXPECT_EQ(usage.status, 1);
  EXPECT_THAT(usage.output, HasSubstr("alert unsupported certificate"));
}

}  // namespace
}  // namespace ringside
