// tests/emulator/hosttools/network/listen_test.cpp - servers of a lab, and openssl s_client that calls them.
#include "emulator/hosttools/network/listen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "emulator/database/listeners.hpp"
#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/network/lab_network.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::network {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Listen : public testing::Test {
 protected:
  Listen() {
    lab_.add_system(server_);
    lab_.add_system(client_);
    lab_.set_seed("listen");
    EXPECT_THAT(on(server_,
                   "openssl req -x509 -newkey rsa:1024 -nodes -keyout ca.key -out ca.crt -subj /CN=CA -days 90\n"
                   "openssl req -new -newkey rsa:1024 -nodes -keyout s.key -out s.csr -subj /CN=server\n"
                   "openssl x509 -req -in s.csr -CA ca.crt -CAkey ca.key -out s.crt\n"
                   "openssl req -new -newkey rsa:1024 -nodes -keyout c.key -out c.csr -subj /CN=client\n"
                   "openssl x509 -req -in c.csr -CA ca.crt -CAkey ca.key -out c.crt\n"),
                StartsWith("0|"));
    for (const char* file : {"/ca.crt", "/c.crt", "/c.key"}) copy(file);
  }

  std::string on(const database::SystemRecord& system, const std::string& script,
                 openssl::Personality release = openssl::Personality::v3_0) {
    host::TextStreams streams;
    host::LabFiles files(lab_, system, "root");
    LabNetwork network(lab_, system.name);
    host::Process process{lab_, system, "root", files, streams, "/", {}, &network};
    const int status = shell::run_script(script, process, release);
    return std::to_string(status) + "|" + streams.output() + "|" + streams.errors();
  }
  std::string call(const std::string& arguments, openssl::Personality release = openssl::Personality::v3_0) {
    return on(client_, "openssl s_client " + arguments + " </dev/null", release);
  }
  void copy(const std::string& file) {
    const host::LabFiles from(lab_, server_, "root");
    host::LabFiles to(lab_, client_, "root");
    ASSERT_TRUE(to.write(file, *from.read(file)));
  }

  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'500'000'000}}};
  lab::Lab lab_{"", clock_};
  database::SystemRecord server_{"ENGINE", "distributed", "", "ENGINE", 0};
  database::SystemRecord client_{"DESK", "distributed", "", "DESK", 0};
};

TEST_F(Listen, NobodyListensWhereNobodyWasEntered) {
  EXPECT_THAT(call("-connect engine:443"),
              AllOf(StartsWith("1||"), HasSubstr("Connection refused"), HasSubstr("connect:errno=111")));
  EXPECT_THAT(call("-connect nosuch:443"), AllOf(StartsWith("1||"), HasSubstr("Name or service not known")));
}

TEST_F(Listen, AServerOfAnotherSystemIsReachedByItsName) {
  EXPECT_EQ(on(server_, "ringside-listen 443 --cert s.crt --key s.key"), "0||");
  const std::string said = call("-connect engine.example.com:443 -CAfile ca.crt");
  EXPECT_THAT(said, AllOf(StartsWith("0|CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = server\n"),
                          HasSubstr("Verification: OK\n"), HasSubstr("No client certificate CA names sent\n"),
                          HasSubstr("Verify return code: 0 (ok)\n---\n"), HasSubstr("depth=0 CN = server\n"),
                          HasSubstr("DONE\n")));
}

TEST_F(Listen, AnUnknownAuthorityIsForgivenUnlessTheOptionSaysOtherwise) {
  ASSERT_EQ(on(server_, "ringside-listen 443 --cert s.crt --key s.key"), "0||");
  EXPECT_THAT(call("-connect engine:443"),
              AllOf(StartsWith("0|"), HasSubstr("verify error:num=20:unable to get local issuer certificate\n"),
                    HasSubstr("Verify return code: 21 (unable to verify the first certificate)")));
  EXPECT_THAT(call("-connect engine:443 -verify_return_error"),
              AllOf(StartsWith("1|"), HasSubstr("no peer certificate available"), Not(HasSubstr("DONE"))));
}

// Under TLS 1.3 the client is through before the server has judged: the exit status lies, and the remark says so.
TEST_F(Listen, ARefusedClientHearsOfItUnderTls12Alone) {
  ASSERT_EQ(on(server_, "ringside-listen 443 --cert s.crt --key s.key --ca ca.crt --mutual"), "0||");
  EXPECT_THAT(call("-connect engine:443 -CAfile ca.crt -tls1_3"),
              AllOf(StartsWith("0|"), HasSubstr("Acceptable client certificate CA names\nCN = CA\n"),
                    HasSubstr("RSD423W the server has refused the client: peer did not return a certificate")));
  EXPECT_THAT(call("-connect engine:443 -CAfile ca.crt -tls1_2"),
              AllOf(StartsWith("1|"), HasSubstr("alert handshake failure"), Not(HasSubstr("RSD423W"))));
  EXPECT_THAT(on(client_, "echo hello | openssl s_client -connect engine:443 -CAfile ca.crt -brief"),
              AllOf(StartsWith("1|"), HasSubstr("alert certificate required")));
  EXPECT_THAT(call("-connect engine:443 -CAfile ca.crt -cert c.crt -key c.key"),
              AllOf(StartsWith("0|"), Not(HasSubstr("RSD423W")), HasSubstr("DONE")));
}

