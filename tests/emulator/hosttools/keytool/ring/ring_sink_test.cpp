// tests/emulator/hosttools/keytool/ring/ring_sink_test.cpp - key rings changed by keytool, and what is not permitted.
#include "emulator/hosttools/keytool/ring/ring_sink.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/hosttools/keytool/ring/ring_bench.hpp"

namespace ringside {
namespace {

using test_support::ring_options;
using test_support::RingBench;
using testing::HasSubstr;

constexpr const char* before = "SRV/Server PERSONAL*; irrcerta/My CA CERTAUTH; ";

/// A self-signed certificate of CN=<name> in <name>.der, and its key in <name>.p12.
void make_partner(RingBench& bench, const std::string& name, const std::string& more = "") {
  const std::string store = " -keystore " + name + ".p12 -storepass changeit -alias k";
  ASSERT_EQ(bench.run("-genkeypair -keyalg EC -dname CN=" + name + more + store).status, 0);
  ASSERT_EQ(bench.run("-exportcert -file " + name + ".der" + store).status, 0);
}

TEST(RingSink, DeletingOnlyDisconnects) {
  RingBench bench;
  ASSERT_EQ(bench
                .run_as("IBMUSER",
                        "-delete -alias 'My CA' -storetype JCERACFKS -keystore safkeyringjce://SRV/Ring "
                        "-storepass password")
                .status,
            1)
      << "the key is not the caller's, so he cannot even open the ring";
  bench.racf().must("RDEFINE FACILITY IRR.DIGTCERT.REMOVE UACC(NONE)");
  bench.racf().must("PERMIT IRR.DIGTCERT.REMOVE CLASS(FACILITY) ID(SRV) ACCESS(UPDATE)");
  EXPECT_EQ(bench.run("-delete -alias 'My CA'" + ring_options).status, 0);
  EXPECT_EQ(bench.members(), "SRV/Server PERSONAL*; ");
  EXPECT_TRUE(bench.racf().record("irrcerta", "My CA"));
}

TEST(RingSink, ATrustedCertificateGoesToCertauth) {
  RingBench bench;
  make_partner(bench, "partner");
  const std::string import = "-importcert -noprompt -alias 'Partner CA' -file partner.der" + ring_options;
  EXPECT_THAT(bench.run(import).output, HasSubstr("not RACF authorized to use the requested service (8, 8, 8)"));
  EXPECT_EQ(bench.members(), before);
  for (const std::string function : {"ADD", "CONNECT"}) {
    bench.racf().must("RDEFINE FACILITY IRR.DIGTCERT." + function + " UACC(NONE)");
    bench.racf().must("PERMIT IRR.DIGTCERT." + function + " CLASS(FACILITY) ID(SRV) ACCESS(CONTROL)");
  }
  const auto added = bench.run(import);
  EXPECT_EQ(added.status, 0) << added.output << added.errors;
  EXPECT_EQ(bench.members(), before + std::string("irrcerta/Partner CA CERTAUTH; "));
}

class AuthorizedRingSink : public testing::Test {
 protected:
  void SetUp() override {
    bench.racf().must("SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB) GENERIC(RDATALIB)");
    bench.racf().must("RDEFINE RDATALIB SRV.*.UPD UACC(NONE)");
    bench.racf().must("PERMIT SRV.*.UPD CLASS(RDATALIB) ID(SRV) ACCESS(CONTROL)");
    bench.racf().must("SETROPTS RACLIST(RDATALIB) REFRESH");
  }
  RingBench bench;
};

TEST_F(AuthorizedRingSink, WhatRacfHasAlreadyIsConnectedUnderItsLabel) {
  make_partner(bench, "partner");
  ASSERT_EQ(bench.run("-importcert -noprompt -alias First -file partner.der" + ring_options).status, 0);
  ASSERT_EQ(bench.run("-delete -alias First" + ring_options).status, 0);
  const auto again = bench.run("-importcert -noprompt -alias Second -file partner.der" + ring_options);
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.errors, HasSubstr("in the database as 'First' of CERTAUTH, and connected under that label"));
  EXPECT_EQ(bench.members(), before + std::string("irrcerta/First CERTAUTH; "));
}

TEST_F(AuthorizedRingSink, AKeyOfAJavaKeyStoreGoesToTheOwnerOfANewRing) {
  make_partner(bench, "app");
  const auto moved = bench.run(
      "-importkeystore -srckeystore app.p12 -srcstorepass changeit -srcalias k -destalias 'App Key' -deststoretype "
      "JCERACFKS -destkeystore safkeyringjce://SRV/New -deststorepass password");
  EXPECT_EQ(moved.status, 0) << moved.output << moved.errors;
  const auto record = bench.racf().record("SRV", "App Key");
  ASSERT_TRUE(record);
  EXPECT_TRUE(record->has_key());
  EXPECT_EQ(base::to_text(record->der), bench.content("app.der"));
  EXPECT_THAT(bench.run("-list -storetype JCERACFKS -keystore safkeyringjce:///New -storepass password").output,
              HasSubstr("App Key, Mar 1, 2024, PrivateKeyEntry"));
}

TEST_F(AuthorizedRingSink, AKeyPairIsMadeAndStored) {
  const auto made = bench.run("-genkeypair -alias Fresh -keyalg RSA -keysize 2048 -dname CN=fresh" + ring_options);
  EXPECT_EQ(made.status, 0) << made.output << made.errors;
  EXPECT_EQ(bench.members(), before + std::string("SRV/Fresh PERSONAL; "));
  EXPECT_EQ(bench.run("-certreq -alias Fresh" + ring_options).status, 0);
}

TEST_F(AuthorizedRingSink, AReplyRenewsTheEntryAndLosesTheDefaultFlag) {
  ASSERT_EQ(bench.run("-certreq -alias Server -file r.csr" + ring_options).status, 0);
  bench.racf().put_text("R.CSR", bench.content("r.csr"));
  bench.racf().must("RACDCERT ID(OTHER) GENCERT('R.CSR') WITHLABEL('Renewed') SIGNWITH(CERTAUTH LABEL('My CA'))");
  bench.racf().must("RACDCERT ID(OTHER) EXPORT(LABEL('Renewed')) DSN('R.B64')");
  bench.racf().must("RACDCERT ID(OTHER) DELETE(LABEL('Renewed'))");
  const auto reply = bench.racf().get_text("R.B64");
  test_support::write_file(bench.path("r.pem"), reply);
  const auto installed = bench.run("-importcert -alias Server -file r.pem" + ring_options);
  EXPECT_EQ(installed.status, 0) << installed.output << installed.errors;
  EXPECT_THAT(installed.errors, HasSubstr("'Server' was the ring's default certificate"));
  EXPECT_EQ(bench.members(), "irrcerta/My CA CERTAUTH; SRV/Server PERSONAL; ");
  EXPECT_TRUE(bench.racf().record("SRV", "Server")->has_key());
}

TEST_F(AuthorizedRingSink, ExpiredCertificatesAreNotTaken) {
  make_partner(bench, "old", " -startdate 2020/01/01 -validity 30");
  const auto refused = bench.run("-importcert -noprompt -alias Old -file old.der" + ring_options);
  EXPECT_THAT(refused.output, HasSubstr("cannot be given an expired certificate"));
  EXPECT_EQ(bench.members(), before);
  EXPECT_FALSE(bench.racf().record("irrcerta", "Old"));
}

TEST_F(AuthorizedRingSink, NoEntryChangesBetweenKeyAndCertificateOrGetsAnotherKey) {
  make_partner(bench, "app");
  const std::string import =
      "-importkeystore -noprompt -srckeystore app.p12 -srcstorepass changeit -srcalias k -deststoretype JCERACFKS "
      "-destkeystore safkeyringjce://SRV/Ring -deststorepass password -destalias ";
  EXPECT_THAT(bench.run(import + "'My CA'").output, HasSubstr("cannot change between key and certificate"));
  EXPECT_THAT(bench.run(import + "Server").output, HasSubstr("cannot be given a certificate with another public key"));
  EXPECT_EQ(bench.members(), before);
}

TEST_F(AuthorizedRingSink, TheCcaTypesTakeNoKeysHere) {
  const auto refused = bench.run(
      "-genkeypair -alias Fresh -keyalg EC -dname CN=fresh -storetype JCECCARACFKS -keystore safkeyring://SRV/Ring "
      "-storepass password");
  EXPECT_THAT(refused.output, HasSubstr("of type JCECCARACFKS cannot be given a key here"));
  EXPECT_EQ(bench.members(), before);
}

TEST(RingSink, OtherCommandsAreRefusedByName) {
  RingBench bench;
  for (const std::string command :
       {"-changealias -alias Server -destalias x", "-keypasswd -alias Server -new secret1", "-storepasswd -new secret1",
        "-genseckey -alias x", "-importpass -alias x", "-selfcert -alias Server", "-keyclone -alias Server -dest x"}) {
    const auto refused = bench.run(command + ring_options);
    EXPECT_EQ(refused.status, 1) << command;
    EXPECT_EQ(refused.output,
              "keytool error (likely untranslated): java.lang.UnsupportedOperationException: " +
                  command.substr(0, command.find(' ')) +
                  " does not work on a key ring; it is changed by -delete, -genkeypair, -importcert and "
                  "-importkeystore\n");
  }
  EXPECT_EQ(bench.members(), before);
}

}  // namespace
}  // namespace ringside
