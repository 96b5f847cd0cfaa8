// tests/interop/token_lab.hpp - rings that other programs read through the PKCS#11 module, and servers that use them.
#pragma once

#include <optional>
#include <string>

#include <gmock/gmock.h>

#include "emulator/crypto/containers/pem.hpp"
#include "emulator/database/certificates.hpp"
#include "emulator/racf/session.hpp"
#include "tests/support/lab_on_disk.hpp"
#include "tests/support/peers.hpp"
#include "tests/support/program.hpp"
#include "tests/support/server_process.hpp"

#ifndef RINGSIDE_PKCS11
#define RINGSIDE_PKCS11 ""  // other programs load no library that is sanitized
#endif

namespace ringside::test_support {

/// Rings Rsa (RSA-2048) and Ec (P-256) of user SRV for localhost, each with its CA.
class TokenInterop : public testing::Test {
 protected:
  void SetUp() override {
    if (module().empty()) GTEST_SKIP() << "this build has no library that other programs can load";
    lab_.emplace();
    lab_->must("ADDUSER SRV");
    lab_->must("SETROPTS CLASSACT(FACILITY)");
    lab_->must("RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)");
    lab_->must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') SIZE(2048)");
    add_ring("Rsa", "RSA SIZE(2048)");
    add_ring("Ec", "NISTECC SIZE(256)");
    write_file(file("ca.pem"), pem_of(database::certauth_owner, "CA"));
    write_file(file("openssl.cnf"),
               "openssl_conf = init\n[init]\nengines = engines\n[engines]\npkcs11 = pkcs11\n"
               "[pkcs11]\nengine_id = pkcs11\nMODULE_PATH = " +
                   module() + "\ninit = 1\n");
  }

  static std::string module() { return RINGSIDE_PKCS11; }
  [[nodiscard]] std::string file(const std::string& name) const { return lab_->file(name); }
  LabOnDisk& lab() { return *lab_; }

  /// A line of the shell that runs in the folder of the lab, with the module's settings in the environment.
  [[nodiscard]] std::string line(const std::string& command) const {
    return "cd " + file("") + " && RINGSIDE_LAB=x.lab RINGSIDE_USER=SRV " + command;
  }
  [[nodiscard]] ProgramResult run(const std::string& command) const { return run_program(line(command)); }

  /// The line that starts a server. Its engine finds the module by OPENSSL_CONF.
  [[nodiscard]] std::string server_line(const std::string& command, bool with_engine) const {
    const std::string engine = with_engine ? "OPENSSL_CONF=" + file("openssl.cnf") + " " : "";
    return "env RINGSIDE_LAB=" + lab_->path() + " RINGSIDE_USER=SRV " + engine + command + " >" + file("log") + " 2>&1";
  }

  std::string pem_of(const std::string& owner, const std::string& label) {
    const base::SystemClock clock;
    lab::Lab lab(lab_->path(), clock);
    racf::Session session(lab, lab.systems().find("SYS1").value(), "IBMUSER");
    return crypto::armor(session.database.certificates.by_label(owner, label).value().der, "CERTIFICATE");
  }

  /// So many handshakes of curl, which trusts the ring's CA only and resumes none, with each version of TLS.
  void expect_handshakes(int port, int count = handshakes()) const {
    for (const std::string version : {"1.2", "1.3"}) {
      const auto told =
          run("curl --silent --show-error --cacert ca.pem --no-sessionid --header 'Connection: close' --tlsv" +
              version + " --tls-max " + version + " --output /dev/null --write-out '%{ssl_verify_result}\\n' " +
              "'https://localhost:" + std::to_string(port) + "/[1-" + std::to_string(count) + "]' | sort | uniq -c");
      EXPECT_EQ(told.status, 0);
      EXPECT_THAT(told.output, testing::MatchesRegex(" *" + std::to_string(count) + " 0\n"))
          << "TLS " << version << " " << read_file(file("log"));
    }
  }

 private:
  // RINGSIDE_HANDSHAKES: how many each server makes with each key and version.
  static int handshakes() {
    const char* const asked = std::getenv("RINGSIDE_HANDSHAKES");
    return asked == nullptr ? 100 : std::atoi(asked);
  }

  void add_ring(const std::string& ring, const std::string& kind) {
    lab_->must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('" + ring + "')) WITHLABEL('" + ring +
               "') ALTNAME(DOMAIN('localhost')) SIGNWITH(CERTAUTH LABEL('CA')) " + kind);
    lab_->must("RACDCERT ID(SRV) ADDRING(" + ring + ")");
    lab_->must("RACDCERT ID(SRV) CONNECT(LABEL('" + ring + "') RING(" + ring + ") DEFAULT)");
    lab_->must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(" + ring + "))");
  }

  std::optional<LabOnDisk> lab_;
};

}  // namespace ringside::test_support
