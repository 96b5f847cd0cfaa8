// bench/bench_lab.hpp - a seeded lab with a stopped clock, one system, and a user with rings: what benchmarks play on.
#pragma once

#include <stdexcept>
#include <string>

#include "base/time.hpp"
#include "emulator/host/command_result.hpp"
#include "emulator/lab/lab.hpp"
#include "emulator/racf/prepared/prepared_system.hpp"
#include "emulator/racf/session.hpp"
#include "emulator/tso/execute.hpp"

namespace ringside::bench {

class BenchLab {
 public:
  /// In memory, or in a file. SRV has a server certificate, signed by CERTAUTH 'CA' (P-256), on its ring RING.
  explicit BenchLab(const std::string& path = "") : lab_(path, clock_), session_(lab_, add_system(), "IBMUSER") {
    lab_.set_seed("bench");
    must("ADDUSER SRV");
    must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)");
    must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('RSA CA')) WITHLABEL('RSA CA') SIZE(2048)");
    must(
        "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('server')) WITHLABEL('server') NISTECC SIGNWITH(CERTAUTH LABEL('CA'))");
    must("RACDCERT ID(SRV) ADDRING(RING)");
    must("RACDCERT ID(SRV) CONNECT(LABEL('server') RING(RING) DEFAULT)");
    must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(RING))");
  }

  racf::Session& session() { return session_; }
  lab::Lab& lab() { return lab_; }
  host::CommandResult run(const std::string& command) {
    return tso::execute(session_, parser::single_command(command));
  }
  /// Runs a command that must end with return code 0: a benchmark of a refusal would say nothing.
  void must(const std::string& command) {
    const host::CommandResult result = run(command);
    if (result.return_code == 0) return;
    std::string text = command;
    for (const std::string& line : result.shown()) text += "\n" + line;
    throw std::runtime_error(text);
  }

 private:
  database::SystemRecord add_system() {
    database::SystemRecord system{"SYS1", "zos", "", "", 0};
    racf::add_system(lab_, system);
    return system;
  }

  base::FixedClock clock_{base::Instant{std::chrono::seconds{1'700'000'000}}};
  lab::Lab lab_;
  racf::Session session_;
};

}  // namespace ringside::bench
