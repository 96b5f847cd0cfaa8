// tests/emulator/hosttools/keytool/ring/ring_source_test.cpp - key rings read by keytool: entries, store types,
// authority, errors.
#include "emulator/hosttools/keytool/ring/ring_source.hpp"

#include <gmock/gmock.h>

#include "tests/emulator/hosttools/keytool/ring/ring_bench.hpp"

namespace ringside {
namespace {

using test_support::ring_options;
using test_support::RingBench;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string error = "keytool error (likely untranslated): ";
const std::string semeru = "-list -storepass password -storetype ";

TEST(RingSource, PersonalIsAKeyEntryAndCertauthATrustedOne) {
  RingBench bench;
  const auto listed = bench.run("-list" + ring_options);
  EXPECT_EQ(listed.status, 0);
  EXPECT_THAT(listed.output, StartsWith("Keystore type: JCERACFKS\nKeystore provider: IBMZSecurity\n\n"
                                        "Your keystore contains 2 entries\n\n"
                                        "My CA, Mar 1, 2024, trustedCertEntry, \nCertificate fingerprint (SHA-256): "));
  EXPECT_THAT(listed.output, HasSubstr("\nServer, Mar 1, 2024, PrivateKeyEntry, \n"));
  EXPECT_EQ(listed.errors, "");
}

TEST(RingSource, AKeyEntryHasTheIssuersThatTheRingHolds) {
  RingBench bench;
  const auto whole = bench.run("-list -v -alias Server" + ring_options);
  EXPECT_THAT(whole.output, AllOf(HasSubstr("Certificate chain length: 2\n"), HasSubstr("Owner: CN=ca\n")));
  bench.racf().must("RACDCERT ID(SRV) REMOVE(CERTAUTH LABEL('My CA') RING(Ring))");
  EXPECT_THAT(bench.run("-list -v -alias Server" + ring_options).output, HasSubstr("Certificate chain length: 1\n"));
}

TEST(RingSource, LabelsKeepTheirCase) {
  RingBench bench;
  const auto other = bench.run("-list -alias server" + ring_options);
  EXPECT_EQ(other.status, 1);
  EXPECT_EQ(other.output, error + "java.lang.Exception: Alias <server> does not exist\n");
  EXPECT_THAT(other.errors, HasSubstr("the ring holds 'Server'"));
}

TEST(RingSource, CertificatesAreOutOfReachBySiteUsageAndNotrust) {
  RingBench bench;
  bench.racf().must("RACDCERT SITE GENCERT SUBJECTSDN(CN('site')) WITHLABEL('Site') NISTECC SIZE(256)");
  bench.racf().must("RACDCERT ID(SRV) CONNECT(SITE LABEL('Site') RING(Ring))");
  bench.racf().must("RACDCERT CERTAUTH ALTER(LABEL('My CA')) NOTRUST");
  const auto listed = bench.run("-list" + ring_options);
  EXPECT_THAT(listed.output, HasSubstr("contains 1 entry\n"));
  EXPECT_THAT(listed.errors, AllOf(HasSubstr("'Site' is left out: it is connected with usage SITE"),
                                   HasSubstr("'My CA' is left out: its status is NOTRUST")));
}

TEST(RingSource, AMissingRingIsIbmsTriple) {
  RingBench bench;
  const auto result = bench.run(semeru + "JCERACFKS -keystore safkeyringjce:///ring");
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.output,
            error + "java.io.IOException: R_datalib (IRRSDL00) error: profile for ring not found (8, 8, 84)\n");
}

TEST(RingSource, WhoMayNotReadTheRingIsRefused) {
  RingBench bench;
  const std::string refused = error +
                              "java.io.IOException: R_datalib (IRRSDL00) error: not RACF authorized to use the "
                              "requested service (8, 8, 8)\n";
  const auto result = bench.run_as("OTHER", "-list" + ring_options);
  EXPECT_EQ(result.output, refused);
  EXPECT_THAT(result.errors, AllOf(HasSubstr("ICH408I USER(OTHER"), HasSubstr("ID(OTHER) ACCESS(UPDATE)")));
  EXPECT_EQ(bench.run(semeru + "JCERACFKS -keystore safkeyringjce://NOBODY/Ring").output, refused);
}

TEST(RingSource, OneKeyOutOfReachFailsTheWholeRing) {
  RingBench bench;
  const std::string refused = error +
                              "java.io.IOException: The private key of Server is not available or no authority to "
                              "access the private key\n";
  EXPECT_EQ(bench.run_as("READER", "-list" + ring_options).output, refused);
  bench.racf().must("SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB)");
  bench.racf().must("RDEFINE RDATALIB SRV.RING.LST UACC(NONE)");
  bench.racf().must("PERMIT SRV.RING.LST CLASS(RDATALIB) ID(READER) ACCESS(UPDATE)");
  bench.racf().must("SETROPTS RACLIST(RDATALIB) REFRESH");
  EXPECT_EQ(bench.run_as("READER", "-list" + ring_options).status, 0);
  EXPECT_EQ(bench.run("-list" + ring_options).status, 1) << "the profile is final, and SRV is not on it";
}

TEST(RingSource, APersonalCertificateWithoutAKeyFailsTheWholeRing) {
  RingBench bench;
  bench.racf().must("RACDCERT CERTAUTH EXPORT(LABEL('My CA')) DSN('CA.B64')");
  bench.racf().must("RACDCERT CERTAUTH DELETE(LABEL('My CA'))");
  bench.racf().must("RACDCERT ID(SRV) ADD('CA.B64') WITHLABEL('Keyless') TRUST");
  bench.racf().must("RACDCERT ID(SRV) CONNECT(LABEL('Keyless') RING(Ring))");
  const auto result = bench.run("-list" + ring_options);
  EXPECT_THAT(result.output, HasSubstr("The private key of Keyless is not available"));
  EXPECT_THAT(result.errors, HasSubstr("it has no private key in this database"));
}

TEST(RingSource, OnlyTheCcaTypesSeeKeysInIcsf) {
  RingBench bench;
  bench.racf().must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('hw')) WITHLABEL('Hardware') RSA(PKDS(HW.KEY))");
  bench.racf().must("RACDCERT ID(SRV) CONNECT(LABEL('Hardware') RING(Ring))");
  const auto software = bench.run("-list" + ring_options);
  EXPECT_THAT(software.output, HasSubstr("Hardware, Mar 1, 2024, trustedCertEntry"));
  EXPECT_THAT(software.errors, HasSubstr("'Hardware' has its private key in ICSF, which JCERACFKS does not see"));
  for (const std::string type : {"JCECCARACFKS", "JCEHYBRIDRACFKS"}) {
    const auto both = bench.run(semeru + type + " -keystore safkeyring://SRV/Ring");
    EXPECT_THAT(both.output, AllOf(HasSubstr("Hardware, Mar 1, 2024, PrivateKeyEntry"),
                                   HasSubstr("Server, Mar 1, 2024, PrivateKeyEntry")))
        << type;
  }
  EXPECT_THAT(bench.run(semeru + "JCEHYBRIDRACFKS -keystore safkeyringjcehybrid://SRV/Ring").output,
              HasSubstr("Keystore provider: IBMJCEHYBRID\n"));
}

