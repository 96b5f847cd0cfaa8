// tests/interop/zowe/renewal_interop_test.cpp - a renewal that is done wholly through the real Zowe CLI is seen by
// `curl --cacert` on the same port, and connections that are open stay.
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>

#include "tests/interop/zowe_cli.hpp"

namespace ringside {
namespace {

using test_support::run_program;

/// A connection that asks /zosmf/info as often as it is told, on one handshake.
class OpenConnection {
 public:
  OpenConnection(const std::string& folder, const std::string& port)
      : answers_(folder + "/connection.txt"),
        pipe_(::popen(("cd " + folder + " && exec openssl s_client -quiet -connect localhost:" + port +
                       " -CAfile zOSMFCA.pem >connection.txt 2>connection.log")
                          .c_str(),
                      "w")) {
    test_support::write_file(answers_, "");
    if (pipe_ == nullptr) throw std::runtime_error("s_client cannot be started");
  }
  ~OpenConnection() { ::pclose(pipe_); }
  OpenConnection(const OpenConnection&) = delete;
  OpenConnection& operator=(const OpenConnection&) = delete;

  /// Whether the server answers another request; `more` are further headers.
  bool ask(const std::string& more = "") {
    const std::string request =
        "GET /zosmf/info HTTP/1.1\r\nHost: localhost\r\nX-CSRF-ZOSMF-HEADER: 1\r\n" + more + "\r\n";
    ::fputs(request.c_str(), pipe_);
    ::fflush(pipe_);
    ++asked_;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < end) {
      if (answered() == asked_) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }

 private:
  [[nodiscard]] std::size_t answered() const {
    const std::string text = test_support::read_file(answers_);
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find("zosmf_hostname", at)) != std::string::npos; ++at) ++count;
    return count;
  }

  std::string answers_;
  FILE* pipe_;
  std::size_t asked_ = 0;
};

class ZoweRenewal : public test_support::ZoweCli {
 protected:
  /// What curl, which trusts the CA only, sees of the certificate of the server.
  [[nodiscard]] std::string serial() const {
    const auto shown = run_program("curl -sS --cacert " + ca_ +
                                   " -H 'X-CSRF-ZOSMF-HEADER: 1' -o /dev/null -w '%{certs}' https://localhost:" +
                                   server_->port("SYSA") + "/zosmf/info | grep -i '^Serial Number'");
    EXPECT_EQ(shown.status, 0) << shown.output;
    return shown.output.substr(0, shown.output.find('\n'));
  }
};

TEST_F(ZoweRenewal, ARolloverThroughZoweIsSeenByCurlAfterTheRefresh) {
  submit({"SETROPTS RACLIST(DIGTCERT DIGTRING)", "SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH"});
  const std::string before = serial();
  OpenConnection open(folder_.path(), server_->port("SYSA"));
  EXPECT_TRUE(open.ask());
  submit({"RACDCERT ID(IZUSVR) REKEY(LABEL('Server')) WITHLABEL('Server2')",
          "RACDCERT ID(IZUSVR) GENREQ(LABEL('Server2')) DSN('IBMUSER.SERVER.REQ')",
          "RACDCERT ID(IZUSVR) GENCERT('IBMUSER.SERVER.REQ') SIGNWITH(CERTAUTH LABEL('zOSMFCA'))",
          "RACDCERT ID(IZUSVR) ROLLOVER(LABEL('Server')) NEWLABEL('Server2')"});
  EXPECT_EQ(serial(), before) << "a RACLISTed class changes with its REFRESH only";
  submit({"SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH"});
  const std::string after = serial();
  EXPECT_NE(after, before);
  EXPECT_EQ(zowe("zosmf check status").status, 0) << "the CA is the same";
  EXPECT_TRUE(open.ask("Connection: close\r\n")) << "a connection from before stays";

  submit(
      {"RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('localhost')) WITHLABEL('Server3') NISTECC SIZE(256) "
       "ALTNAME(DOMAIN('localhost')) SIGNWITH(CERTAUTH LABEL('zOSMFCA'))",
       "RACDCERT ID(IZUSVR) CONNECT(LABEL('Server3') RING(IZUKeyring.IZUDFLT) DEFAULT)",
       "SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH"});
  EXPECT_NE(serial(), after);
}

}  // namespace
}  // namespace ringside
