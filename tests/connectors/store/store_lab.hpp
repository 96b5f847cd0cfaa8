// tests/connectors/store/store_lab.hpp - the lab whose ring tests open as a store, and the environment that names it.
#pragma once

#include <map>
#include <string>

#include "tests/support/lab_on_disk.hpp"

namespace ringside::test_support {

/// WEB, who runs the program, owns Ring: the CA, a certificate of OTHER, one with status NOTRUST, and as its default
/// WEB's own certificate "Server", which the CA has signed. The ring Empty of WEB is empty, and READER may read no
/// ring.
inline void make_store_lab(LabOnDisk& lab, const std::string& key = "NISTECC SIZE(256)") {
  for (const std::string& command :
       {std::string("ADDUSER (WEB OTHER READER) DFLTGRP(SYS1)"),
        "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NOTAFTER(DATE(2030-12-31)) " + key,
        "RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('localhost')) WITHLABEL('Server') SIGNWITH(CERTAUTH LABEL('ca')) " +
            key,
        "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('theirs')) WITHLABEL('Their cert') " + key,
        "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('distrusted')) WITHLABEL('distrusted') " + key,
        std::string("RACDCERT ID(OTHER) ALTER(LABEL('distrusted')) NOTRUST"),
        std::string("RACDCERT ID(WEB) ADDRING(Ring)"), std::string("RACDCERT ID(WEB) ADDRING(Empty)"),
        std::string("RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('ca') RING(Ring))"),
        std::string("RACDCERT ID(WEB) CONNECT(ID(OTHER) LABEL('Their cert') RING(Ring))"),
        std::string("RACDCERT ID(WEB) CONNECT(ID(OTHER) LABEL('distrusted') RING(Ring))"),
        std::string("RACDCERT ID(WEB) CONNECT(LABEL('Server') RING(Ring) DEFAULT)"),
        std::string("SETROPTS CLASSACT(FACILITY)"), std::string("RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)"),
        std::string("PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(WEB) ACCESS(READ)")})
    lab.must(command);
}

/// The variables of a program that WEB runs on the lab.
inline std::map<std::string, std::string> store_environment(const LabOnDisk& lab) {
  return {{"RINGSIDE_LAB", lab.path()},
          {"RINGSIDE_SYSTEM", ""},
          {"RINGSIDE_USER", "WEB"},
          {"RINGSIDE_LENIENT", ""},
          {"RINGSIDE_DEBUG", ""}};
}

}  // namespace ringside::test_support
