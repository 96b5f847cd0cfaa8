// tests/interop/keytool_interop_test.cpp - key stores of Ringside's keytool in the JDK's and in openssl, and the other
// way round: formats, kinds of keys and kinds of passwords crossed.
#include <gmock/gmock.h>

#include "tests/emulator/hosttools/keytool/keytool_bench.hpp"

namespace ringside {
namespace {

using test_support::KeytoolBench;
using testing::HasSubstr;

struct Case {
  std::string type, algorithm, password;
  std::string key_password{};  ///< empty: the store's
};

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const std::string type : {"JKS", "JCEKS", "PKCS12"})
    for (const std::string algorithm : {"RSA", "EC", "Ed25519", "DSA"}) all.push_back({type, algorithm, "changeit"});
  for (const std::string type : {"JKS", "PKCS12"})
    for (const std::string algorithm : {"RSASSA-PSS", "EC -groupname secp384r1", "EC -groupname secp521r1"})
      all.push_back({type, algorithm, "changeit"});
  for (const std::string type : {"JKS", "JCEKS"}) all.push_back({type, "EC", "changeit", "key-secret"});
  const std::string long_password(100, 'p');
  for (const std::string type : {"JKS", "PKCS12"}) all.push_back({type, "EC", long_password});
  all.push_back({"JKS", "EC", "p\xC3\xA4ssw\xC3\xB6rt"});
  return all;
}

std::string options(const Case& one, const std::string& store) {
  return "-keystore " + store + " -storetype " + one.type + " -storepass " + one.password;
}

std::string key_options(const Case& one) {
  return one.key_password.empty() ? "" : " -keypass " + one.key_password;
}

TEST(KeytoolInterop, TheJdkReadsAndUsesWhatRingsideWrites) {
  for (const Case& one : cases()) {
    KeytoolBench bench;
    const std::string store = options(one, "s");
    const auto made =
        bench.run("-genkeypair -alias k -dname CN=k -keyalg " + one.algorithm + key_options(one) + " " + store, "\n");
    ASSERT_EQ(made.status, 0) << made.output;
    const auto used = bench.real("keytool -certreq -alias k" + key_options(one) + " " + store +
                                 " | openssl req -noout -verify -subject");
    EXPECT_THAT(used.output, HasSubstr("CN = k")) << store << one.algorithm;
    const auto listed = bench.real("keytool -list -v -J-Duser.timezone=UTC " + store + " 2>/dev/null");
    EXPECT_EQ(listed.output, bench.run("-list -v " + store).output) << store << one.algorithm;
  }
}

TEST(KeytoolInterop, RingsideReadsAndUsesWhatTheJdkWrites) {
  for (const Case& one : cases()) {
    KeytoolBench bench;
    const std::string store = options(one, "s");
    const auto made = bench.real("keytool -genkeypair -alias k -dname CN=k -keyalg " + one.algorithm +
                                 key_options(one) + " " + store);
    ASSERT_EQ(made.status, 0) << made.output;
    const auto used = bench.run("-certreq -alias k -file r.csr" + key_options(one) + " " + store);
    EXPECT_EQ(used.status, 0) << used.output;
    EXPECT_THAT(bench.real("openssl req -noout -verify -subject -in r.csr").output, HasSubstr("CN = k"));
  }
}

TEST(KeytoolInterop, OpensslReadsPkcs12OfRingside) {
  for (const std::string algorithm : {"RSA", "EC", "EC -groupname secp521r1", "Ed25519", "DSA", "RSASSA-PSS"}) {
    KeytoolBench bench;
    const std::string store = "-keystore s.p12 -storepass changeit";
    ASSERT_EQ(bench.run("-genkeypair -alias k -dname CN=k -keyalg " + algorithm + " " + store).status, 0);
    const auto read = bench.real("openssl pkcs12 -in s.p12 -passin pass:changeit -nodes");
    EXPECT_EQ(read.status, 0) << algorithm << read.output;
    EXPECT_THAT(read.output, HasSubstr("friendlyName: k"));
    EXPECT_THAT(read.output, HasSubstr("BEGIN PRIVATE KEY"));
  }
}

