// tests/app/commands/trust_command_test.cpp - ringside trust: a lab's matrix as text and JSON.
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/command_line.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using testing::HasSubstr;

struct TrustRun {
  int status = 0;
  std::string out, error;
};

class TrustCommand : public testing::Test {
 protected:
  void SetUp() override {
    EXPECT_EQ(run({"--date", "2013-05-17", "--seed", "s", "lab", "new", "--add", "SYSA", "--add", "SYSB"}).status, 0);
    for (const char* system : {"SYSA", "SYSB"})
      EXPECT_EQ(run({"--system", system, "tso", "RACDCERT ADDRING(Ring)",
                     "RACDCERT GENCERT SUBJECTSDN(CN('" + std::string(system) + "')) WITHLABEL('S') NISTECC SIZE(256)",
                     "RACDCERT CONNECT(LABEL('S') RING(Ring) DEFAULT)"})
                    .status,
                0);
  }
  TrustRun run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--lab", folder_.file("test.lab")});
    std::istringstream in;
    std::ostringstream out, error;
    const int status = app::run(arguments, in, out, error);
    return {status, out.str(), error.str()};
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(TrustCommand, ShowsEveryRingThatHoldsCertificates) {
  const TrustRun result = run({"trust"});
  EXPECT_EQ(result.status, 0) << result.error;
  EXPECT_THAT(result.out, HasSubstr("TLS 1.2 and TLS 1.3\n"
                                    "  client \\ server  SYSA         SYSB\n"
                                    "  SYSA             -            not on ring\n"));
  EXPECT_THAT(result.out, HasSubstr("SYSA -> SYSB  not on ring: the issuer CN=SYSB is neither on ring IBMUSER/Ring"));
}

TEST_F(TrustCommand, ShowsThatALoneServerTrustsItselfOnceItsCertificateIsAnAnchor) {
  EXPECT_THAT(run({"trust", "SYSA:IBMUSER/Ring", "--tls", "1.3"}).out,
              HasSubstr("1 handshake: 0 trusted, 1 refused\n"));
  EXPECT_EQ(run({"--system", "SYSA", "tso", "RACDCERT CONNECT(LABEL('S') RING(Ring) DEFAULT USAGE(CERTAUTH))"}).status,
            0);
  EXPECT_THAT(run({"--system", "SYSA", "trust", "IBMUSER/Ring", "--tls", "1.3"}).out, HasSubstr("wrong usage"));
}

TEST_F(TrustCommand, GivesDataWithJson) {
  const TrustRun result = run({"trust", "--json", "--mutual"});
  EXPECT_EQ(result.status, 0);
  const auto json = nlohmann::json::parse(result.out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[0]["mutual"], true);
  ASSERT_EQ(json[0]["links"].size(), 4U);
  EXPECT_EQ(json[0]["links"][0]["client"], "SYSA");
  EXPECT_EQ(json[0]["links"][0]["reason"], "not on ring");
  EXPECT_EQ(json[0]["links"][0]["refused_by"], "client");
  EXPECT_EQ(json[0]["endpoints"][0]["ring"], "IBMUSER/Ring");
  EXPECT_EQ(json[1]["summary"]["links"], 4);
}

TEST_F(TrustCommand, EndsWithOneForARefusedLinkIfItIsAGate) {
  EXPECT_EQ(run({"trust"}).status, 0);
  EXPECT_EQ(run({"trust", "--gate"}).status, 1);
  EXPECT_EQ(run({"trust", "SYSA:IBMUSER/Ring", "SYSA:IBMUSER/Ring", "--gate"}).status, 64);
  for (const char* system : {"SYSA", "SYSB"})
    run({"--system", system, "tso", "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)",
         "RACDCERT GENCERT SUBJECTSDN(CN('t')) WITHLABEL('T') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA'))",
         "RACDCERT ADDRING(T)", "RACDCERT CONNECT(LABEL('T') RING(T) DEFAULT)",
         "RACDCERT CONNECT(CERTAUTH LABEL('CA') RING(T))"});
  EXPECT_EQ(run({"trust", "SYSA:IBMUSER/T", "--gate"}).status, 0);
}

TEST_F(TrustCommand, SpeaksOfRingsThatAreEmpty) {
  run({"--system", "SYSB", "tso", "RACDCERT ADDRING(Empty)"});
  const TrustRun result = run({"trust"});
  EXPECT_THAT(result.out,
              HasSubstr("remark: ring SYSB:IBMUSER/Empty holds no certificate, so no link of it was tried"));
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(run({"trust", "--gate"}).status, 1);
  EXPECT_THAT(run({"trust", "--until", "+1d", "--gate"}).out, HasSubstr("remark: ring SYSB:IBMUSER/Empty"));
}

TEST_F(TrustCommand, UntilSaysWhichLinksAreRefusedFromTheStart) {
  const TrustRun result = run({"trust", "--until", "+30d"});
  EXPECT_EQ(result.status, 1) << "no link holds";
  EXPECT_THAT(result.out, HasSubstr("from 2013/05/17 12:00:00 to 2013/06/16 12:00:00: 0 of 4 links hold at the start\n"
                                    "SYSA -> SYSB  not on ring"));
}

TEST_F(TrustCommand, SaysWhatIsWrongWithAnEndpoint) {
  EXPECT_THAT(run({"trust", "SYSC:IBMUSER/Ring"}).error, HasSubstr("the lab has no system SYSC"));
  EXPECT_EQ(run({"trust", "SYSA"}).status, 64);
  EXPECT_EQ(run({"trust", "IBMUSER/Ring"}).status, 64) << "there are two systems";
  EXPECT_EQ(run({"trust", "--tls", "1.1"}).status, 64);
  EXPECT_THAT(run({"trust", "SYSA:IBMUSER/Other", "SYSB:IBMUSER/Ring"}).out, HasSubstr("no ring"));
}

TEST(TrustCommandWithoutRings, EndsWithOne) {
  std::istringstream in;
  std::ostringstream out, error;
  EXPECT_EQ(app::run({"trust"}, in, out, error), 1);
  EXPECT_THAT(out.str(), HasSubstr("no link to check"));
}

/// Two systems that trust each other, whose certificates name hosts.
class TrustOfHosts : public TrustCommand {
 protected:
  void SetUp() override {
    done({"--date", "2013-05-17", "--seed", "s", "lab", "new", "--add", "SYSA", "--add", "SYSB", "--host",
          "SYSA=a.example.com", "--host", "SYSB=b.example.com,www.example.com"});
    for (const std::string system : {"SYSA", "SYSB"})
      done({"--system", system, "tso", "RACDCERT ADDRING(Ring)",
            "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA of " + system + "')) WITHLABEL('CA') NISTECC SIZE(256)",
            "RACDCERT GENCERT SUBJECTSDN(CN('server')) WITHLABEL('S') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('CA')) "
            "ALTNAME(DOMAIN('" +
                std::string(system == "SYSA" ? "a" : "b") + ".example.com'))",
            "RACDCERT CONNECT(LABEL('S') RING(Ring) DEFAULT)", "RACDCERT CONNECT(CERTAUTH LABEL('CA') RING(Ring))",
            "RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('" + system + ".CA')"});
    for (const auto& [from, to] : {std::pair("SYSA", "SYSB"), std::pair("SYSB", "SYSA")}) {
      const std::string name = std::string(from) + ".CA";
      done({"transfer", name, "--from", from, "--to", to});
      done({"--system", to, "tso", "RACDCERT CERTAUTH ADD('" + name + "') WITHLABEL('Other') TRUST",
            "RACDCERT CONNECT(CERTAUTH LABEL('Other') RING(Ring))"});
    }
  }
  void done(const std::vector<std::string>& arguments) {
    const TrustRun result = run(arguments);
    ASSERT_EQ(result.status, 0) << testing::PrintToString(arguments) << result.out << result.error;
  }
};

TEST_F(TrustOfHosts, ChecksTheHostNamesThatTheLabGives) {
  const TrustRun result = run({"trust", "--verify-host", "--gate"});
  EXPECT_EQ(result.status, 0) << result.out;
  EXPECT_THAT(result.out, HasSubstr("4 handshakes: 4 trusted, 0 refused"));
  EXPECT_THAT(result.out, HasSubstr("SYSB: the server's certificate does not name the host www.example.com"));
}

TEST_F(TrustOfHosts, RefusesAServerWhoseCertificateDoesNotNameItsHost) {
  done({"lab", "set", "--host", "SYSA=other.example.com"});
  const TrustRun result = run({"trust", "--verify-host", "--gate", "--tls", "1.3"});
  EXPECT_EQ(result.status, 1) << result.out;
  EXPECT_THAT(result.out, HasSubstr("SYSB -> SYSA  host name: "));
  EXPECT_THAT(result.out, HasSubstr("the certificate does not name the host other.example.com"));
  EXPECT_THAT(result.out, HasSubstr("2 handshakes: 1 trusted, 1 refused"));
  EXPECT_THAT(run({"doctor", "SYSB:IBMUSER/Ring", "SYSA:IBMUSER/Ring", "--verify-host"}).out,
              HasSubstr("ALTNAME(DOMAIN('other.example.com'))"));
}

TEST_F(TrustOfHosts, TakesTheNameOfTheSystemWithoutAHost) {
  done({"lab", "set", "--host", "SYSA="});
  EXPECT_THAT(run({"trust", "--verify-host", "--tls", "1.3"}).out,
              HasSubstr("the certificate does not name the host SYSA"));
  EXPECT_THAT(run({"trust", "--tls", "1.3"}).out, HasSubstr("the server's certificate names b.example.com"));
}

}  // namespace
}  // namespace ringside::app
