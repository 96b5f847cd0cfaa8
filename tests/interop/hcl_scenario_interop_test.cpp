// tests/interop/hcl_scenario_interop_test.cpp - the scenario of HCL's procedure is played, and the files that it leaves
// on its two hosts shake hands outside: the agent's through the real openssl, the engine's through Java.
#include <filesystem>
#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/host/lab_files.hpp"
#include "harness/play/result.hpp"
#include "harness/play/scenario_lab.hpp"
#include "harness/scenario/scenario_reader.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::harness {
namespace {

using testing::HasSubstr;

class HclScenarioInterop : public testing::Test {
 protected:
  void SetUp() override {
    if (test_support::run_program("java -version && keytool -help").status != 0) GTEST_SKIP() << "there is no JDK";
    auto scenario = load_scenario(test_support::source_folder() / "scenarios/hcl/as-meant.yaml");
    ASSERT_TRUE(scenario);
    scenario_ = *std::move(scenario);
    play();
    const std::string folder = "/opt/hcl/TWS/ITA/cpa/ita/cert/";
    for (const char* file : {"ita_prvnc117031.pem", "ita_certnc117031.pem", "ita_ca_certnc117031.pem", "nc117031.sth"})
      take("NC117031", folder + file);
    for (const char* file : {"TWSServerKeyFile.jks", "TWSServerTrustFile.jks"})
      take("NC060201", std::string("/opt/HCL/TWA92/WAS/TWSprofile/etc/") + file);
    ASSERT_EQ(in_directory("openssl base64 -d -in nc117031.sth -out phrase").status, 0);
  }

  /// Plays on the current date, which the programs outside use.
  void play() {
    scenario_.date = base::SystemClock().now();
    lab_.emplace(scenario_, lab::Rules{});
    for (const Step& step : scenario_.steps) {
      StepReport report;
      if (step.action) step.action->play(*lab_, step, report);
      for (const Failure& failure : report.failures) ADD_FAILURE() << failure.what << ": " << failure.came;
    }
  }

  void take(const std::string& system, const std::string& path) {
    const host::LabFiles files = lab_->files(system, "root");
    const auto content = files.read(path);
    ASSERT_TRUE(content) << path;
    test_support::write_file(directory_.file(host::name_of(path)), base::to_text(*content));
  }

  [[nodiscard]] test_support::ProgramResult in_directory(const std::string& script) const {
    return test_support::run_program("cd " + directory_.path().string() + "\n" + script);
  }

  static constexpr const char* agent =
      " -cert ita_certnc117031.pem -key ita_prvnc117031.pem -pass file:phrase -CAfile ita_ca_certnc117031.pem "
      "-verify_return_error ";
  static constexpr const char* stores = " TWSServerKeyFile.jks TWSServerTrustFile.jks default";
  const std::string peer_ = "java " + (test_support::source_folder() / "tests/interop/TlsPeer.java").string();

  test_support::TemporaryDirectory directory_;
  Scenario scenario_;
  std::optional<ScenarioLab> lab_;
};

TEST_F(HclScenarioInterop, TheEnginesStoresCallTheAgentsFiles) {
  const auto ran = in_directory(
      "openssl s_server -accept 127.0.0.1:0 -rev -Verify 3" + std::string(agent) + "> server.log 2>&1 & server=$!\n" +
      "for i in $(seq 100); do grep -q ACCEPT server.log 2>/dev/null && break; sleep 0.1; done\n" +
      "port=$(sed -n 's/^ACCEPT.*:\\([0-9]*\\)$/\\1/p' server.log | head -1)\n" + "timeout 60 " + peer_ +
      " client $port" + stores + "; status=$?; kill $server; exit $status");
  EXPECT_EQ(ran.status, 0) << ran.output << test_support::read_file(directory_.file("server.log"));
  EXPECT_THAT(ran.output, HasSubstr("heard olleh from"));
}

TEST_F(HclScenarioInterop, TheAgentsFilesCallTheEnginesStores) {
  const auto ran =
      in_directory("timeout 60 " + peer_ + " server" + stores + " > server.log 2>&1 & server=$!\n" +
                   "for i in $(seq 200); do grep -q port server.log 2>/dev/null && break; sleep 0.1; done\n" +
                   "port=$(sed -n 's/^port //p' server.log)\n" +
                   "{ echo hello; sleep 2; } | timeout 20 openssl s_client -quiet -connect 127.0.0.1:$port" + agent +
                   "; wait $server; status=$?; cat server.log; exit $status");
  EXPECT_EQ(ran.status, 0) << ran.output;
  EXPECT_THAT(ran.output, HasSubstr("heard hello from"));
  EXPECT_THAT(ran.output, HasSubstr("fine"));
}

}  // namespace
}  // namespace ringside::harness
