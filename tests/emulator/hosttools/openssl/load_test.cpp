// tests/emulator/hosttools/openssl/load_test.cpp - objects out of files, and the words of each release without them.
#include "emulator/hosttools/openssl/load.hpp"

#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslLoad : public OpensslBench {
 protected:
  base::Bytes bytes(const std::string& path) { return files_.read(path).value(); }

  /// What is printed when a key and a certificate are loaded from a file.
  std::string printed(const std::string& file, Personality personality) {
    host::TextStreams streams;
    host::Process process{lab_, system_, "root", files_, streams};
    Tool tool(process, personality, "x509");
    (void)load_key(tool, file, "CA private key", std::nullopt);
    (void)load_certificate(tool, file, "CA certificate");
    EXPECT_EQ(tool.status(), 1);
    return streams.errors();
  }
};

TEST_F(OpensslLoad, BlocksOfOtherKindsAreSkipped) {
  const base::Bytes both =
      base::to_bytes("words\n" + content("/rsa.key") + content("/server.crt") + content("/ca.crt"));
  EXPECT_EQ(certificates_in(both).size(), 2u);
  EXPECT_EQ(first_block(both, {"CERTIFICATE"}), certificates_in(both).front().der());
  EXPECT_FALSE(first_block(both, {"PKCS7"}));
  EXPECT_TRUE(certificates_in(bytes("/rsa.key")).empty());
}

TEST_F(OpensslLoad, AFormOtherThanTheFilesIsRefused) {
  const base::Bytes der = certificates_in(bytes("/ca.crt")).front().der();
  EXPECT_EQ(first_block(der, {"CERTIFICATE"}), der);
  EXPECT_EQ(first_block(der, {"CERTIFICATE"}, "der"), der);
  EXPECT_FALSE(first_block(der, {"CERTIFICATE"}, "PEM"));
  EXPECT_FALSE(first_block(bytes("/ca.crt"), {"CERTIFICATE"}, "DER"));
}

TEST_F(OpensslLoad, MissingFilesAreNamedInTheWordsOfTheRelease) {
  EXPECT_EQ(printed("nosuch", Personality::v3_0),
            "Could not open file or uri for loading CA private key from nosuch\n"
            "Could not open file or uri for loading CA certificate from nosuch\nUnable to load CA certificate\n");
  EXPECT_EQ(printed("nosuch", Personality::v1_1),
            "Can't open nosuch for reading, No such file or directory\nunable to load CA Private Key\n"
            "Can't open nosuch for reading, No such file or directory\nunable to load CA Certificate\n");
  EXPECT_EQ(printed("nosuch", Personality::v1_0),
            "Error opening CA Private Key nosuch\nunable to load CA Private Key\n"
            "Error opening CA Certificate nosuch\nunable to load CA Certificate\n");
}

TEST_F(OpensslLoad, OtherContentIsNamedToo) {
  EXPECT_EQ(printed("ca.cnf", Personality::v3_0),
            "Could not read CA private key from ca.cnf\n"
            "Could not read CA certificate from ca.cnf\nUnable to load CA certificate\n");
  EXPECT_EQ(printed("ca.cnf", Personality::v1_1), "unable to load CA Private Key\nunable to load CA Certificate\n");
}

}  // namespace
}  // namespace ringside::openssl
