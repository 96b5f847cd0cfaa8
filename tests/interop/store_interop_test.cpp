// tests/interop/store_interop_test.cpp - the real openssl reads rings of a lab by their URI: each answer is the one
// that it gives for files of `ringside export`.
#ifdef RINGSIDE_STORE_MODULE  // builds with sanitizers have no libraries that other programs load

#include <algorithm>
#include <filesystem>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/connectors/store/store_lab.hpp"
#include "tests/support/peers.hpp"
#include "tests/support/program.hpp"

namespace ringside {
namespace {

using test_support::run_program;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// How openssl gets the provider: by options of each command, or by a configuration.
enum class Load { options, configuration };

/// The PEM blocks of a kind ("CERTIFICATE") in a text, sorted, each once.
std::vector<std::string> pem_blocks(const std::string& text, const std::string& kind) {
  std::vector<std::string> blocks;
  std::string block;
  for (const std::string& line : base::lines(text)) {
    if (line.starts_with("-----BEGIN ")) block.clear();
    block += line + "\n";
    if (line == "-----END " + kind + "-----") blocks.push_back(block);
  }
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  return blocks;
}

class StoreInterop : public testing::TestWithParam<std::tuple<Load, std::string>> {
 protected:
  void SetUp() override {
    if (!test_support::peer_is_here("openssl")) GTEST_SKIP();
    test_support::make_store_lab(lab_, std::get<std::string>(GetParam()));
    // Java, and so export, opens no ring with a personal certificate whose key it does not get.
    lab_.must("RACDCERT ID(WEB) CONNECT(ID(OTHER) LABEL('Their cert') RING(Ring) USAGE(CERTAUTH))");
    write("openssl.cnf",
          "openssl_conf = conf\n[conf]\nproviders = providers\n[providers]\nringside = ringside\ndefault = base\n"
          "[ringside]\nmodule = " RINGSIDE_STORE_MODULE "\nactivate = 1\n[base]\nactivate = 1\n");
    const auto exported = [&](const std::string& more) {
      return run_program(RINGSIDE_BINARY " --lab " + lab_.path() + " export --format pem WEB/Ring " + more);
    };
    ASSERT_EQ(exported(lab_.file("all.pem")).status, 0);
    ASSERT_EQ(exported(lab_.file("server.pem") + " --alias Server").status, 0);
    ASSERT_EQ(exported(lab_.file("ca.pem") + " --alias ca").status, 0);
  }

  void write(const std::string& name, const std::string& text) { test_support::write_file(lab_.file(name), text); }

  /// Runs openssl in the folder of the lab, as WEB. "@" stands for the options that load the provider.
  test_support::ProgramResult openssl(const std::string& command) {
    const bool by_options = std::get<Load>(GetParam()) == Load::options;
    const std::string folder = std::filesystem::path(RINGSIDE_STORE_MODULE).parent_path().string();
    const std::string load = by_options ? "-provider-path " + folder + " -provider ringside -provider default" : "";
    const std::string set = by_options ? "" : "export OPENSSL_CONF=openssl.cnf; ";
    return run_program("cd " + lab_.file("") + "; " + set + base::replace_all(command, "@", load));
  }
  std::string output(const std::string& command) {
    const auto result = openssl(command);
    EXPECT_EQ(result.status, 0) << command << "\n" << result.output;
    return result.output;
  }

