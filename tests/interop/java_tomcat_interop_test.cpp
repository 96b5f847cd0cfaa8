// tests/interop/java_tomcat_interop_test.cpp - Debian's Tomcat, unmodified, serves TLS from key rings.
#ifdef RINGSIDE_JAR

#include <filesystem>

#include "tests/interop/java_server.hpp"

namespace ringside {
namespace {

using test_support::free_port;
using test_support::ZoweLab;
using testing::HasSubstr;

/// A Tomcat in the folder of the lab, with the manager, by which the stores of all connectors are read anew.
class Tomcat {
 public:
  /// `connectors`: elements of server.xml.
  Tomcat(const ZoweLab& lab, const std::string& connectors) : lab_(lab) {
    for (const char* folder : {"conf", "logs", "temp", "work", "webapps"})
      std::filesystem::create_directories(lab.file(std::string("tomcat/") + folder));
    write("web.xml", "<web-app/>");
    write("tomcat-users.xml",
          "<tomcat-users><user username='test' password='test' roles='manager-script'/></tomcat-users>");
    write("server.xml", "<Server port='-1'><Service name='Catalina'>" + connectors +
                            "<Connector address='127.0.0.1' port='" + std::to_string(manager_) +
                            "'/><Engine name='Catalina' defaultHost='localhost'>"
                            "<Realm className='org.apache.catalina.realm.MemoryRealm'/>"
                            "<Host name='localhost' appBase='webapps' autoDeploy='false'>"
                            "<Context path='/manager' docBase='/usr/share/tomcat10-admin/manager' privileged='true'/>"
                            "</Host></Engine></Service></Server>");
    server_.emplace("env CATALINA_HOME=/usr/share/tomcat10 CATALINA_BASE=" + lab.file("tomcat") + " " +
                        lab.server_line("sh /usr/share/tomcat10/bin/catalina.sh run"),
                    manager_);
  }

  void reload() const {
    const auto told = test_support::run_program(
        "curl --silent --user test:test http://127.0.0.1:" + std::to_string(manager_) + "/manager/text/sslReload");
    EXPECT_THAT(told.output, HasSubstr("OK - Reloaded")) << lab_.log();
  }

 private:
  void write(const std::string& name, const std::string& text) const {
    test_support::write_file(lab_.file("tomcat/conf/" + name), text);
  }

