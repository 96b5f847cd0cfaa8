// tests/server/services/gateway_test.cpp - a primary asks secondaries over real TLS: who trusts whom decides.
#include "server/services/gateway.hpp"

#include <thread>

#include <gmock/gmock.h>

#include "tests/server/services/served_lab.hpp"

namespace ringside::services {
namespace {

using testing::HasSubstr;
using namespace test;

class GatewayTest : public ServedLab {
 protected:
  ~GatewayTest() override {
    listener_.stop();
    if (thread_.joinable()) thread_.join();
  }
  /// Opens a port for an instance.
  void open(Instance& instance) {
    const auto port =
        listener_.open({"127.0.0.1", 0, [this, &instance] { return instances_.offer(instance); },
                        [this, &instance](const http::Request& r) { return instances_.answer(instance, r); },
                        [](const std::string&) {}});
    instances_.state().ports[instance.system.name] = port.value();
  }
  void run() {
    thread_ = std::thread([this] { listener_.run(); });
  }
  static http::Request to(const std::string& system, const std::string& path = "/zosmf/info") {
    auto asked = with_password(request("GET", path));
    asked.headers.add("X-IBM-Target-System", system);
    return asked;
  }
  /// Copies a CA from one system to another and connects it to the ring.
  void trust(const std::string& system, const std::string& ca, const std::string& from) {
    lab_.must("RACDCERT CERTAUTH EXPORT(LABEL('" + ca + "')) DSN('CA.CRT')", from);
    lab_.copy("CA.CRT", from, system);
    lab_.must("RACDCERT CERTAUTH ADD('CA.CRT') WITHLABEL('" + ca + " of " + from + "') TRUST", system);
    lab_.must("RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('" + ca + " of " + from + "') RING(IZUKeyring.IZUDFLT))",
              system);
  }

