// tests/interop/java_properties_interop_test.cpp - rings that no program names by a URL of its own: system properties
// of TLS, and the key store NONE of the JDK's keytool.
#ifdef RINGSIDE_JAR

#include "tests/interop/java_server.hpp"

namespace ringside {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class JavaProperties : public test_support::JavaInterop {
 protected:
  /// What the JDK's keytool says of the ring of Zowe's job.
  [[nodiscard]] std::string keytool(const std::string& command) const {
    return test_support::run_program("cd " + lab_.file("") + " && keytool " + command +
                                     " -keystore NONE -storetype JCERACFKS -storepass password -J" +
                                     lab_.agent(",user=ZWESVUSR,ring=ZWESVUSR/ZoweKeyring"))
        .output;
  }
  [[nodiscard]] std::string members() const { return lab_.must("tso 'RACDCERT ID(ZWESVUSR) LISTRING(ZoweKeyring)'"); }

  test_support::ZoweLab lab_;
};

TEST_F(JavaProperties, NameTheRingsOfAClient) {
  if (!test_support::peer_is_here("gnutls-serv")) GTEST_SKIP();
  lab_.must("export --format pem --alias localhost ZWESVUSR/ZoweKeyring server.pem");
  lab_.add_client("localca");
  lab_.tso({"RACDCERT ID(CLIENT) CONNECT(CERTAUTH LABEL('localca') RING(localca))"});
  const int port = test_support::free_port();
  const std::string server_pem = lab_.file("server.pem");
  const test_support::ServerProcess server("gnutls-serv --http --port " + std::to_string(port) + " --x509certfile " +
                                               server_pem + " --x509keyfile " + server_pem + " --x509cafile " +
                                               lab_.file("ca.pem") +
                                               " --require-client-cert --verify-client-cert >/dev/null 2>&1",
                                           port);
  const auto called = [&](const std::string& key_ring, const std::string& trust_ring) {
    return lab_
        .answers("RingClient https://localhost:" + std::to_string(port) + "/",
                 lab_.agent(",user=CLIENT") + "-Djavax.net.ssl.keyStore=" + key_ring +
                     " -Djavax.net.ssl.keyStoreType=JCERACFKS -Djavax.net.ssl.keyStorePassword=password "
                     "-Djavax.net.ssl.trustStoreType=JCERACFKS -Djavax.net.ssl.trustStorePassword=password "
                     "-Djavax.net.ssl.trustStore=" +
                     trust_ring,
                 "")
        .at(0);
  };
  lab_.tso({"RACDCERT ID(CLIENT) ADDRING(Trust)", "RDEFINE RDATALIB CLIENT.TRUST.LST UACC(READ)",
            "RACDCERT ID(CLIENT) CONNECT(CERTAUTH LABEL('localca') RING(Trust))",
            "SETROPTS RACLIST(RDATALIB) REFRESH"});
  EXPECT_EQ(called("safkeyring://CLIENT/localca", "safkeyring://CLIENT/localca"), "200");
  EXPECT_EQ(called("safkeyring:///localca", "safkeyringjce://CLIENT/Trust"), "200") << "two rings";
  EXPECT_THAT(called("safkeyring://CLIENT/Trust", "safkeyring://CLIENT/Trust"), HasSubstr("Exception")) << "no key";
  EXPECT_THAT(called("safkeyring://CLIENT/localca", "safkeyring://CLIENT/None"),
              HasSubstr("problem accessing trust store"))
      << "the JDK does not hand on why";
}

TEST_F(JavaProperties, AreNotNeededByTheKeytoolOfTheJdk) {
  EXPECT_THAT(keytool("-list"), AllOf(HasSubstr("Keystore type: JCERACFKS"),
                                      HasSubstr("Keystore provider: IBMZSecurity"), HasSubstr("2 entries"),
                                      HasSubstr("localhost, "), HasSubstr("PrivateKeyEntry"), HasSubstr("localca, ")));
  lab_.tso({"RDEFINE RDATALIB ZWESVUSR.ZOWEKEYRING.UPD UACC(CONTROL)",
            "RDEFINE RDATALIB ZWESVUSR.ZOWEKEYRING.LST UACC(UPDATE)", "SETROPTS RACLIST(RDATALIB) REFRESH"});
  ASSERT_EQ(
      test_support::run_program("openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=partner -keyout /dev/null -out " +
                                lab_.file("partner.pem"))
          .status,
      0);
  EXPECT_THAT(keytool("-importcert -noprompt -alias Partner -file partner.pem"),
              HasSubstr("Certificate was added to keystore"));
  EXPECT_THAT(members(), HasSubstr("Partner"));
  EXPECT_THAT(keytool("-list -alias Partner"), HasSubstr("trustedCertEntry"));
  EXPECT_THAT(keytool("-delete -alias Partner"), Not(HasSubstr("error")));
  EXPECT_THAT(members(), AllOf(HasSubstr("localhost"), Not(HasSubstr("Partner"))));
}

}  // namespace
}  // namespace ringside

#endif