  const ZoweLab& lab_;
  const int manager_ = free_port();
  std::optional<test_support::ServerProcess> server_;
};

/// A connector with TLS whose certificate is on a ring. `host` are attributes of SSLHostConfig, `more` of Certificate.
std::string connector(int port, const std::string& ring, const std::string& type, const std::string& more = "",
                      const std::string& host = "") {
  return "<Connector address='127.0.0.1' port='" + std::to_string(port) +
         "' SSLEnabled='true' scheme='https' secure='true'><SSLHostConfig " + host +
         "><Certificate certificateKeystoreFile='" + ring + "' certificateKeystoreType='" + type +
         "' certificateKeystorePassword='password' " + more + "/></SSLHostConfig></Connector>";
}

class JavaTomcat : public test_support::JavaInterop {
 protected:
  void SetUp() override {
    JavaInterop::SetUp();
    const bool is_here = std::filesystem::exists("/usr/share/tomcat10/bin/catalina.sh") &&
                         std::filesystem::exists("/usr/share/tomcat10-admin/manager");
    if (!test_support::peer_is_here("tomcat", is_here) || !test_support::peer_is_here("curl")) GTEST_SKIP();
  }
};

const std::string zowe_ring = "safkeyring://ZWESVUSR/ZoweKeyring";

TEST_F(JavaTomcat, ServesTheRingOfZowesJobAndItsRenewedCertificate) {
  const ZoweLab lab;
  const int port = free_port(), mutual = free_port();
  lab.tso({"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('other')) WITHLABEL('other') NISTECC SIZE(256)"});
  for (const std::string ca : {"localca", "other"}) lab.add_client(ca);
  const Tomcat tomcat(lab, connector(port, zowe_ring, "JCERACFKS") +
                               connector(mutual, zowe_ring, "JCERACFKS", "certificateKeyAlias='localhost'",
                                         "certificateVerification='required' truststoreType='JCERACFKS' "
                                         "truststorePassword='password' truststoreFile='" +
                                             zowe_ring + "'"));
  EXPECT_EQ(lab.curl(port, "--cacert ca.pem"), "404") << lab.log();
  EXPECT_EQ(lab.curl(port, ""), "000") << "curl does not know the CA";
  EXPECT_EQ(lab.curl(mutual, "--cacert ca.pem"), "000") << "no certificate of the client";
  EXPECT_EQ(lab.curl(mutual, "--cacert ca.pem --cert localca.pem"), "404");
  EXPECT_EQ(lab.curl(mutual, "--cacert ca.pem --cert other.pem"), "000") << "a CA that is not on the ring";
  EXPECT_EQ(lab.served(port), "serial=01");
  lab.renew();
  EXPECT_EQ(lab.served(port), "serial=01") << "before the reload";
  tomcat.reload();
  for (const int each : {port, mutual}) EXPECT_EQ(lab.served(each), "serial=03") << lab.log();
  EXPECT_EQ(lab.curl(mutual, "--cacert ca.pem --cert localca.pem"), "404");

  lab.tso({"SETROPTS CLASSACT(DIGTCERT DIGTRING) RACLIST(DIGTCERT DIGTRING)"});
  lab.renew();
  tomcat.reload();
  EXPECT_EQ(lab.served(port), "serial=03") << "before the refresh";
  lab.tso({"SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH"});
  tomcat.reload();
  EXPECT_EQ(lab.served(port), "serial=04") << lab.log();
}

TEST_F(JavaTomcat, SignsWithKeysInIcsf) {
  const ZoweLab lab;
  std::string connectors;
  std::map<std::string, int> ports;
  for (const auto& [ring, kind] :
       {std::pair{"Rsa", "RSA(PKDS(*)) SIZE(2048)"}, std::pair{"Ec", "NISTECC(PKDS(*)) SIZE(256)"}}) {
    const std::string label = std::string("') RING(") + ring + ")";
    lab.tso({std::string("RACDCERT ID(ZWESVUSR) GENCERT SUBJECTSDN(CN('") + ring + "')) WITHLABEL('" + ring +
                 "') ALTNAME(DOMAIN('localhost')) SIGNWITH(CERTAUTH LABEL('localca')) " + kind,
             std::string("RACDCERT ID(ZWESVUSR) ADDRING(") + ring + ")",
             std::string("RACDCERT ID(ZWESVUSR) CONNECT(LABEL('") + ring + label + " DEFAULT)",
             "RACDCERT ID(ZWESVUSR) CONNECT(CERTAUTH LABEL('localca" + label + ")"});
    ports[ring] = free_port();
    connectors +=
        connector(ports[ring], std::string("safkeyringhw://ZWESVUSR/") + ring, "JCECCARACFKS", "", "ciphers='HIGH'");
  }
  const Tomcat tomcat(lab, connectors);
  for (const auto& [ring, port] : ports)
    for (const std::string version : {"1.2", "1.3"})
      EXPECT_EQ(lab.curl(port, "--cacert ca.pem --tlsv" + version + " --tls-max " + version), "404")
          << ring << " " << version << "\n"
          << lab.log();
  EXPECT_EQ(lab.answers("RingReader", lab.agent(",user=ZWESVUSR"),
                        "key\tJCECCARACFKS\tsafkeyringhw://ZWESVUSR/Rsa\tRsa\tpassword\n"
                        "key\tJCERACFKS\tsafkeyring://ZWESVUSR/Rsa\tRsa\tpassword\n"),
            (std::vector<std::string>{"RSA null null", "no key"}));
  EXPECT_EQ(lab.served(ports["Rsa"], "-tls1_2 -cipher AES128-GCM-SHA256"), "serial=02") << "key exchange by RSA";
}

}  // namespace
}  // namespace ringside

#endif
