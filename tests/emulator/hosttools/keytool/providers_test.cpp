// tests/emulator/hosttools/keytool/providers_test.cpp - the JDK's own providers are taken, others refused in its words.
#include "emulator/hosttools/keytool/providers.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/hosttools/keytool/keytool_bench.hpp"

namespace ringside {
namespace {

using testing::HasSubstr;

TEST(KeytoolProviders, ThatTheJdkHasChangeNothing) {
  test_support::KeytoolBench bench;
  bench.run("-genkeypair -alias a -keyalg EC -dname CN=a -storepass changeit -keystore s -storetype PKCS12");
  const std::string list = "-list -storepass changeit -keystore s";
  const auto plain = bench.run(list);
  ASSERT_EQ(plain.status, 0);
  for (const char* option : {" -addprovider SunJCE", " -providerclass sun.security.provider.Sun",
                             " -provider sun.security.provider.Sun", " -providername SUN"})
    EXPECT_EQ(bench.run(list + option).status, 0) << option;
  EXPECT_EQ(bench.run(list + " -addprovider SunJCE").output, plain.output);
}

TEST(KeytoolProviders, ThatTheJdkLacksAreRefusedByName) {
  test_support::KeytoolBench bench;
  bench.run("-genkeypair -alias a -keyalg EC -dname CN=a -storepass changeit -keystore s -storetype PKCS12");
  const auto refused = [&bench](const std::string& option) {
    const auto result = bench.run("-list -storepass changeit -keystore s " + option);
    EXPECT_EQ(result.status, 1) << option;
    return result.output;
  };
  EXPECT_EQ(refused("-providerclass com.sun.nosuch"),
            "keytool error: java.lang.Exception: Provider \"com.sun.nosuch\" not found\n");
  EXPECT_EQ(refused("-provider SUN"), "keytool error: java.lang.Exception: Provider \"SUN\" not found\n");
  EXPECT_EQ(refused("-addprovider NoSuch"),
            "keytool error: java.lang.Exception: Provider named \"NoSuch\" not found\n");
  EXPECT_EQ(refused("-addprovider IBMZSecurity"),
            "keytool error: java.lang.Exception: Provider named \"IBMZSecurity\" not found\n");
  EXPECT_EQ(refused("-providername NoSuch"),
            "keytool error: java.security.NoSuchProviderException: no such provider: NoSuch\n");
}

TEST(KeytoolProviders, AnIdentityDatabaseHoldsNothingForAJdkOfToday) {
  test_support::KeytoolBench bench;
  bench.put("f", "anything");
  const auto result = bench.run("-identitydb -file f -storepass changeit -keystore s");
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.errors, HasSubstr("No entries from identity database added\n"));
}

}  // namespace
}  // namespace ringside
