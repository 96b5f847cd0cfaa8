// tests/emulator/hosttools/keytool/run_test.cpp - keytool's manners: streams, exit statuses, questions, hostile files.
#include "emulator/hosttools/keytool/run.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/hosttools/keytool/keytool_bench.hpp"

namespace ringside {
namespace {

using test_support::KeytoolBench;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* ec_key = "-genkeypair -alias server -keyalg EC -dname CN=server,O=Example -storepass changeit";

TEST(Keytool, ErrorsGoToStandardOutputAndHelpToStandardError) {
  KeytoolBench bench;
  const auto missing = bench.run("-list -keystore none.jks -storepass changeit");
  EXPECT_EQ(missing.status, 1);
  EXPECT_EQ(missing.output, "keytool error: java.lang.Exception: Keystore file does not exist: none.jks\n");
  EXPECT_EQ(missing.errors, "");
  const auto unknown = bench.run("-list -frobnicate");
  EXPECT_EQ(unknown.status, 1);
  EXPECT_EQ(unknown.output, "");
  EXPECT_THAT(unknown.errors, StartsWith("Illegal option:  -frobnicate\nkeytool -list [OPTION]...\n"));
}

TEST(Keytool, EachFormatKeepsKeysAndCertificates) {
  for (const std::string type : {"JKS", "JCEKS", "PKCS12"}) {
    KeytoolBench bench;
    const std::string store = " -keystore s -storetype " + type;
    ASSERT_EQ(bench.run(ec_key + store, "\n").status, 0) << type;
    ASSERT_EQ(bench.run("-exportcert -alias server -file c.der -storepass changeit" + store).status, 0);
    ASSERT_EQ(bench.run("-importcert -noprompt -alias trusted -file c.der -storepass changeit" + store).status, 0);
    const auto listed = bench.run("-list -storepass changeit" + store);
    EXPECT_THAT(listed.output, StartsWith("Keystore type: " + type + "\n"));
    EXPECT_THAT(listed.output,
                HasSubstr("Your keystore contains 2 entries\n\nserver, Nov 20, 2026, PrivateKeyEntry, \n"));
    EXPECT_THAT(listed.output, HasSubstr("trusted, Nov 20, 2026, trustedCertEntry, \n"));
    EXPECT_EQ(bench.run("-certreq -alias server -storepass changeit" + store).status, 0) << type;
  }
}

TEST(Keytool, AnUnansweredQuestionMeansNo) {
  KeytoolBench bench;
  ASSERT_EQ(bench.run(std::string(ec_key) + " -keystore a.p12").status, 0);
  ASSERT_EQ(bench.run("-exportcert -alias server -file c.der -keystore a.p12 -storepass changeit").status, 0);
  const auto result = bench.run("-importcert -alias x -file c.der -keystore b.p12 -storepass changeit");
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.output, HasSubstr("Owner: CN=server, O=Example\n"));
  EXPECT_EQ(result.errors, "Trust this certificate? [no]:  Certificate was not added to keystore\n");
  EXPECT_FALSE(std::filesystem::exists(bench.path("b.p12")));
}

TEST(Keytool, NoCutOrTurnedBitOfAStoreIsTakenForAStore) {
  for (const std::string type : {"JKS", "JCEKS", "PKCS12"}) {
    KeytoolBench bench;
    ASSERT_EQ(bench.run(ec_key + std::string(" -keystore s -storetype ") + type, "\n").status, 0);
    const std::string whole = bench.content("s");
    for (std::size_t at = 0; at < whole.size(); at += 13) {
      bench.put("cut", whole.substr(0, at));
      EXPECT_EQ(bench.run("-list -keystore cut -storepass changeit").status, 1) << type << " cut at " << at;
      std::string turned = whole;
      turned[at] = static_cast<char>(turned[at] ^ 0x80);
      bench.put("turned", turned);
      bench.run("-list -keystore turned -storepass changeit");  // ends, whatever it says
    }
  }
}

TEST(Keytool, LengthsBeyondTheFileAreItsEnd) {
  KeytoolBench bench;
  const std::string header("\xFE\xED\xFE\xED\0\0\0\2\0\0\0\1\0\0\0\1\0\1a\0\0\0\0\0\0\0\0\x7F\xFF\xFF\xFF", 31);
  bench.put("long.jks", header);
  const auto result = bench.run("-list -keystore long.jks -storepass changeit");
  EXPECT_EQ(result.output, "keytool error: java.io.EOFException\n");
}

TEST(Keytool, PasswordsDoNotShow) {
  KeytoolBench bench;
  ASSERT_EQ(bench.run(std::string(ec_key) + " -keystore a.p12").status, 0);
  const auto result = bench.run("-list -v -keystore a.p12 -storepass topsecret1");
  EXPECT_EQ(result.output, "keytool error: java.io.IOException: keystore password was incorrect\n");
  EXPECT_EQ(result.errors, "");
}

TEST(Keytool, OfAnOptionGivenTwiceTheLastOneCounts) {
  KeytoolBench bench;
  ASSERT_EQ(bench.run(std::string(ec_key) + " -keystore a.p12").status, 0);
  const auto result = bench.run("-list -alias none -alias server -keystore a.p12 -storepass changeit");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.errors,
            "\nWarning:\nThe -alias option is specified multiple times. All except the last one will be ignored.\n");
}

}  // namespace
}  // namespace ringside
