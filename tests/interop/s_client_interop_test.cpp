// tests/interop/s_client_interop_test.cpp - the real s_client against the real s_server, ours against the same files:
// exit status and every line that both can know.
#include <filesystem>
#include <regex>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/network/lab_network.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::network {
namespace {

class SClientInterop : public testing::Test {
 protected:
  void SetUp() override {
    if (!test_support::run_program("openssl version").output.starts_with("OpenSSL 3.0"))
      GTEST_SKIP() << "these lines are those of OpenSSL 3.0";
    lab_.add_system(system_);
    ASSERT_EQ(ours("openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -subj /C=IT/CN=CA -days 90\n"
                   "openssl req -new -newkey rsa:2048 -nodes -keyout s.key -out s.csr -subj /CN=server\n"
                   "openssl x509 -req -in s.csr -CA ca.crt -CAkey ca.key -out s.crt\n"
                   "openssl req -new -newkey rsa:2048 -nodes -keyout c.key -out c.csr -subj /CN=client\n"
                   "openssl x509 -req -in c.csr -CA ca.crt -CAkey ca.key -out c.crt\n")
                  .status,
              0);
  }

  struct Ran {
    int status = 0;
    std::string text;
  };

  /// Without what is drawn at random, the number of the socket (what else is open decides it), lists of algorithms
  /// (ours keep the old ones), and places in OpenSSL's sources.
  static std::string comparable(const std::string& text) {
    static const std::regex unknowable(
        "CONNECTED\\([0-9A-F]{8}\\)|([0-9A-F]{16}:)?error:.*|(Shared )?Requested Signature Algorithms:.*|SSL handshake "
        "has read.*"
        "| *(Session-ID|Master-Key|Start Time|Timeout|TLS session ticket).*|RSD423W.*");
    std::vector<std::string> kept;
    for (const std::string& line : base::lines(text))
      if (!std::regex_match(line, unknowable)) kept.push_back(line);
    return base::join(kept, "\n");
  }

  Ran ours(const std::string& script) {
    host::RealFiles files(directory_.path());
    host::TextStreams streams;
    LabNetwork network(lab_, system_.name, &files);
    host::Process process{lab_, system_, "root", files, streams, "/", {}, &network};
    const int status = shell::run_script(script, process);
    return {status, comparable(streams.output()) + "\n=====\n" + comparable(streams.errors())};
  }

  /// A real server for one call. Its standard input stays open, since it ends the connection otherwise.
  Ran real(const std::string& server, const std::string& client) {
    const auto ran = test_support::run_program(
        "cd " + directory_.path().string() +
        "\nrm -f server.log\nopenssl s_server -accept 127.0.0.1:0 -rev -no_ticket -num_tickets 0 " + server +
        " > server.log 2>&1 & server=$!\n" +
        "for i in $(seq 100); do grep -q ACCEPT server.log 2>/dev/null && break; sleep 0.1; done\n" +
        "port=$(sed -n 's/^ACCEPT.*:\\([0-9]*\\)$/\\1/p' server.log | head -1)\n" +
        "timeout 20 openssl s_client -connect 127.0.0.1:$port " + client + " </dev/null >out 2>err; status=$?\n" +
        "kill $server; exit $status");
    return {ran.status, comparable(test_support::read_file(directory_.file("out"))) + "\n=====\n" +
                            comparable(test_support::read_file(directory_.file("err")))};
  }

  void both(const std::string& server, const std::string& listener, const std::string& client) {
    ASSERT_EQ(ours("ringside-listen 4433 " + listener).status, 0) << listener;
    const Ran came = ours("openssl s_client -connect 127.0.0.1:4433 " + client + " </dev/null");
    ASSERT_EQ(ours("ringside-listen --stop 4433").status, 0);
    const Ran expected = real(server, client);
    EXPECT_EQ(came.status, expected.status) << client;
    EXPECT_EQ(came.text, expected.text) << client;
  }

  test_support::TemporaryDirectory directory_;
  base::SystemClock clock_;
  lab::Lab lab_{"", clock_};
  database::SystemRecord system_{"HOST", "distributed", "", "HOST", 0};
};

TEST_F(SClientInterop, AServerThatAsksForNothing) {
  for (const char* client :
       {"-CAfile ca.crt", "-CAfile ca.crt -tls1_2", "-CAfile ca.crt -tls1_3 -showcerts", "", "-brief",
        "-verify_return_error", "-tls1_2 -verify_return_error", "-CAfile ca.crt -servername server -brief",
        "-CAfile ca.crt -verify_hostname other -nameopt RFC2253", "-CAfile ca.crt -verify_hostname server -verify 2",
        "-CAfile s.crt -partial_chain -brief", "-CAfile ca.crt -attime 2000000000 -verify_quiet"})
    both("-cert s.crt -key s.key", "--cert s.crt --key s.key", client);
}

// Without a certificate TLS 1.3 is a race in the real pair, so that one call is made under 1.2.
TEST_F(SClientInterop, AServerThatInsistsOnACertificate) {
  for (const char* client : {"-CAfile ca.crt -cert c.crt -key c.key", "-CAfile ca.crt -cert c.crt -key c.key -tls1_2",
                             "-CAfile ca.crt -tls1_2"})
    both("-cert s.crt -key s.key -chainCAfile c.crt -CAfile ca.crt -Verify 1 -verify_return_error",
         "--cert s.crt --key s.key --ca ca.crt --mutual", client);
}

}  // namespace
}  // namespace ringside::network
