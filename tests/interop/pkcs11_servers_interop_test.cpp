// tests/interop/pkcs11_servers_interop_test.cpp - servers whose keys are on rings serve TLS, in several processes; and
// a client.
#include "tests/interop/token_lab.hpp"
#include "tests/support/places.hpp"

namespace ringside {
namespace {

using test_support::free_port;
using test_support::peer_is_here;
using test_support::program_path;
using test_support::ServerProcess;
using test_support::write_file;

bool has_engine() {
  return peer_is_here("libengine-pkcs11-openssl", test_support::run_program("openssl engine pkcs11").status == 0);
}

class Pkcs11Servers : public test_support::TokenInterop {
 protected:
  static std::string uri(const std::string& ring, const std::string& type) {
    return "pkcs11:token=" + ring + ";object=" + ring + ";type=" + type;
  }
};

TEST_F(Pkcs11Servers, NginxServesWithFourWorkers) {
  if (!peer_is_here("nginx") || !peer_is_here("curl") || !has_engine()) GTEST_SKIP();
  const int rsa = free_port(), ec = free_port();
  std::string servers;
  for (const auto& [ring, port] : {std::pair<std::string, int>{"Rsa", rsa}, {"Ec", ec}}) {
    write_file(file(ring + ".pem"), pem_of("SRV", ring));
    servers += "server { listen 127.0.0.1:" + std::to_string(port) + " ssl; ssl_certificate " + file(ring + ".pem") +
               "; ssl_certificate_key \"engine:pkcs11:" + uri(ring, "private") + "\"; return 204; }\n";
  }
  std::string temporary;
  for (const std::string kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
    temporary += kind + "_temp_path " + file(kind) + ";\n";
  write_file(file("nginx.conf"), "daemon off; worker_processes 4; pid " + file("pid") + "; error_log " + file("log") +
                                     ";\nevents {}\n" + (::geteuid() == 0 ? "user root;\n" : "") +
                                     "http { access_log off; ssl_protocols TLSv1.2 TLSv1.3; ssl_session_cache off;\n" +
                                     temporary + servers + "}\n");
  const ServerProcess server(
      server_line(*program_path("nginx") + " -e " + file("log") + " -c " + file("nginx.conf"), true), ec);
  expect_handshakes(rsa);
  expect_handshakes(ec);
}

TEST_F(Pkcs11Servers, ApacheServesWithFourChildren) {
  if (!peer_is_here("apache2") || !peer_is_here("curl") || !has_engine()) GTEST_SKIP();
  const int rsa = free_port(), ec = free_port();
  std::string text = "ServerRoot " + file("") + "\nDefaultRuntimeDir " + file("") + "\nPidFile " + file("pid") +
                     "\nErrorLog " + file("log") + "\nServerName localhost\nMutex pthread\n";
  for (const std::string module : {"mpm_prefork", "authz_core", "ssl"})
    text += "LoadModule " + module + "_module /usr/lib/apache2/modules/mod_" + module + ".so\n";
  if (::geteuid() == 0) text += "User www-data\nGroup www-data\n";
  text += "StartServers 4\nMinSpareServers 4\nSSLCryptoDevice pkcs11\nSSLSessionCache none\n";
  for (const auto& [ring, port] : {std::pair<std::string, int>{"Rsa", rsa}, {"Ec", ec}}) {
    const std::string address = "127.0.0.1:" + std::to_string(port);
    text += "Listen " + address + "\n<VirtualHost " + address + ">\nSSLEngine on\nSSLCertificateFile \"" +
            uri(ring, "cert") + "\"\nSSLCertificateKeyFile \"" + uri(ring, "private") + "\"\n</VirtualHost>\n";
  }
  write_file(file("apache.conf"), text);
  const ServerProcess server(server_line(*program_path("apache2") + " -D FOREGROUND -f " + file("apache.conf"), true),
                             ec);
  expect_handshakes(rsa);
  expect_handshakes(ec);
}

TEST_F(Pkcs11Servers, GnutlsServes) {
  if (!peer_is_here("gnutls-serv") || !peer_is_here("curl")) GTEST_SKIP();
  for (const std::string ring : {"Rsa", "Ec"}) {
    const int port = free_port();
    const ServerProcess server(server_line(*program_path("gnutls-serv") + " --http --port " + std::to_string(port) +
                                               " --provider " + module() + " --x509certfile '" + uri(ring, "cert") +
                                               "' --x509keyfile '" + uri(ring, "private") + "'",
                                           false),
                               port);
    expect_handshakes(port);
  }
}

TEST_F(Pkcs11Servers, CurlLogsOnWithACertificateOfARing) {
  if (!peer_is_here("gnutls-serv") || !peer_is_here("curl") || !has_engine()) GTEST_SKIP();
  const int port = free_port();
  const ServerProcess server(
      server_line(*program_path("gnutls-serv") + " --http --port " + std::to_string(port) + " --provider " + module() +
                      " --x509certfile '" + uri("Ec", "cert") + "' --x509keyfile '" + uri("Ec", "private") +
                      "' --x509cafile " + file("ca.pem") + " --require-client-cert --verify-client-cert",
                  false),
      port);
  const auto asks = [&](const std::string& identity) {
    return run("OPENSSL_CONF=openssl.cnf curl --silent --output /dev/null --write-out '%{http_code}' --cacert ca.pem " +
               identity + " https://localhost:" + std::to_string(port))
        .output;
  };
  EXPECT_EQ(asks(""), "000") << "without a certificate";
  for (const std::string ring : {"Rsa", "Ec"})
    EXPECT_EQ(asks("--cert '" + uri(ring, "cert") + "' --key '" + uri(ring, "private") + "'"), "200") << ring;
}

TEST_F(Pkcs11Servers, JavaServes) {
  if (!peer_is_here("java") || !peer_is_here("curl")) GTEST_SKIP();
  for (const std::string ring : {"Rsa", "Ec"}) {
    write_file(file("pkcs11.cfg"),
               "name = Ringside\nlibrary = " + module() + "\nslotListIndex = " + (ring == "Rsa" ? "0" : "1") + "\n");
    const int port = free_port();
    const std::string program = (test_support::source_folder() / "tests/interop/TokenServer.java").string();
    const ServerProcess server(
        server_line("java " + program + " " + file("pkcs11.cfg") + " " + std::to_string(port), false), port);
    expect_handshakes(port, 20);
  }
}

}  // namespace
}  // namespace ringside
