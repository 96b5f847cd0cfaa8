// tests/interop/java_server.hpp - the ring of Zowe's job for servers in Java, and their judges, curl and openssl.
#pragma once

#include <optional>

#include "tests/interop/java_lab.hpp"
#include "tests/support/places.hpp"
#include "tests/support/server_process.hpp"

namespace ringside::test_support {

/// A lab in which Zowe's job of scenarios/zowe has run, with the names and dates of this site: the ring
/// ZWESVUSR/ZoweKeyring holds 'localhost', a certificate of that host, as the default, and the CA 'localca', which has
/// signed it with number 1. The CA is in ca.pem.
class ZoweLab : public JavaLab {
 public:
  ZoweLab() {
    std::string job = read_file((source_folder() / "scenarios/zowe/jobs/own-ca.jcl").string());
    job = base::replace_all(job, "zowe.example.com", "localhost");
    job = base::replace_all(job, "NOTAFTER(DATE(2026-03-01))", "NOTAFTER(DATE(2033-03-01))");
    write_file(file("job.jcl"), job);
    tso({"ADDUSER (ZWESVUSR CLIENT) DFLTGRP(SYS1)"});
    must("run job.jcl");
    tso({"RDEFINE RDATALIB CLIENT.Ring.LST UACC(READ)", "SETROPTS RACLIST(FACILITY RDATALIB) REFRESH"});
    must("export --format pem --alias localca ZWESVUSR/ZoweKeyring ca.pem");
  }

  /// Gives the server a new key under its label, and makes its certificate the default. No step stops the server's use
  /// of the ring (scenarios/renewal).
  void renew() const {
    const std::string of = "RACDCERT ID(ZWESVUSR) ";
    tso({of + "REKEY(LABEL('localhost')) WITHLABEL('next')", of + "GENREQ(LABEL('next')) DSN('ZOWE.REQUEST')",
         of + "GENCERT('ZOWE.REQUEST') SIGNWITH(CERTAUTH LABEL('localca'))",
         of + "ROLLOVER(LABEL('localhost')) NEWLABEL('next')", of + "CONNECT(LABEL('next') RING(ZoweKeyring) DEFAULT)",
         of + "DELETE(LABEL('localhost'))", of + "ALTER(LABEL('next')) NEWLABEL('localhost')"});
    must("tso \"DELETE 'ZOWE.REQUEST'\"");
  }

  /// Writes a certificate of a client and its key to CA.pem. `ca` is the label of the CA that signs it.
  void add_client(const std::string& ca) const {
    const std::string of = "RACDCERT ID(CLIENT) ";
    tso({of + "GENCERT SUBJECTSDN(CN('client')) WITHLABEL('of " + ca +
             "') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('" + ca + "'))",
         of + "ADDRING(" + ca + ")", of + "CONNECT(LABEL('of " + ca + "') RING(" + ca + ") DEFAULT)",
         "RDEFINE RDATALIB CLIENT." + base::upper(ca) + ".LST UACC(READ)", "SETROPTS RACLIST(RDATALIB) REFRESH"});
    must("export --format pem CLIENT/" + ca + " " + ca + ".pem");
  }

  /// What the shell starts a server with: Java reads rings of this lab as ZWESVUSR. The server's output is in log.
  [[nodiscard]] std::string server_line(const std::string& command) const {
    return "env JDK_JAVA_OPTIONS='" + agent(",user=ZWESVUSR") + quick_options + "' " + command + " >" + file("log") +
           " 2>&1";
  }
  [[nodiscard]] std::string log() const { return read_file(file("log")); }

  /// The status of HTTP that curl gets, 000 if it refuses the server or is refused.
  [[nodiscard]] std::string curl(int port, const std::string& options) const {
    return run_program("cd " + file("") + " && curl --silent --output /dev/null --write-out '%{http_code}' " + options +
                       " https://localhost:" + std::to_string(port))
        .output;
  }
  /// The serial number of the certificate that a server shows to openssl, which verifies it.
  [[nodiscard]] std::string served(int port, const std::string& options = "") const {
    const auto told = run_program("cd " + file("") + " && openssl s_client -connect localhost:" + std::to_string(port) +
                                  " -CAfile ca.pem -verify_return_error -verify_hostname localhost " + options +
                                  " </dev/null 2>/dev/null | openssl x509 -noout -serial");
    return told.output.substr(0, told.output.find('\n'));
  }
};

}  // namespace ringside::test_support
