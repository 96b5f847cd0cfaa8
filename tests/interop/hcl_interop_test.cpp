// tests/interop/hcl_interop_test.cpp - files of HCL's procedure, made here, in handshakes of the real openssl and a
// Java program on loopback.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/shell/run.hpp"
#include "tests/support/places.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::shell {
namespace {

using testing::HasSubstr;

class HclInterop : public testing::TestWithParam<openssl::Personality> {
 protected:
  void SetUp() override {
    if (test_support::run_program("java -version && keytool -help").status != 0) GTEST_SKIP() << "there is no JDK";
    lab_.add_system(system_);
    make_files();
    make_stores();
  }

  /// Steps 2 to 11, by our shell and our openssl.
  void make_files() {
    host::RealFiles files(directory_.path());
    host::TextStreams streams;
    host::Process process{lab_, system_, "root", files, streams};
    // 1.0 is left out: its SHA-1 is refused by the security level of OpenSSL 3.
    const int status = run_script(
        "set -e\necho stands for the program > openssl\n"
        "openssl rand -out nc117031.rnd -rand ./openssl 8192\nprintf '%s' maestro00 > nc117031.pwd\n"
        "openssl genrsa -des3 -passout file:nc117031.pwd -out nc117031.key 2048\n"
        "cp nc117031.key ita_prvnc117031.pem\nopenssl base64 -in nc117031.pwd -out nc117031.sth\n"
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout TWSca.key -out TWSca.crt -days 3650 -subj /C=IT/CN=TWSca\n"
        "openssl req -new -key nc117031.key -passin file:nc117031.pwd -out nc117031.csr -subj /C=IT/O=HCL/CN=nc117031\n"
        "openssl x509 -req -CA TWSca.crt -CAkey TWSca.key -CAcreateserial -days 365 -in nc117031.csr -out "
        "nc117031.crt\n"
        "cp nc117031.crt nc117031.pem\ncp nc117031.crt ita_pubnc117031.pem\ncp ita_pubnc117031.pem "
        "ita_certnc117031.pem\n",
        process, GetParam());
    ASSERT_EQ(status, 0) << streams.output() << streams.errors();
  }

  /// Steps 12, 13 and 19, by the JDK's keytool.
  void make_stores() {
    const auto made = in_directory(
        "keytool -genkeypair -storetype JKS -alias server -keyalg RSA -keysize 2048 -dname CN=server -keystore "
        "keys.jks "
        "-storepass default -keypass default && keytool -export -rfc -alias server -file server.pem -keystore keys.jks "
        "-storepass default && cat ita_pubnc117031.pem server.pem > ita_ca_certnc117031.pem && "
        "keytool -import -noprompt -alias nc117031 -file nc117031.pem -storetype JKS -keystore trust.jks -storepass "
        "default");
    ASSERT_EQ(made.status, 0) << made.output;
  }

  [[nodiscard]] test_support::ProgramResult in_directory(const std::string& script) const {
    return test_support::run_program("cd " + directory_.path().string() + "\n" + script);
  }

  static constexpr const char* agent =
      " -cert ita_certnc117031.pem -key ita_prvnc117031.pem -pass file:phrase -CAfile ita_ca_certnc117031.pem "
      "-verify_return_error ";
  const std::string peer_ = "java " + (test_support::source_folder() / "tests/interop/TlsPeer.java").string();

  test_support::TemporaryDirectory directory_;
  base::SystemClock clock_;
  lab::Lab lab_{"", clock_};
  database::SystemRecord system_{"HOST", "distributed", "", "HOST", 0};
};

// The pass phrase comes out of the stash file, as the agent takes it.
TEST_P(HclInterop, ARealAgentSideAcceptsAJavaClient) {
  const auto ran = in_directory(
      "openssl base64 -d -in nc117031.sth -out phrase\nopenssl s_server -accept 127.0.0.1:0 -rev -Verify 3" +
      std::string(agent) + "> server.log 2>&1 & server=$!\n" +
      "for i in $(seq 100); do grep -q ACCEPT server.log 2>/dev/null && break; sleep 0.1; done\n" +
      "port=$(sed -n 's/^ACCEPT.*:\\([0-9]*\\)$/\\1/p' server.log | head -1)\n" + "timeout 40 " + peer_ +
      " client $port keys.jks trust.jks default; status=$?; kill $server; exit $status");
  EXPECT_EQ(ran.status, 0) << ran.output << test_support::read_file(directory_.file("server.log"));
  EXPECT_THAT(ran.output, HasSubstr("heard olleh from CN=nc117031"));
}

TEST_P(HclInterop, AJavaServerAcceptsARealAgentSide) {
  const auto ran = in_directory(
      "timeout 40 " + peer_ + " server keys.jks trust.jks default > server.log 2>&1 & server=$!\n" +
      "for i in $(seq 200); do grep -q port server.log 2>/dev/null && break; sleep 0.1; done\n" +
      "port=$(sed -n 's/^port //p' server.log)\n" +
      "openssl base64 -d -in nc117031.sth -out phrase\n{ echo hello; sleep 2; } | timeout 20 openssl s_client "
      "-quiet -connect "
      "127.0.0.1:$port" +
      agent + "; wait $server; status=$?; cat server.log; exit $status");
  EXPECT_EQ(ran.status, 0) << ran.output;
  EXPECT_THAT(ran.output, HasSubstr("heard hello from CN=nc117031"));
  EXPECT_THAT(ran.output, HasSubstr("fine"));
}

INSTANTIATE_TEST_SUITE_P(Releases, HclInterop, testing::Values(openssl::Personality::v1_1, openssl::Personality::v3_0),
                         [](const auto& parameter) {
                           return parameter.param == openssl::Personality::v1_1 ? "traditional" : "pkcs8";
                         });

}  // namespace
}  // namespace ringside::shell
