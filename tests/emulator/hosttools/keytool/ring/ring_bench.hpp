// tests/emulator/hosttools/keytool/ring/ring_bench.hpp - keytool as a user of a z/OS system whose RACF database holds
// rings.
#pragma once

#include <string>
#include <vector>

#include "emulator/host/process.hpp"
#include "emulator/host/real_files.hpp"
#include "emulator/hosttools/keytool/run.hpp"
#include "tests/support/program.hpp"
#include "tests/support/racf_lab.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::test_support {

/// SRV owns ring Ring: his own certificate 'Server' of the CA 'My CA', which is on it as well. SRV may read his rings,
/// READER everybody's.
class RingBench {
 public:
  struct Result {
    int status = 0;
    std::string output, errors;
  };

  explicit RingBench(lab::Rules rules = {}) : lab_("2024-03-01", rules), files_(directory_.path().string()) {
    for (const char* command :
         {"ADDUSER (SRV OTHER READER) DFLTGRP(SYS1)", "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)",
          "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(SRV) ACCESS(READ)",
          "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(READER IBMUSER) ACCESS(UPDATE)",
          "SETROPTS CLASSACT(FACILITY)",
          "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('My CA') NISTECC SIZE(256)",
          "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('srv')) WITHLABEL('Server') NISTECC SIZE(256) "
          "SIGNWITH(CERTAUTH LABEL('My CA'))",
          "RACDCERT ID(SRV) ADDRING(Ring)", "RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)",
          "RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('My CA') RING(Ring))"})
      lab_.must(command);
  }

  RacfLab& racf() { return lab_; }
  /// Words are parted by blanks; one in 'quotes' holds blanks.
  Result run_as(const std::string& user, const std::string& line, const std::string& input = "") {
    std::vector<std::string> words(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '\'')
        quoted = !quoted;
      else if (c == ' ' && !quoted)
        words.emplace_back();
      else
        words.back() += c;
    }
    host::TextStreams streams(input);
    host::Process process{lab_.lab(), lab_.session().system, user, files_, streams, "/", {}};
    const int status = keytool::run(words, process);
    return {status, streams.output(), streams.errors()};
  }
  Result run(const std::string& line) { return run_as("SRV", line); }
  [[nodiscard]] std::string members() {
    std::string all;
    auto& database = lab_.session().database;
    for (const auto& member : database.rings.members(database.rings.find("SRV", "Ring")->id)) {
      const auto record = database.certificates.by_id(member.certificate_id);
      all +=
          record->owner + "/" + record->label + " " + to_string(member.usage) + (member.is_default ? "*" : "") + "; ";
    }
    return all;
  }
  [[nodiscard]] std::string path(const std::string& name) const { return directory_.file(name); }
  [[nodiscard]] std::string content(const std::string& name) const { return read_file(directory_.file(name)); }
  /// A program of the machine, in the directory of the files.
  [[nodiscard]] ProgramResult real(const std::string& command) const {
    return run_program("cd " + directory_.path().string() + " && LC_ALL=C.UTF-8 " + command);
  }

 private:
  TemporaryDirectory directory_;
  RacfLab lab_;
  host::RealFiles files_;
};

/// The options that open SRV's ring.
inline const std::string ring_options =
    " -storetype JCERACFKS -keystore safkeyring://SRV/Ring -storepass password "
    "-J-Djava.protocol.handler.pkgs=com.ibm.crypto.provider";

}  // namespace ringside::test_support