TEST_F(Listen, AHostNameIsCheckedWhereItIsAskedFor) {
  ASSERT_EQ(on(server_, "ringside-listen 443 --cert s.crt --key s.key"), "0||");
  EXPECT_THAT(call("-connect engine:443 -CAfile ca.crt -verify_hostname server -brief"),
              HasSubstr("Verification: OK\nVerified peername: server\n"));
  EXPECT_THAT(call("-connect engine:443 -CAfile ca.crt -verify_hostname other -brief"),
              HasSubstr("verify error:num=62:hostname mismatch\n"));
}

TEST_F(Listen, EachReleaseGivesItsAccount) {
  ASSERT_EQ(on(server_, "ringside-listen 443 --cert s.crt --key s.key"), "0||");
  EXPECT_THAT(call("-connect engine:443 -CAfile ca.crt", openssl::Personality::v1_0),
              AllOf(HasSubstr(" 0 s:/CN=server\n   i:/CN=CA\n---\n"), HasSubstr("New, TLSv1/SSLv3, Cipher is"),
                    HasSubstr("Protocol  : TLSv1.2"), Not(HasSubstr("Verification:"))));
  EXPECT_THAT(call("-connect engine:443 -CAfile ca.crt", openssl::Personality::v1_1),
              AllOf(HasSubstr(" 0 s:CN = server\n   i:CN = CA\n---\n"), HasSubstr("New, TLSv1.3, Cipher is")));
}

TEST_F(Listen, AServerThatCannotComeUpIsNotEntered) {
  EXPECT_THAT(on(server_, "ringside-listen 443 --cert s.crt --key c.key"),
              StartsWith("1||RSD422E /c.key: is not the key of the certificate"));
  EXPECT_THAT(on(server_, "ringside-listen 443 --cert nosuch --key s.key"), HasSubstr("No such file or directory"));
  EXPECT_THAT(on(server_, "ringside-listen 443 --key-store s.crt --password x"), StartsWith("1||RSD422E /s.crt: "));
  EXPECT_THAT(on(server_, "ringside-listen 0 --cert s.crt"), StartsWith("2||usage: ringside-listen PORT"));
  EXPECT_THAT(on(server_, "ringside-listen 443 --foo x"), StartsWith("2||usage:"));
  EXPECT_TRUE(lab_.listeners().of("ENGINE").empty());
}

TEST_F(Listen, APortIsTakenOnceAndGivenBack) {
  ASSERT_EQ(on(server_, "ringside-listen 443 --cert s.crt --key s.key"), "0||");
  EXPECT_THAT(on(server_, "ringside-listen 443 --cert s.crt --key s.key"), HasSubstr("RSD422E port 443 is in use"));
  EXPECT_EQ(on(server_, "ringside-listen --stop 443"), "0||");
  EXPECT_THAT(on(server_, "ringside-listen --stop 443"), HasSubstr("RSD422E nobody listens on port 443"));
  EXPECT_THAT(call("-connect engine:443"), HasSubstr("Connection refused"));
}

// What is on disk counts when the connection is made.
TEST_F(Listen, AServerWhoseFilesAreGoneRefusesConnections) {
  ASSERT_EQ(on(server_, "ringside-listen 443 --cert s.crt --key s.key; rm s.key"), "0||");
  EXPECT_THAT(call("-connect engine:443"), HasSubstr("Connection refused"));
}

TEST_F(Listen, AKeyStoreServesWithItsFirstKey) {
  ASSERT_THAT(on(server_,
                 "keytool -genkeypair -storetype JKS -alias server -keyalg RSA -keysize 2048 -dname CN=java -keystore "
                 "k.jks -storepass default -keypass default\n"
                 "ringside-listen 31116 --key-store k.jks --password default"),
              StartsWith("0|"));
  EXPECT_THAT(call("-connect engine:31116"), HasSubstr("verify error:num=18:self-signed certificate"));
}

TEST_F(Listen, AKeyRingServesItsDefaultCertificate) {
  database::SystemRecord zos{"SYS1", "zos", "", "RACF", 0};
  lab_.add_system(zos);
  EXPECT_THAT(on(zos, "ringside-listen 443 --ring IBMUSER/NOSUCH"), StartsWith("1||RSD422E "));
  racf::Session session{lab_, zos, "IBMUSER"};
  for (const char* command : {"SETROPTS CLASSACT(FACILITY)", "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)",
                              "RACDCERT ADDRING(R)", "RACDCERT GENCERT SUBJECTSDN(CN('first')) WITHLABEL('F') NISTECC",
                              "RACDCERT GENCERT SUBJECTSDN(CN('default')) WITHLABEL('D') NISTECC",
                              "RACDCERT CONNECT(LABEL('F') RING(R))", "RACDCERT CONNECT(LABEL('D') RING(R) DEFAULT)"})
    ASSERT_EQ(tso::execute(session, parser::single_command(command)).return_code, 0) << command;
  ASSERT_EQ(on(zos, "ringside-listen 443 --ring IBMUSER/R"), "0||");
  EXPECT_THAT(call("-connect sys1:443"), HasSubstr("\n 0 s:CN = default\n"));
  ASSERT_EQ(on(zos, "ringside-listen 444 --ring IBMUSER/R --label F"), "0||");
  EXPECT_THAT(call("-connect sys1:444"), HasSubstr("\n 0 s:CN = first\n"));
}

}  // namespace
}  // namespace ringside::network