  http::Listener listener_;
  std::thread thread_;
};

// The three situations of z/OSMF's book: one CA, CAs of their own, CAs with the same name.
TEST_F(GatewayTest, ThePrimaryReachesTheSecondariesWhoseCaIsOnItsRing) {
  Instance& primary = serve("SYS1");
  for (const char* name : {"SYSX1", "SYSX2", "SYSX3"}) lab_.add_system(name);
  make_ring(lab_, "SYSX2", "Saturn");
  make_ring(lab_, "SYSX3");  // its CA has the name of the primary's, and another key
  lab_.must("ADDUSER IZUSVR NOPASSWORD", "SYSX1");
  lab_.must("RACDCERT ID(IZUSVR) ADDRING(IZUKeyring.IZUDFLT)", "SYSX1");
  lab_.must(
      "RACDCERT ID(IZUSVR) GENCERT SUBJECTSDN(CN('x1')) WITHLABEL('X1') NISTECC SIZE(256) SIGNWITH(CERTAUTH "
      "LABEL('zOSMFCA'))");
  lab_.must("RACDCERT ID(IZUSVR) EXPORT(LABEL('X1')) DSN('X1.P12') FORMAT(PKCS12DER) PASSWORD('pw')");
  lab_.copy("X1.P12", "SYS1", "SYSX1");
  lab_.must("RACDCERT ID(IZUSVR) ADD('X1.P12') WITHLABEL('X1') TRUST PASSWORD('pw')", "SYSX1");
  lab_.must("RACDCERT ID(IZUSVR) CONNECT(LABEL('X1') RING(IZUKeyring.IZUDFLT) DEFAULT)", "SYSX1");
  for (const char* name : {"SYSX1", "SYSX2", "SYSX3"}) {
    Instance& secondary = instances_.add(lab_.on(name).system, ring);
    open(secondary);
  }
  run();

  const auto x1 = answer(primary, to("sysx1"));
  EXPECT_EQ(x1.status, 200u) << x1.body;
  EXPECT_EQ(text_in(x1, "zosmf_hostname"), "SYSX1");
  auto x2 = answer(primary, to("SYSX2"));
  EXPECT_EQ(x2.status, 500u);
  EXPECT_THAT(text_in(x2, "errorMsg"),
              HasSubstr("The secure connection to SYSX2 failed: self-signed certificate in certificate chain"));
  EXPECT_EQ(text_in(x2, "racfReason"), "not on ring");
  EXPECT_THAT(x2.body, HasSubstr("CONNECT(CERTAUTH"));
  const auto x3 = answer(primary, to("SYSX3"));
  EXPECT_EQ(x3.status, 500u);
  EXPECT_EQ(text_in(x3, "racfReason"), "same name, another key");

  trust("SYS1", "Saturn", "SYSX2");
  x2 = answer(primary, to("SYSX2", "/zosmf/resttopology/systems"));
  EXPECT_EQ(x2.status, 200u) << x2.body;
  EXPECT_EQ(answer(primary, to("SYSX3")).status, 500u);
}

TEST_F(GatewayTest, AsksSeveralSystems) {
  Instance& primary = serve("SYS1");
  open(primary);
  run();
  auto asked = with_password(request("GET", "/zosmf/gateway/systems"));
  asked.query = {{"content", "{'target':'SYS1,SYS9','resourcePath':'/zosmf/info'}"}};
  const auto response = answer(primary, asked);
  EXPECT_EQ(response.status, 200u);
  EXPECT_EQ(text_in(response, "numOfSystems"), "2");
  EXPECT_THAT(response.body, HasSubstr("zosmf_hostname"));
  EXPECT_THAT(response.body, HasSubstr("RSD507E"));
}

TEST_F(GatewayTest, LogsOnToAnotherSystemWithItsPassword) {
  Instance& primary = serve("SYS1");
  lab_.must("ADDUSER USER1 PASSWORD(X)");
  racf::keep_password(lab_.session(), "USER1", base::Secret("ONE"));
  lab_.add_system("SYSX");
  make_ring(lab_, "SYSX", "Saturn");
  open(serve_as_it_is("SYSX"));
  run();
  trust("SYS1", "Saturn", "SYSX");
  const std::string path = "/zosmf/resttopology/systems";
  auto asked = with_password(request("GET", path), "USER1:ONE");
  asked.headers.add("X-IBM-Target-System", "SYSX");
  EXPECT_EQ(answer(primary, asked).status, 401u) << "USER1 is no user of SYSX";
  auto logon = with_password(request("POST", "/zosmf/gateway/logon"), "USER1:ONE");
  logon.body = R"({"userid": "IBMUSER", "password": "SYS1", "systemName": "SYSX"})";
  EXPECT_EQ(answer(primary, logon).status, 200u);
  EXPECT_EQ(answer(primary, asked).status, 200u);
  auto logoff = with_password(request("POST", "/zosmf/gateway/logoff"), "USER1:ONE");
  logoff.body = R"({"systemName": "SYSX"})";
  EXPECT_EQ(answer(primary, logoff).status, 200u);
  EXPECT_EQ(answer(primary, asked).status, 401u);
}

TEST_F(GatewayTest, ContentThatCannotBeUsedIsRefused) {
  Instance& primary = serve("SYS1");
  for (const char* content :
       {"", "x", "{}", "{'target':'SYS1'}", "{'target':'SYS1','resourcePath':'/zosmf/gateway/system'}",
        "{'target':'SYS1','resourcePath':'/zosmf/info HTTP/1.1'}", "{'resourcePath':'/zosmf/info'}"}) {
    auto asked = with_password(request("GET", "/zosmf/gateway/system"));
    asked.query = {{"content", content}};
    EXPECT_EQ(answer(primary, asked).status, 400u) << content;
  }
}

TEST_F(GatewayTest, ASystemThatIsUnknownOrNotServedIsTold) {
  Instance& primary = serve("SYS1");
  EXPECT_EQ(answer(primary, to("SYS9")).status, 404u);
  lab_.add_system("SYSX");
  const auto response = answer(primary, to("SYSX"));
  EXPECT_EQ(response.status, 502u);
  EXPECT_THAT(response.body, HasSubstr("no process serves it"));
}

}  // namespace
}  // namespace ringside::services
