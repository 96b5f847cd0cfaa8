// tests/emulator/hosttools/keytool/store/pkcs12_settings_test.cpp - the properties keystore.pkcs12.*, with the effects
// and the words of the JDK 17.
#include "emulator/hosttools/keytool/store/pkcs12_settings.hpp"

#include <filesystem>

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "tests/emulator/hosttools/keytool/keytool_bench.hpp"

namespace ringside::keytool {
namespace {

using crypto::PbeScheme;
using test_support::KeytoolBench;
using testing::HasSubstr;

class Pkcs12Properties : public testing::Test {
 protected:
  /// Makes a key in the store 's' with these properties, each without "-J-Dkeystore.pkcs12.".
  KeytoolBench::Result make(const std::string& properties, const std::string& alias = "a") {
    std::string line = "-genkeypair -keyalg EC -alias " + alias + " -dname CN=a -keystore s -storepass changeit";
    for (const std::string& one : base::split(properties, ' '))
      if (!one.empty()) line += " -J-Dkeystore.pkcs12." + one;
    return bench_.run(line);
  }
  [[nodiscard]] Pkcs12Habits habits() const {
    return pkcs12_habits(base::to_bytes(bench_.content("s")), true).value_or(Pkcs12Habits{});
  }
  /// Whether the file has this OID, in hex.
  [[nodiscard]] bool holds(const std::string& oid) const {
    return base::hex(base::to_bytes(bench_.content("s"))).find(oid) != std::string::npos;
  }
  void expect_readable() {
    EXPECT_THAT(bench_.run("-list -keystore s -storepass changeit").output, HasSubstr("PrivateKeyEntry"));
    EXPECT_EQ(bench_.run("-certreq -alias a -keystore s -storepass changeit").status, 0);
  }

  const std::string triple_des_ = "2A864886F70D010C0103", aes_256_ = "60864801650304012A", sha512_ = "2A864886F70D020B";
  KeytoolBench bench_;
};

TEST_F(Pkcs12Properties, LegacyIsTripleDesRc2AndSha1WhateverElseIsSet) {
  for (const char* words :
       {"legacy", "legacy=false", "legacy= certProtectionAlgorithm=NONE macAlgorithm=HmacPBESHA256"}) {
    bench_.put("s", "");
    static_cast<void>(bench_.real("rm s"));
    ASSERT_EQ(make(words).status, 0);
    const Pkcs12Habits made = habits();
    ASSERT_TRUE(made.certificates && made.mac);
    EXPECT_EQ(made.certificates->scheme, PbeScheme::rc2_40);
    EXPECT_EQ(made.certificates->iterations, 50'000u);
    EXPECT_EQ(made.mac->digest, "sha1");
    EXPECT_EQ(made.mac->iterations, 100'000u);
    EXPECT_TRUE(holds(triple_des_));
    EXPECT_FALSE(holds(aes_256_));
    expect_readable();
  }
}

TEST_F(Pkcs12Properties, NoneLeavesCertificatesInClearAndTheMacOut) {
  ASSERT_EQ(make("certProtectionAlgorithm=none macAlgorithm=NONE").status, 0);
  EXPECT_FALSE(habits().certificates);
  EXPECT_FALSE(habits().mac);
  expect_readable();
  const auto refused = make("keyProtectionAlgorithm=NONE", "b");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.output, HasSubstr("java.security.KeyStoreException: Key protection algorithm not found: "
                                        "java.security.UnrecoverableKeyException: Encrypt Private Key failed: "
                                        "getPBEAlgorithmParameters failed: NONE AlgorithmParameters not available\n"));
}

TEST_F(Pkcs12Properties, AlgorithmsAndCountsAreThoseThatAreSet) {
  ASSERT_EQ(make("certProtectionAlgorithm=pbewithsha1anddesede certPbeIterationCount=+5 macAlgorithm=HmacPBESHA512 "
                 "macIterationCount=88 keyProtectionAlgorithm=PBEWithHmacSHA512AndAES_128 keyPbeIterationCount=77")
                .status,
            0);
  const Pkcs12Habits made = habits();
  ASSERT_TRUE(made.certificates && made.mac);
  EXPECT_EQ(made.certificates->scheme, PbeScheme::triple_des);
  EXPECT_EQ(made.certificates->iterations, 5u);
  EXPECT_EQ(made.mac->digest, "sha512");
  EXPECT_EQ(made.mac->iterations, 88u);
  EXPECT_TRUE(holds(sha512_));
  expect_readable();
}

// A store that exists keeps the protection of its certificates and its MAC; new keys follow the properties.
TEST_F(Pkcs12Properties, AnExistingStoreKeepsItsWays) {
  ASSERT_EQ(make("").status, 0);
  ASSERT_EQ(make("legacy", "b").status, 0);
  EXPECT_TRUE(habits().certificates && habits().certificates->scheme == PbeScheme::aes_256);
  EXPECT_TRUE(habits().mac && habits().mac->digest == "sha256");
  EXPECT_TRUE(holds(triple_des_));
  static_cast<void>(bench_.real("rm s"));
  ASSERT_EQ(make("legacy").status, 0);
  ASSERT_EQ(make("", "b").status, 0);
  EXPECT_TRUE(habits().certificates && habits().certificates->scheme == PbeScheme::rc2_40);
  EXPECT_TRUE(holds(aes_256_));
}

TEST_F(Pkcs12Properties, TheLargestCountsAreReadAgain) {
  ASSERT_EQ(make("macIterationCount=333333 certPbeIterationCount=333333 keyPbeIterationCount=333333").status, 0);
  expect_readable();
}

TEST_F(Pkcs12Properties, IllegalValuesAreRefusedInTheJdksWords) {
  const std::string key =
      "java.security.KeyStoreException: Key protection algorithm not found: java.security.UnrecoverableKeyException: "
      "Encrypt Private Key failed: ";
  const std::pair<const char*, std::string> cases[] = {
      {"macIterationCount=0", "java.lang.IllegalArgumentException: Invalid keystore.pkcs12.macIterationCount: 0"},
      {"certPbeIterationCount=-5",
       "java.lang.IllegalArgumentException: Invalid keystore.pkcs12.certPbeIterationCount: -5"},
      {"certPbeIterationCount=abc",
       "java.lang.IllegalArgumentException: keystore.pkcs12.certPbeIterationCount is not a number: abc"},
      {"keyPbeIterationCount=5000001", key + "Invalid keystore.pkcs12.keyPbeIterationCount: 5000001"},
      {"macIterationCount=333334",
       "java.lang.IllegalArgumentException: keystore.pkcs12.macIterationCount: more than 333,333 iterations are not "
       "emulated"},
      {"keyPbeIterationCount=abc", key + "keystore.pkcs12.keyPbeIterationCount is not a number: abc"},
      {"certProtectionAlgorithm=Foo",
       "java.io.IOException: getPBEAlgorithmParameters failed: Foo AlgorithmParameters not available"},
      {"macAlgorithm=Foo", "java.lang.StringIndexOutOfBoundsException: begin 7, end 3, length 3"},
      {"macAlgorithm=HmacPBEFoo",
       "java.io.IOException: calculateMac failed: java.security.NoSuchAlgorithmException: Algorithm HmacPBEFoo not "
       "available"}};
  for (const auto& [property, text] : cases) {
    const auto refused = make(property);
    EXPECT_EQ(refused.status, 1) << property;
    EXPECT_THAT(refused.output, HasSubstr("keytool error: " + text + "\n")) << property;
    EXPECT_FALSE(std::filesystem::exists(bench_.path("s"))) << property;
  }
}

}  // namespace
}  // namespace ringside::keytool
