// tests/app/command_line_strange_keys_test.cpp - strange keys and certificates through every command that reads them: a
// refusal like that of any other bad certificate, never a fault.
#include <gmock/gmock.h>

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/strange_keys.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using test_support::StrangeKey;
using testing::HasSubstr;
using testing::Not;

class StrangeKeysEverywhere : public testing::Test {
 protected:
  void put(const std::string& name, base::ByteView der, const std::string& label) {
    test_support::write_file(folder_.file(name), crypto::armor(der, label));
  }
  /// Runs each line in the folder, with N for the name of the key, and returns "NAME LINE-NUMBER STATUS" for each.
  std::string statuses(const std::vector<StrangeKey>& keys, const std::vector<std::string>& lines) {
    std::string script;
    for (const StrangeKey& key : keys)
      for (std::size_t at = 0; at < lines.size(); ++at)
        script += base::replace_all(lines[at], "N", key.name) + " > said 2>&1\necho " + key.name + " " +
                  std::to_string(at) + " $?\n";
    test_support::write_file(folder_.file("script"), script);
    const auto done = run_ringside({"--seed", "s", "sh", "--root", folder_.path().string(), folder_.file("script")});
    EXPECT_NE(done.status, 70) << done.error;
    EXPECT_THAT(done.error, Not(HasSubstr("fault")));
    return "\n" + done.out;
  }

  test_support::TemporaryDirectory folder_;
};

TEST_F(StrangeKeysEverywhere, CertificatesAreRefusedByOpensslAndKeytool) {
  const auto& keys = test_support::strange_public_keys();
  for (const StrangeKey& key : keys) {
    put(key.name + ".pem", test_support::strange_certificate(key), "CERTIFICATE");
    put(key.name + ".pub", key.der, "PUBLIC KEY");
    put(key.name + ".csr", test_support::strange_request(key), "CERTIFICATE REQUEST");
  }
  const std::string said =
      statuses(keys, {"openssl x509 -in N.pem -noout -text -modulus -pubkey -next_serial -purpose",
                      "openssl pkcs12 -export -nokeys -in N.pem -out o.p12 -passout pass:x",
                      "openssl pkey -pubin -in N.pub -noout -text_pub", "openssl verify -CAfile N.pem N.pem",
                      "openssl req -in N.csr -noout -text", "keytool -printcert -v -file N.pem",
                      "keytool -importcert -noprompt -alias N -file N.pem -keystore s.jks -storepass changeit",
                      "keytool -printcertreq -file N.csr"});
  for (const StrangeKey& key : keys) {
    if (!key.refused) continue;
    for (const char* line : {"0", "1", "2", "5", "6"})
      EXPECT_THAT(said, HasSubstr("\n" + key.name + " " + line + " 1\n"));
    EXPECT_THAT(said, Not(HasSubstr("\n" + key.name + " 3 0\n")));
  }
}

TEST_F(StrangeKeysEverywhere, PrivateKeysAreRefusedByOpenssl) {
  const auto& keys = test_support::strange_private_keys();
  for (const StrangeKey& key : keys) put(key.name + ".key", key.der, "PRIVATE KEY");
  const std::string said =
      statuses(keys, {"openssl pkey -in N.key -noout -text", "openssl req -new -key N.key -subj /CN=x -out r.csr",
                      "openssl req -x509 -new -key N.key -subj /CN=x -out c.pem"});
  for (const StrangeKey& key : keys) {
    if (!key.refused) continue;
    for (const char* line : {"0", "1", "2"}) EXPECT_THAT(said, HasSubstr("\n" + key.name + " " + line + " 1\n"));
  }
}

TEST_F(StrangeKeysEverywhere, CommandsOfTheProgramGoOn) {
  const std::vector<std::string> lab = {"--lab", folder_.file("a.lab"), "--date", "2020-01-01", "--seed", "s"};
  const auto run = [&lab](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), lab.begin(), lab.end());
    return run_ringside(arguments);
  };
  ASSERT_EQ(run({"lab", "new"}).status, 0);
  for (const StrangeKey& key : test_support::strange_public_keys()) {
    if (key.name != "ec-infinity-p256" && key.name != "dsa-all-zero" && key.name != "rsa-modulus-16-bits") continue;
    put("c.pem", test_support::strange_certificate(key), "CERTIFICATE");
    EXPECT_EQ(run({"put", folder_.file("c.pem"), "IBMUSER.C"}).status, 0);
    EXPECT_EQ(run({"whois", folder_.file("c.pem")}).status, key.refused ? 64 : 4) << key.name;
    const auto done = run({"tso", "RACDCERT CHECKCERT(C)", "RACDCERT CERTAUTH ADD(C) WITHLABEL('X') TRUST",
                           "RACDCERT CERTAUTH LIST(LABEL('X'))"});
    EXPECT_EQ(done.status, key.refused ? 8 : 0) << key.name << done.out << done.error;
    if (key.refused) EXPECT_THAT(done.out, HasSubstr("IRRD104I"));
  }
  const auto ringed = run({"tso", "RACDCERT ADDRING(R)", "RACDCERT CONNECT(CERTAUTH LABEL('X') RING(R))",
                           "RACDCERT GENCERT SUBJECTSDN(CN('server')) WITHLABEL('server') NISTECC",
                           "RACDCERT CONNECT(LABEL('server') RING(R) DEFAULT)"});
  EXPECT_LT(ringed.status, 8) << ringed.out;
  EXPECT_LT(run({"trust"}).status, 64);
}

}  // namespace
}  // namespace ringside::app
