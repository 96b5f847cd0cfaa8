// tests/interop/keytool_interop_test.cpp - key stores of Ringside's keytool in the JDK's and in openssl, and the other
// way round: formats, kinds of keys and kinds of passwords crossed.
#include <gmock/gmock.h>

#include "tests/emulator/keytool/keytool_bench.hpp"

namespace ringside {
namespace {

using test_support::KeytoolBench;
using testing::HasSubstr;

struct Case {
  std::string type, algorithm, password;
};

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const std::string type : {"JKS", "JCEKS", "PKCS12"})
    for (const std::string algorithm : {"RSA", "EC", "Ed25519", "DSA"}) all.push_back({type, algorithm, "changeit"});
  const std::string long_password(100, 'p');
  for (const std::string type : {"JKS", "PKCS12"}) all.push_back({type, "EC", long_password});
  all.push_back({"JKS", "EC", "p\xC3\xA4ssw\xC3\xB6rt"});
  return all;
}

std::string options(const Case& one, const std::string& store) {
  return "-keystore " + store + " -storetype " + one.type + " -storepass " + one.password;
}

TEST(KeytoolInterop, TheJdkReadsAndUsesWhatRingsideWrites) {
  for (const Case& one : cases()) {
    KeytoolBench bench;
    const std::string store = options(one, "s");
    const auto made = bench.run("-genkeypair -alias k -dname CN=k -keyalg " + one.algorithm + " " + store, "\n");
    ASSERT_EQ(made.status, 0) << made.output;
    const auto used = bench.real("keytool -certreq -alias k " + store + " | openssl req -noout -verify -subject");
    EXPECT_THAT(used.output, HasSubstr("CN = k")) << store << one.algorithm;
    const auto listed = bench.real("keytool -list -v -J-Duser.timezone=UTC " + store + " 2>/dev/null");
    EXPECT_EQ(listed.output, bench.run("-list -v " + store).output) << store << one.algorithm;
  }
}

TEST(KeytoolInterop, RingsideReadsAndUsesWhatTheJdkWrites) {
  for (const Case& one : cases()) {
    KeytoolBench bench;
    const std::string store = options(one, "s");
    const auto made = bench.real("keytool -genkeypair -alias k -dname CN=k -keyalg " + one.algorithm + " " + store);
    ASSERT_EQ(made.status, 0) << made.output;
    const auto used = bench.run("-certreq -alias k -file r.csr " + store);
    EXPECT_EQ(used.status, 0) << used.output;
    EXPECT_THAT(bench.real("openssl req -noout -verify -subject -in r.csr").output, HasSubstr("CN = k"));
  }
}

TEST(KeytoolInterop, OpensslReadsPkcs12OfRingside) {
  KeytoolBench bench;
  const std::string store = "-keystore s.p12 -storepass changeit";
  ASSERT_EQ(bench.run("-genkeypair -alias k -dname CN=k -keyalg EC " + store).status, 0);
  const auto read = bench.real("openssl pkcs12 -in s.p12 -passin pass:changeit -nodes");
  EXPECT_EQ(read.status, 0);
  EXPECT_THAT(read.output, HasSubstr("friendlyName: k"));
  EXPECT_THAT(read.output, HasSubstr("BEGIN PRIVATE KEY"));
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
