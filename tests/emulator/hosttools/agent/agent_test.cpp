// tests/emulator/hosttools/agent/agent_test.cpp - an agent starts when its files fit together, and says which do not.
#include "emulator/hosttools/agent/agent.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/shell/run.hpp"

namespace ringside::agent {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* certificates = "/opt/hcl/TWS/ITA/cpa/ita/cert";

class Agent : public testing::Test {
 protected:
  Agent() {
    lab_.add_system(system_);
    lab_.set_seed("agent");
    EXPECT_THAT(
        run("mkdir -p /opt/hcl/TWS/ITA/cpa/ita/cert; cd /opt/hcl/TWS; touch StartUpLwa ShutDownLwa; chmod 755 S*\n"
            "cat > ITA/cpa/ita/ita.ini <<EOF\n[ITA]\nssl_port = 31114\npassword_file = "
            "/opt/hcl/TWS/ITA/cpa/ita/cert/a.sth\n"
            "random_file=/opt/hcl/TWS/ITA/cpa/ita/cert/a.rnd\ncert_label=a\nkey_db_name=a\nEOF\n"
            "cd ITA/cpa/ita/cert\nprintf '%s' maestro00 > a.pwd; openssl base64 -in a.pwd -out a.sth\n"
            "openssl rand -out a.rnd 64; openssl genrsa -des3 -passout pass:maestro00 -out ita_prva.pem 1024\n"
            "openssl req -x509 -key ita_prva.pem -passin pass:maestro00 -subj /CN=agent -days 30 -out ita_pubaa.pem\n"
            "cp ita_pubaa.pem ita_puba.pem; cp ita_puba.pem ita_certa.pem\n"
            "openssl req -x509 -newkey rsa:1024 -nodes -keyout s.key -subj /CN=server -out server.pem\n"
            "cat ita_puba.pem server.pem > ita_ca_certa.pem; chown -R tws:tws /opt/hcl/TWS"),
        StartsWith("0|"));
  }

  std::string run(const std::string& script, const std::string& user = "root") {
    host::TextStreams streams;
    host::LabFiles files(lab_, system_, user);
    host::Process process{lab_, system_, user, files, streams, directory_, {}};
    const int status = shell::run_script(script, process);
    return std::to_string(status) + "|" + streams.output() + "|" + streams.errors();
  }
  /// What a start says after a change in the folder of certificates; the change is made as the agent's user.
  std::string start_after(const std::string& change) {
    return run(std::string("cd ") + certificates + "; " + change + "\n/opt/hcl/TWS/StartUpLwa", "tws");
  }

  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'500'000'000}}};
  lab::Lab lab_{"", clock_};
  database::SystemRecord system_{"NC117031", "ibmi", "", "NC117031", 0};
  std::string directory_ = "/";
};

TEST_F(Agent, StartsOnceWithFilesThatFitAndStops) {
  EXPECT_EQ(run("/opt/hcl/TWS/StartUpLwa", "tws"),
            "0|RSD418I the agent has started, with the certificate CN = agent and the label a\n|");
  EXPECT_EQ(run("/opt/hcl/TWS/StartUpLwa", "tws"), "1||RSD416E the agent is already running\n");
  EXPECT_EQ(run("cd /opt/hcl/TWS; ./ShutDownLwa", "tws"), "0|RSD415I the agent has stopped\n|");
  EXPECT_EQ(run("cd /opt/hcl/TWS; ./ShutDownLwa"), "0|RSD414I the agent is not running\n|");
}

TEST_F(Agent, OnlyItsOwnerAndRootMayStartIt) {
  EXPECT_EQ(run("/opt/hcl/TWS/StartUpLwa", "other"),
            "1||RSD413E the agent belongs to tws; other may neither start nor stop it\n");
  EXPECT_THAT(run("/opt/hcl/TWS/StartUpLwa", "root"), StartsWith("0|"));
  EXPECT_THAT(run("StartUpLwa"), HasSubstr("RSD401E /ITA/cpa/ita/ita.ini: No such file or directory"));
}

TEST_F(Agent, EachMisfitIsNamed) {
  EXPECT_THAT(start_after("rm a.rnd"), HasSubstr("RSD401E /opt/hcl/TWS/ITA/cpa/ita/cert/a.rnd: No such file"));
  EXPECT_THAT(start_after("touch a.rnd"), HasSubstr("RSD405E"));
  EXPECT_THAT(start_after("echo x > a.rnd; cp a.sth k; echo maestro00 > a.pwd; openssl base64 -in a.pwd -out a.sth"),
              HasSubstr("RSD404E /opt/hcl/TWS/ITA/cpa/ita/cert/a.sth: a line end follows the pass phrase"));
  EXPECT_THAT(start_after("echo '!' > a.sth"), HasSubstr("RSD403E"));
  EXPECT_THAT(start_after("printf other > a.pwd; openssl base64 -in a.pwd -out a.sth"),
              HasSubstr("RSD406E /opt/hcl/TWS/ITA/cpa/ita/cert/ita_prva.pem: the pass phrase of"));
  EXPECT_THAT(start_after("cp k a.sth; cp server.pem ita_puba.pem"), HasSubstr("RSD409E"));
  EXPECT_THAT(start_after("cp server.pem ita_certa.pem"), HasSubstr("RSD407E"));
  EXPECT_THAT(start_after("cp a.rnd ita_certa.pem"), HasSubstr("RSD408E"));
}

TEST_F(Agent, FilesOfAnotherOwnerKeepItFromStarting) {
  run(std::string("chown root ") + certificates + "/ita_prva.pem");
  const std::string refused = run("/opt/hcl/TWS/StartUpLwa");
  EXPECT_THAT(refused, HasSubstr("ita_prva.pem: belongs to root, and must belong to tws"));
  EXPECT_THAT(refused, HasSubstr("RSD417E the agent does not start"));
}

TEST_F(Agent, WhatIsDoubtfulIsAWarning) {
  EXPECT_THAT(start_after("cp ita_puba.pem ita_ca_certa.pem"), HasSubstr("RSD411W"));
  run("/opt/hcl/TWS/ShutDownLwa; echo 'colour = blue' >> /opt/hcl/TWS/ITA/cpa/ita/ita.ini");
  EXPECT_THAT(run("/opt/hcl/TWS/StartUpLwa"), HasSubstr("RSD420W ita.ini: the property colour is not known"));
}

TEST_F(Agent, AnExpiredCertificateKeepsItFromStarting) {
  lab_.set_clock(clock_.now() + std::chrono::hours(24 * 40));
  EXPECT_THAT(run("/opt/hcl/TWS/StartUpLwa"), HasSubstr("RSD410E"));
}

TEST_F(Agent, RunsWithTheSettingsOfItsStart) {
  const host::LabFiles files(lab_, system_, "root");
  EXPECT_FALSE(running_agent(files, "/opt/hcl/TWS", clock_.now()));
  run("/opt/hcl/TWS/StartUpLwa");
  run("echo 'key_db_name = other' >> /opt/hcl/TWS/ITA/cpa/ita/ita.ini");
  const auto running = running_agent(files, "/opt/hcl/TWS", clock_.now());
  ASSERT_TRUE(running && running->party);
  EXPECT_EQ(running->party->anchors.size(), 2u);
  EXPECT_FALSE(running->party->any_anchor);
}

}  // namespace
}  // namespace ringside::agent
