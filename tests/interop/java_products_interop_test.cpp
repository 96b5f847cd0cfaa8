// tests/interop/java_products_interop_test.cpp - Debian's Jetty and ActiveMQ, unmodified, serve TLS from the ring of
// Zowe's job.
#ifdef RINGSIDE_JAR

#include <filesystem>

#include "tests/interop/java_server.hpp"

namespace ringside {
namespace {

using test_support::free_port;
using test_support::ServerProcess;
using test_support::ZoweLab;

class JavaProducts : public test_support::JavaInterop {
 protected:
  static bool has_file(const std::string& peer, const std::string& file) {
    return test_support::peer_is_here(peer, std::filesystem::exists(file)) && test_support::peer_is_here("curl");
  }
};

constexpr const char* jetty_xml = R"(<?xml version="1.0"?>
<!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "http://www.eclipse.org/jetty/configure_9_3.dtd">
<Configure id="Server" class="org.eclipse.jetty.server.Server">
  <New id="tls" class="org.eclipse.jetty.util.ssl.SslContextFactory$Server">
    <Set name="keyStorePath">safkeyring://ZWESVUSR/ZoweKeyring</Set>
    <Set name="keyStoreType">JCERACFKS</Set>
    <Set name="keyStorePassword">password</Set>
    <Set name="certAlias">localhost</Set>
    <Set name="trustStorePath">safkeyring://ZWESVUSR/ZoweKeyring</Set>
    <Set name="trustStoreType">JCERACFKS</Set>
    <Set name="trustStorePassword">password</Set>
    <Set name="needClientAuth">true</Set>
  </New>
  <Call name="addConnector">
    <Arg>
      <New class="org.eclipse.jetty.server.ServerConnector">
        <Arg><Ref refid="Server"/></Arg>
        <Arg><Ref refid="tls"/></Arg>
        <Set name="host">127.0.0.1</Set>
        <Set name="port">PORT</Set>
      </New>
    </Arg>
  </Call>
</Configure>
)";

TEST_F(JavaProducts, JettyServesTheRingOfZowesJob) {
  if (!has_file("jetty", "/usr/share/java/jetty9-server.jar")) GTEST_SKIP();
  const ZoweLab lab;
  lab.tso({"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('other')) WITHLABEL('other') NISTECC SIZE(256)"});
  for (const std::string ca : {"localca", "other"}) lab.add_client(ca);
  std::string classes;
  for (const std::string jar :
       {"jetty9-util", "jetty9-io", "jetty9-http", "jetty9-server", "jetty9-xml", "servlet-api"})
    classes += "/usr/share/java/" + jar + ".jar:";
  const int port = free_port();
  test_support::write_file(lab.file("jetty.xml"), base::replace_all(jetty_xml, "PORT", std::to_string(port)));
  const std::string line =
      lab.server_line("java -cp " + classes + " org.eclipse.jetty.xml.XmlConfiguration " + lab.file("jetty.xml"));
  {
    const ServerProcess jetty(line, port);
    EXPECT_EQ(lab.curl(port, "--cacert ca.pem --cert localca.pem"), "404") << lab.log();
    EXPECT_EQ(lab.curl(port, "--cert localca.pem"), "000") << "curl does not know the CA";
    EXPECT_EQ(lab.curl(port, "--cacert ca.pem"), "000") << "no certificate of the client";
    EXPECT_EQ(lab.curl(port, "--cacert ca.pem --cert other.pem"), "000") << "a CA that is not on the ring";
    EXPECT_EQ(lab.served(port), "serial=01");
  }
  lab.renew();
  const ServerProcess jetty(line, port);
  EXPECT_EQ(lab.served(port), "serial=03") << lab.log();
}

constexpr const char* broker_xml =
    R"(<beans xmlns="http://www.springframework.org/schema/beans" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans-2.0.xsd
  http://activemq.apache.org/schema/core http://activemq.apache.org/schema/core/activemq-core.xsd">
  <broker xmlns="http://activemq.apache.org/schema/core" useJmx="false" persistent="false" brokerName="b">
    <sslContext>
      <sslContext keyStore="safkeyring://ZWESVUSR/ZoweKeyring" keyStoreType="JCERACFKS" keyStorePassword="password"
        trustStore="safkeyring://ZWESVUSR/ZoweKeyring" trustStoreType="JCERACFKS" trustStorePassword="password"/>
    </sslContext>
    <transportConnectors><transportConnector name="ssl" uri="ssl://127.0.0.1:PORT"/></transportConnectors>
  </broker>
</beans>
)";

TEST_F(JavaProducts, ActiveMqServesTheRingOfZowesJob) {
  if (!has_file("activemq", "/usr/share/activemq/bin/activemq.jar")) GTEST_SKIP();
  const ZoweLab lab;
  const int port = free_port();
  test_support::write_file(lab.file("broker.xml"), base::replace_all(broker_xml, "PORT", std::to_string(port)));
  const std::string folder = lab.file("activemq"),
                    line = lab.server_line(
                        "java -Dactivemq.home=/usr/share/activemq -Dactivemq.base=" + folder +
                        " -Dactivemq.conf=" + folder + " -Dactivemq.data=" + folder +
                        " -jar /usr/share/activemq/bin/activemq.jar start xbean:file:" + lab.file("broker.xml"));
  {
    const ServerProcess broker(line, port);
    EXPECT_EQ(lab.served(port), "serial=01") << lab.log();
  }
  lab.renew();
  const ServerProcess broker(line, port);
  EXPECT_EQ(lab.served(port), "serial=02") << lab.log();
}

}  // namespace
}  // namespace ringside

#endif
