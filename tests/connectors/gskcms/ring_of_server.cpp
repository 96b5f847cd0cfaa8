// tests/connectors/gskcms/ring_of_server.cpp - the ring that tests of certificate management services open.
#include "tests/connectors/gskcms/ring_of_server.hpp"

#include "emulator/lab/lab.hpp"
#include "emulator/racf/session.hpp"

namespace ringside::test_support {

void RingOfServer::SetUp() {
  for (const char* command :
       {"ADDUSER (SERVER OTHER) DFLTGRP(SYS1)",
        "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC SIZE(256) NOTAFTER(DATE(2030-12-31))",
        "RACDCERT ID(SERVER) GENCERT SUBJECTSDN(CN('mine')) WITHLABEL('mine') NISTECC SIZE(256) "
        "SIGNWITH(CERTAUTH LABEL('ca'))",
        "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('theirs')) WITHLABEL('theirs') NISTECC SIZE(256)",
        "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('distrusted')) WITHLABEL('distrusted') NISTECC SIZE(256)",
        "RACDCERT ID(OTHER) ALTER(LABEL('distrusted')) NOTRUST", "RACDCERT ID(SERVER) ADDRING(Ring.One)",
        "RACDCERT ID(SERVER) CONNECT(LABEL('mine') RING(Ring.One) DEFAULT)",
        "RACDCERT ID(SERVER) CONNECT(CERTAUTH LABEL('ca') RING(Ring.One))",
        "RACDCERT ID(SERVER) CONNECT(ID(OTHER) LABEL('theirs') RING(Ring.One))",
        "RACDCERT ID(SERVER) CONNECT(ID(OTHER) LABEL('distrusted') RING(Ring.One))", "SETROPTS CLASSACT(FACILITY)",
        "RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)",
        "PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(SERVER) ACCESS(READ)"})
    lab.must(command);
}

gsk_handle RingOfServer::open(const char* name, int* count) const {
  gsk_handle handle = nullptr;
  EXPECT_EQ(gsk_open_keyring(name, &handle, count), 0) << name;
  return handle;
}

gsk_status RingOfServer::status_of_opening(const char* name) const {
  gsk_handle handle = nullptr;
  const gsk_status status = gsk_open_keyring(name, &handle, nullptr);
  EXPECT_EQ(handle, nullptr);
  return status;
}

base::Bytes RingOfServer::der_of(const std::string& owner, const std::string& label) {
  const base::SystemClock clock;
  lab::Lab opened(lab.path(), clock);
  racf::Session session(opened, opened.systems().find("SYS1").value(), "IBMUSER");
  return session.database.certificates.by_label(owner, label).value().der;
}

}  // namespace ringside::test_support