  test_support::LabOnDisk lab_;
  test_support::EnvironmentOf environment_{test_support::store_environment(lab_)};
};

TEST_P(StoreInterop, ListsTheCertificatesAndKeysOfARing) {
  const std::string exported = test_support::read_file(lab_.file("all.pem"));
  EXPECT_EQ(pem_blocks(output("openssl storeutl @ -certs safkeyring://WEB/Ring"), "CERTIFICATE"),
            pem_blocks(exported, "CERTIFICATE"));
  EXPECT_EQ(pem_blocks(output("openssl storeutl @ -keys safkeyring://WEB/Ring"), "PRIVATE KEY"),
            pem_blocks(exported, "PRIVATE KEY"));
  EXPECT_THAT(output("openssl storeutl @ -noout safkeyring://WEB/Ring"), HasSubstr("Total found: 4\n"));
  EXPECT_THAT(output("openssl storeutl @ -noout safkeyring://WEB/Empty"), HasSubstr("Total found: 0\n"));
  EXPECT_THAT(output("openssl storeutl @ -certs -text -subject /CN=ca safkeyring://WEB/Ring"),
              AllOf(HasSubstr("Subject: CN=ca\n"), HasSubstr("Total found: 1\n")));
  EXPECT_THAT(output("openssl storeutl @ -certs -noout -alias Server safkeyring://WEB/Ring"),
              HasSubstr("Total found: 1\n"));
}

TEST_P(StoreInterop, TakesACertificateAndAKeyFromARing) {
  const std::string x509 = "openssl x509 @ -noout -subject -issuer -serial -fingerprint -in ";
  EXPECT_EQ(output(x509 + "safkeyring://WEB/Ring"), output(x509 + "server.pem"));
  EXPECT_EQ(output(x509 + "'safkeyring://WEB/Ring&ca'"), output(x509 + "ca.pem"));
  EXPECT_THAT(output(x509 + "'safkeyringjce://WEB/Ring?label=Their%20cert'"), HasSubstr("subject=CN = theirs\n"));
  const std::string pkey = "openssl pkey @ -in ";
  EXPECT_EQ(output(pkey + "safkeyring://WEB/Ring"), output(pkey + "server.pem"));
  EXPECT_EQ(output(pkey + "'safkeyring:///Ring?label=Server&type=key' -pubout"), output(pkey + "server.pem -pubout"));
}

TEST_P(StoreInterop, TrustsTheCertificatesOfARing) {
  output("openssl x509 -in server.pem -out leaf.pem");
  EXPECT_EQ(output("openssl verify @ -CAstore safkeyring://WEB/Ring leaf.pem"),
            output("openssl verify @ -CAfile ca.pem leaf.pem"));
  EXPECT_THAT(openssl("openssl verify @ -no-CAfile -no-CApath -CAstore safkeyring://WEB/Empty leaf.pem").output,
              HasSubstr("unable to get local issuer certificate"));
}

TEST_P(StoreInterop, SignsWithAKeyOfARing) {
  write("text", "signed\n");
  const std::string sign = "openssl cms @ -sign -nodetach -noattr -binary -in text -outform DER";
  output(sign + " -signer safkeyring://WEB/Ring -inkey safkeyring://WEB/Ring -out by_ring");
  output(sign + " -signer server.pem -inkey server.pem -out by_files");
  const std::string verify = "openssl cms @ -verify -inform DER -binary -in ";
  EXPECT_THAT(output(verify + "by_ring -CAfile ca.pem"), HasSubstr("signed\n"));
  EXPECT_THAT(output(verify + "by_files -CAstore safkeyring://WEB/Ring"), HasSubstr("signed\n"));
  const bool repeats = std::get<std::string>(GetParam()).starts_with("RSA");  // its signatures do not depend on chance
  EXPECT_TRUE(!repeats ||
              test_support::read_file(lab_.file("by_ring")) == test_support::read_file(lab_.file("by_files")));
}

// The server takes any port, and says which; it ends after its first connection.
TEST_P(StoreInterop, ServesAndConnectsWithRings) {
  const std::string identity = " -cert safkeyring://WEB/Ring -key safkeyring://WEB/Ring -CAstore safkeyring://WEB/Ring";
  for (const std::string version : {"-tls1_2", "-tls1_3"}) {
    const auto result = openssl(
        "rm -f server.txt; timeout 30 openssl s_server @ -accept 127.0.0.1:0 -naccept 1 -www -Verify 1 "
        "-verify_return_error" +
        identity +
        " >server.txt 2>&1 & server=$!\n"
        "for i in $(seq 100); do\n"
        "  port=$(sed -n 's/^ACCEPT .*:\\([0-9]*\\).*/\\1/p' server.txt)\n"
        "  [ -n \"$port\" ] && break; sleep 0.1\n"
        "done\n"
        "printf 'GET / HTTP/1.0\\r\\n\\r\\n' | timeout 30 openssl s_client @ -brief -ign_eof -verify_return_error "
        "-verify_hostname localhost " +
        version + identity +
        " -connect 127.0.0.1:$port\n"
        "echo status $?; wait $server; cat server.txt");
    EXPECT_THAT(result.output, AllOf(HasSubstr("Peer certificate: CN = localhost"), HasSubstr("Verification: OK"),
                                     HasSubstr("HTTP/1.0 200 ok"), HasSubstr("status 0\n")))
        << version;
  }
}

TEST_P(StoreInterop, SaysWhyARingIsNotRead) {
  EXPECT_THAT(
      openssl("openssl x509 @ -noout -in safkeyring://WEB/None").output,
      AllOf(HasSubstr("the key ring cannot be read"), HasSubstr("R_datalib 8/8/84: ring WEB/None does not exist")));
  EXPECT_THAT(openssl("openssl pkey @ -noout -in 'safkeyring://WEB/Ring?label=None'").output,
              HasSubstr("R_datalib 8/8/44: "));
  EXPECT_THAT(openssl("RINGSIDE_USER=READER openssl storeutl @ safkeyring://WEB/Ring").output,
              HasSubstr("R_datalib 8/8/8: "));
  EXPECT_THAT(openssl("RINGSIDE_LAB=none openssl storeutl @ safkeyring://WEB/Ring").output,
              HasSubstr("R_datalib 4/0/0: none: this lab does not exist"));
  EXPECT_THAT(openssl("RINGSIDE_LAB= openssl storeutl @ safkeyring://WEB/Ring").output,
              HasSubstr("R_datalib 4/0/0: RINGSIDE_LAB does not name a lab"));
  const auto without_key = openssl("openssl pkey @ -noout -in 'safkeyring://WEB/Ring?label=ca'");
  EXPECT_NE(without_key.status, 0);
  EXPECT_THAT(without_key.output, Not(HasSubstr("R_datalib")));
}

INSTANTIATE_TEST_SUITE_P(OpenSsl, StoreInterop,
                         testing::Combine(testing::Values(Load::options, Load::configuration),
                                          testing::Values("RSA SIZE(2048)", "NISTECC SIZE(256)")),
                         [](const auto& test) {
                           const bool by_options = std::get<Load>(test.param) == Load::options;
                           const bool rsa = std::get<std::string>(test.param).starts_with("RSA");
                           return std::string(by_options ? "ByOptions" : "ByConfiguration") + (rsa ? "Rsa" : "P256");
                         });

}  // namespace
}  // namespace ringside

#endif
