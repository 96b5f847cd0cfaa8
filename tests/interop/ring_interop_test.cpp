// tests/interop/ring_interop_test.cpp - entries of SAF key rings in the JDK's key stores, and the other way round.
#include <gmock/gmock.h>

#include "tests/emulator/hosttools/keytool/ring/ring_bench.hpp"

namespace ringside {
namespace {

using test_support::RingBench;
using testing::HasSubstr;

TEST(RingInterop, TheJdkUsesTheKeysThatComeOutOfARing) {
  for (const std::string type : {"JKS", "PKCS12"}) {
    RingBench bench;
    const std::string store = " -keystore s -storetype " + type + " -storepass changeit";
    const auto copied = bench.run(
        "-importkeystore -srcstoretype JCERACFKS -srckeystore safkeyringjce://SRV/Ring -srcstorepass password "
        "-srcalias Server -destkeystore s -deststorepass changeit -destkeypass changeit -deststoretype " +
        type);
    ASSERT_EQ(copied.status, 0) << copied.output << copied.errors;
    const auto listed = bench.real("keytool -list -v" + store + " 2>/dev/null");
    EXPECT_THAT(listed.output, HasSubstr("Your keystore contains 1 entry\n")) << type;
    EXPECT_THAT(listed.output, HasSubstr("Alias name: server\n"));
    EXPECT_THAT(listed.output, HasSubstr("Certificate chain length: 2\n"));
    EXPECT_EQ(bench.real("keytool -exportcert -alias server -file c.der" + store).status, 0);
    EXPECT_EQ(bench.content("c.der"), base::to_text(bench.racf().record("SRV", "Server")->der));
    const auto asked = bench.real("keytool -certreq -alias server" + store + " | openssl req -noout -verify -subject");
    EXPECT_THAT(asked.output, HasSubstr("CN = srv")) << type;
  }
}

TEST(RingInterop, AKeyOfTheJdkIsTheSameOnARing) {
  RingBench bench;
  const std::string store = " -keystore j.p12 -storepass changeit -alias k";
  ASSERT_EQ(bench.real("keytool -genkeypair -keyalg RSA -keysize 2048 -dname CN=jdk" + store).status, 0);
  ASSERT_EQ(bench.real("keytool -exportcert -file j.der" + store).status, 0);
  bench.racf().must("SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB)");
  bench.racf().must("RDEFINE RDATALIB SRV.RING.UPD UACC(NONE)");
  bench.racf().must("PERMIT SRV.RING.UPD CLASS(RDATALIB) ID(SRV) ACCESS(READ)");
  bench.racf().must("SETROPTS RACLIST(RDATALIB) REFRESH");
  const auto moved = bench.run(
      "-importkeystore -srckeystore j.p12 -srcstorepass changeit -srcalias k -destalias Jdk -deststoretype JCERACFKS "
      "-destkeystore safkeyringjce://SRV/Ring -deststorepass password");
  ASSERT_EQ(moved.status, 0) << moved.output << moved.errors;
  const auto record = bench.racf().record("SRV", "Jdk");
  ASSERT_TRUE(record && record->private_key);
  EXPECT_EQ(base::to_text(record->der), bench.content("j.der"));
  const auto key = crypto::PrivateKey::from_pkcs8(*record->private_key);
  ASSERT_TRUE(key);
  EXPECT_TRUE(key->matches(bench.racf().certificate("SRV", "Jdk").public_key()));
}

}  // namespace
}  // namespace ringside
