// tests/emulator/hosttools/network/engine_store_test.cpp - key stores as a party of handshakes.
#include "emulator/hosttools/network/engine_store.hpp"

#include <gmock/gmock.h>

#include "emulator/host/lab_files.hpp"
#include "emulator/hosttools/shell/run.hpp"

namespace ringside::network {
namespace {

using testing::HasSubstr;

class EngineStore : public testing::Test {
 protected:
  EngineStore() {
    lab_.add_system(system_);
    lab_.set_seed("engine");
    host::TextStreams streams;
    host::Process process{lab_, system_, "root", files_, streams};
    const std::string make = "keytool -genkeypair -keyalg EC -storepass secret -keypass secret ";
    EXPECT_EQ(shell::run_script("set -e\n" + make + "-keystore k.jks -storetype JKS -alias One -dname CN=one\n" + make +
                                    "-keystore k.jks -storetype JKS -alias two -dname CN=two\n" + make +
                                    "-keystore k.p12 -storetype PKCS12 -alias p -dname CN=p\n"
                                    "keytool -exportcert -keystore k.jks -storepass secret -alias two -file two.crt\n"
                                    "keytool -importcert -noprompt -keystore t.jks -storetype JKS -storepass secret "
                                    "-alias ca -file two.crt\n",
                                process),
              0)
        << streams.output() << streams.errors();
  }

  std::string subject_of(const std::optional<std::string>& alias) {
    const auto party = store_party(files_, {"k.jks", "", base::Secret("secret")}, alias);
    if (!party->identity) return "(none)";
    const crypto::DistinguishedName subject = party->identity->certificate.subject();
    return subject.parts().front().value;
  }

  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'500'000'000}}};
  lab::Lab lab_{"", clock_};
  database::SystemRecord system_{"ENGINE", "distributed", "", "ENGINE", 0};
  host::LabFiles files_{lab_, system_, "root"};
};

TEST_F(EngineStore, TheKeyIsThatOfTheAliasOrTheFirst) {
  EXPECT_EQ(subject_of("ONE"), "one") << "in any case";
  EXPECT_EQ(subject_of("two"), "two");
  EXPECT_EQ(subject_of("nosuch"), "(none)");
  EXPECT_NE(subject_of(std::nullopt), "(none)");
}

TEST_F(EngineStore, EveryEntryOfTheTrustStoreIsAnAnchor) {
  const auto party = engine_party(files_, "k.p12", "k.jks", base::Secret("secret"));
  ASSERT_TRUE(party) << party.error();
  EXPECT_EQ(party->anchors.size(), 2u);
  EXPECT_EQ(party->identity->chain.size(), 1u);
  EXPECT_TRUE(engine_party(files_, "k.p12", "", base::Secret("secret"))->anchors.empty());
}

TEST_F(EngineStore, WhatCannotBeReadIsNamed) {
  const auto why = [&](const char* keys, const char* trust, const char* password) {
    const auto party = engine_party(files_, keys, trust, base::Secret(password));
    return party ? "(read)" : party.error();
  };
  EXPECT_EQ(why("nosuch", "", "secret"), "nosuch: No such file or directory");
  EXPECT_EQ(why("k.p12", "nosuch", "secret"), "nosuch: No such file or directory");
  EXPECT_EQ(why("t.jks", "", "secret"), "t.jks: holds no private key that its password opens");
  EXPECT_THAT(why("k.jks", "", "wrong0"), HasSubstr("k.jks: "));
  EXPECT_THAT(why("two.crt", "", "secret"), HasSubstr("two.crt: "));
}

}  // namespace
}  // namespace ringside::network