TEST(RingSource, AnotherStoreTypeDoesNotOpenIt) {
  RingBench bench;
  const std::string invalid = error + "java.io.IOException: Invalid keystore format\n";
  EXPECT_EQ(bench.run("-list -keystore safkeyring://SRV/Ring -storepass password").output, invalid);
  EXPECT_EQ(bench.run(semeru + "JKS -keystore safkeyring://SRV/Ring").output, invalid);
  EXPECT_EQ(bench.run(semeru + "JCERACFKS -keystore safkeyringjcecca://SRV/Ring").output, invalid);
  EXPECT_EQ(bench.run(semeru + "BOGUS -keystore safkeyring://SRV/Ring").output,
            error + "java.security.KeyStoreException: BOGUS not found\n");
  ASSERT_EQ(bench.run("-genkeypair -keyalg EC -dname CN=x -keystore f.p12 -storepass changeit").status, 0);
  EXPECT_EQ(bench.run(semeru + "JCERACFKS -keystore f.p12").output,
            "keytool error: java.io.IOException: Invalid keystore format\n");
}

TEST(RingSource, ItsProvidersAreKnownOnZosAlone) {
  RingBench bench;
  for (const std::string option :
       {" -providername IBMZSecurity", " -providerclass com.ibm.crypto.provider.IBMJCE", " -addprovider IBMJCEHYBRID"})
    EXPECT_EQ(bench.run("-list" + ring_options + option).status, 0) << option;
  EXPECT_THAT(bench.run("-list" + ring_options + " -addprovider IBMNone").output, HasSubstr("\"IBMNone\" not found"));
}

TEST(RingSource, RemarksSayWhatARealSystemWouldMind) {
  RingBench bench;
  const auto odd = bench.run("-list -storetype JCERACFKS -storepass secret1 -keystore safkeyring:////SRV/Ring");
  EXPECT_EQ(odd.status, 0);
  EXPECT_THAT(odd.errors, AllOf(HasSubstr("4 slashes"), HasSubstr("java.protocol.handler.pkgs"),
                                HasSubstr("the password of a key ring means nothing"), Not(HasSubstr("secret1"))));
}

TEST(RingSource, WithoutAProfileARingIsRefusedAndWithLenientRemarked) {
  const auto list = [](lab::Rules rules) {
    RingBench bench(rules);
    bench.racf().must("RDELETE FACILITY IRR.DIGTCERT.LISTRING");
    return bench.run("-list" + ring_options);
  };
  const auto lenient = list({.lenient = true});
  EXPECT_EQ(lenient.status, 0);
  EXPECT_THAT(lenient.errors, HasSubstr("a real system gives 8/8/8"));
  EXPECT_THAT(list({}).output, HasSubstr("(8, 8, 8)"));
}

TEST(RingSource, ARingGoesIntoAJavaKeyStore) {
  RingBench bench;
  const auto copied = bench.run(
      "-importkeystore -srcstoretype JCERACFKS -srckeystore safkeyringjce://SRV/Ring -srcstorepass password "
      "-destkeystore out.jks -deststoretype JKS -deststorepass changeit -destkeypass changeit");
  EXPECT_THAT(copied.errors, HasSubstr("trusted certificate entries are not password-protected"));  // as in the JDK
  EXPECT_THAT(copied.errors, HasSubstr("1 entries successfully imported, 1 entries failed or cancelled"));
  const auto asked = bench.run("-certreq -alias server -file out.csr -keystore out.jks -storepass changeit");
  EXPECT_EQ(asked.status, 0) << "the key is usable: " << asked.output;
  EXPECT_THAT(bench.run("-list -v -alias server -keystore out.jks -storepass changeit").output,
              HasSubstr("Certificate chain length: 2\n"));
}

}  // namespace
}  // namespace ringside