TEST(KeytoolInterop, RingsideReadsAndUsesPkcs12OfOpenssl) {
  for (const std::string algorithm : {"RSA -pkeyopt rsa_keygen_bits:2048", "EC -pkeyopt ec_paramgen_curve:P-256",
                                      "EC -pkeyopt ec_paramgen_curve:P-521", "ED25519"}) {
    for (const std::string form : {"", " -legacy"}) {
      KeytoolBench bench;
      ASSERT_EQ(bench.real("openssl genpkey -out k.pem -algorithm " + algorithm).status, 0);
      ASSERT_EQ(bench.real("openssl req -x509 -new -key k.pem -subj /CN=k -out c.pem").status, 0);
      const auto made =
          bench.real("openssl pkcs12 -export -in c.pem -inkey k.pem -name k -passout pass:changeit -out s" + form);
      ASSERT_EQ(made.status, 0) << made.output;
      const auto used = bench.run("-certreq -alias k -file r.csr -keystore s -storepass changeit");
      EXPECT_EQ(used.status, 0) << algorithm << form << used.output;
      EXPECT_THAT(bench.real("openssl req -noout -verify -subject -in r.csr").output, HasSubstr("CN = k"));
    }
  }
}

TEST(KeytoolInterop, CertificatesGoToOpensslAndBackInEveryForm) {
  KeytoolBench bench;
  const std::string store = " -keystore s -storepass changeit";
  ASSERT_EQ(bench.run("-genkeypair -alias k -dname CN=k -keyalg EC" + store).status, 0);
  ASSERT_EQ(bench.run("-exportcert -alias k -file c.der" + store).status, 0);
  ASSERT_EQ(bench.run("-exportcert -rfc -alias k -file c.pem" + store).status, 0);
  ASSERT_EQ(bench.real("openssl x509 -inform DER -in c.der -out d.pem && openssl x509 -in c.pem -out e.pem").status, 0);
  EXPECT_EQ(bench.content("d.pem"), bench.content("e.pem"));
  ASSERT_EQ(bench.real("openssl crl2pkcs7 -nocrl -certfile c.pem -out c.p7b").status, 0);
  const std::string shown = bench.run("-printcert -file c.der").output;
  EXPECT_THAT(shown, HasSubstr("Owner: CN=k"));
  EXPECT_EQ(bench.run("-printcert -file d.pem").output, shown);
  EXPECT_THAT(bench.run("-printcert -file c.p7b").output, HasSubstr(shown));
}

TEST(KeytoolInterop, SecretKeysOfTheJdkAreListed) {
  for (const std::string type : {"JCEKS", "PKCS12"}) {
    KeytoolBench bench;
    const std::string store = "-keystore s -storetype " + type + " -storepass changeit";
    ASSERT_EQ(bench.real("keytool -genseckey -alias s -keyalg AES -keysize 256 -keypass changeit " + store).status, 0);
    EXPECT_THAT(bench.run("-list " + store).output, HasSubstr("SecretKeyEntry, \n")) << type;
  }
}

TEST(KeytoolInterop, TheSameHelpForEveryCommand) {
  KeytoolBench bench;
  for (const std::string command :
       {"genkeypair", "genseckey",   "importcert", "importpass",   "importkeystore", "certreq",     "gencert",
        "exportcert", "list",        "printcert",  "printcertreq", "printcrl",       "storepasswd", "keypasswd",
        "delete",     "changealias", "showinfo",   "selfcert",     "keyclone",       "help"}) {
    const std::string line = command == "help" ? "-help" : "-" + command + " -help";
    EXPECT_EQ(bench.run(line).errors, bench.real("keytool " + line).output) << command;
  }
}

}  // namespace
}  // namespace ringside
