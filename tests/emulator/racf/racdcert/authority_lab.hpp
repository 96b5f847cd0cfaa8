// tests/emulator/racf/racdcert/authority_lab.hpp - a lab in which user ANN runs commands without SPECIAL.
#pragma once

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "emulator/host/command_result.hpp"
#include "emulator/racf/authority.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf {

inline constexpr std::array<const char*, 4> owners{"ID(ANN)", "ID(BOB)", "SITE", "CERTAUTH"};

inline bool refused(const host::CommandResult& result) {
  const auto ids = test_support::message_ids(result);
  return std::find(ids.begin(), ids.end(), "IRRD101I") != ids.end();
}

/// Users ANN and BOB; a certificate 'c' and its successor 'c2' of each owner, with a copy in a token; a ring and
/// a mapping of each user; a certificate that came from outside, in a data set and in a token.
class AuthorityLab {
 public:
  AuthorityLab() {
    lab.must("ADDUSER (ANN BOB) DFLTGRP(SYS1)");
    lab.must("SETROPTS CLASSACT(FACILITY) GENERIC(FACILITY)");
    for (const char* owner : owners) {
      lab.must(fmt::format("RACDCERT {} GENCERT SUBJECTSDN(CN('{}')) WITHLABEL('c') NISTECC SIZE(256)", owner, owner));
      lab.must(fmt::format("RACDCERT {} REKEY(LABEL('c')) WITHLABEL('c2')", owner));
    }
    for (const char* owner : {"ID(ANN)", "ID(BOB)"}) {
      lab.must(fmt::format("RACDCERT {} ADDRING(Ring)", owner));
      for (const char* of : owners) lab.must(fmt::format("RACDCERT {} CONNECT({} LABEL('c') RING(Ring))", owner, of));
    }
    lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('new')) WITHLABEL('new') NISTECC SIZE(256)");
    lab.must("RACDCERT CERTAUTH EXPORT(LABEL('new')) DSN('NEW.CERT')");
    lab.must("RACDCERT ADDTOKEN(COPIES)");
    for (const char* owner : owners) lab.must(fmt::format("RACDCERT BIND(TOKEN(COPIES) {} LABEL('c'))", owner));
    lab.must("RACDCERT ADDTOKEN(OUTSIDE)");
    lab.must("RACDCERT BIND(TOKEN(OUTSIDE) CERTAUTH LABEL('new'))");
    lab.must("RACDCERT CERTAUTH DELETE(LABEL('new'))");
    for (const char* owner : {"ID(ANN)", "ID(BOB)", "MULTIID CRITERIA(APPLID=A)"})
      lab.must(fmt::format("RACDCERT {} MAP SDNFILTER('O={}') WITHLABEL('m')", owner, owner));
  }

  void give(const std::string& function, AccessLevel level) {
    const std::string profile = "IRR.DIGTCERT." + function;
    lab.run("RDEFINE FACILITY " + profile + " UACC(NONE)");
    lab.must("PERMIT " + profile + " CLASS(FACILITY) ID(ANN) ACCESS(" + to_string(level) + ")");
  }
  host::CommandResult as_ann(const std::string& command) { return lab.run_as("ANN", command); }

  test_support::RacfLab lab;
};

}  // namespace ringside::racf
