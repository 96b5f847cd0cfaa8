// tests/emulator/hosttools/network/lab_network_test.cpp - from a host and a port to a server.
#include "emulator/hosttools/network/lab_network.hpp"

#include <gmock/gmock.h>

#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "emulator/lab/host_names.hpp"

namespace ringside::network {
namespace {

using host::NetworkError;

class Network : public testing::Test {
 protected:
  Network() {
    lab_.add_system(server_);
    lab_.add_system(client_);
    lab_.set_seed("network");
    host::TextStreams streams;
    host::Process process{lab_, server_, "root", files_, streams};
    EXPECT_EQ(shell::run_script("openssl req -x509 -newkey ec -pkeyopt group:P-256 -nodes -keyout s.key -out s.crt "
                                "-subj /CN=server\nopenssl genpkey -algorithm EC -pkeyopt group:P-256 -out o.key",
                                process),
              0)
        << streams.errors();
  }

  void listen(const std::string& kind, const std::string& identity, const std::string& key = "") {
    auto listeners = lab_.listeners();
    listeners.remove("ENGINE", 443);
    ASSERT_TRUE(listeners.add({"ENGINE", 443, kind, identity, key, "", "", true}));
  }
  std::string why(const database::Listener& listener) {
    const auto server = LabNetwork(lab_, "DESK").server_of(listener);
    return server ? "(served)" : server.error();
  }

  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'500'000'000}}};
  lab::Lab lab_{"", clock_};
  database::SystemRecord server_{"ENGINE", "distributed", "", "ENGINE", 0};
  database::SystemRecord client_{"DESK", "distributed", "", "DESK", 0};
  host::LabFiles files_{lab_, server_, "root"};
};

TEST_F(Network, AHostIsASystemInAnyCaseWithOrWithoutItsDomain) {
  listen("pem", "/s.crt", "/s.key");
  LabNetwork desk(lab_, "DESK"), engine(lab_, "ENGINE");
  for (const char* host : {"engine", "ENGINE", "engine.example.com"}) {
    const auto server = desk.reach(host, 443);
    ASSERT_TRUE(server) << host;
    EXPECT_TRUE(server->mutual);
    EXPECT_TRUE(server->party.identity);
  }
  for (const char* host : {"localhost", "127.0.0.1", "::1", ""}) {
    EXPECT_TRUE(engine.reach(host, 443)) << host;
    EXPECT_EQ(desk.reach(host, 443).error(), NetworkError::refused) << host;
  }
  lab::set_host_names(lab_, "ENGINE", {"mq.example.com", "10.0.0.7"});
  for (const char* host : {"MQ.example.com", "10.0.0.7", "engine"}) EXPECT_TRUE(desk.reach(host, 443)) << host;
  EXPECT_EQ(desk.reach("engine", 444).error(), NetworkError::refused);
  EXPECT_EQ(desk.reach("nosuch", 443).error(), NetworkError::unknown_host);
}

TEST_F(Network, AServerWhoseFilesDoNotFitRefuses) {
  listen("pem", "/s.crt", "/o.key");
  EXPECT_EQ(LabNetwork(lab_, "DESK").reach("engine", 443).error(), NetworkError::refused);
}

TEST_F(Network, TheReasonIsASentence) {
  EXPECT_EQ(why({"ENGINE", 443, "pem", "/s.crt", "/o.key", "", "", false}),
            "/o.key: is not the key of the certificate");
  EXPECT_EQ(why({"ENGINE", 443, "pem", "/nosuch", "/s.key", "", "", false}), "/nosuch: No such file or directory");
  EXPECT_EQ(why({"ENGINE", 443, "pem", "/s.key", "/s.key", "", "", false}), "/s.key: holds no certificate");
  EXPECT_EQ(why({"ENGINE", 443, "pem", "/s.crt", "/s.key", "/nosuch", "", false}),
            "/nosuch: No such file or directory");
  EXPECT_EQ(why({"ENGINE", 443, "agent", "/opt/TWS", "", "", "", true}), "the agent of /opt/TWS does not run");
  EXPECT_EQ(why({"ENGINE", 443, "ring", "noslash", "", "", "", false}), "noslash: is not of the form OWNER/RING");
  EXPECT_EQ(why({"NOSUCH", 443, "pem", "/s.crt", "/s.key", "", "", false}), "the lab has no system NOSUCH");
}

TEST_F(Network, FilesOfTheOwnSystemMayBeOutsideTheLab) {
  host::LabFiles others(lab_, client_, "root");
  ASSERT_TRUE(others.write("/c.crt", *files_.read("/s.crt")));
  ASSERT_TRUE(others.write("/c.key", *files_.read("/s.key")));
  const database::Listener listener{"ENGINE", 443, "pem", "/c.crt", "/c.key", "", "", false};
  EXPECT_FALSE(LabNetwork(lab_, "ENGINE").server_of(listener));
  EXPECT_TRUE(LabNetwork(lab_, "ENGINE", &others).server_of(listener));
  EXPECT_FALSE(LabNetwork(lab_, "DESK", &others).server_of(listener)) << "another system's files are the lab's";
}

}  // namespace
}  // namespace ringside::network
