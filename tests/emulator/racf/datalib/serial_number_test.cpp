// tests/emulator/racf/datalib/serial_number_test.cpp - IncSerialNum: the counter of a signer, and who may use it.
#include "emulator/racf/datalib/serial_number.hpp"

#include <gtest/gtest.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::racf::datalib {
namespace {

using test_support::RacfLab;

class SerialNumber : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* command : {"ADDUSER SRV DFLTGRP(SYS1)", "SETROPTS CLASSACT(FACILITY)",
                                "RDEFINE FACILITY IRR.DIGTCERT.GENCERT UACC(NONE)",
                                "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC SIZE(256)",
                                "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('own')) WITHLABEL('own') NISTECC SIZE(256)"})
      lab.must(command);
  }
  Answer<std::uint64_t> next(const std::string& owner, const std::string& label, const std::string& user = "SRV") {
    Session session(lab.lab(), lab.session().system, user);
    return inc_serial_num(session, lab.certificate(owner, label).der());
  }
  void permit(const std::string& access) {
    lab.must("PERMIT IRR.DIGTCERT.GENCERT CLASS(FACILITY) ID(SRV) ACCESS(" + access + ")");
  }
  RacfLab lab;
};

TEST_F(SerialNumber, IsTheOneThatGencertWillNotUse) {
  EXPECT_EQ(next("irrcerta", "ca", "IBMUSER"), 1u);
  EXPECT_EQ(next("irrcerta", "ca", "IBMUSER"), 2u);
  lab.must(
      "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('ca'))");
  EXPECT_EQ(lab.record("SRV", "x")->profile, "03.CN=ca");
}

TEST_F(SerialNumber, NeedsTheLevelOfTheOwner) {
  EXPECT_EQ(next("SRV", "own").error().codes, not_authorized);
  permit("READ");
  EXPECT_EQ(next("SRV", "own"), 1u);
  EXPECT_EQ(next("irrcerta", "ca").error().codes, not_authorized);
  permit("CONTROL");
  EXPECT_EQ(next("irrcerta", "ca"), 1u);
}

TEST_F(SerialNumber, OfWhatTheDatabaseDoesNotHave) {
  const base::Bytes der = lab.certificate("SRV", "own").der();
  lab.must("RACDCERT ID(SRV) DELETE(LABEL('own'))");
  EXPECT_EQ(inc_serial_num(lab.session(), der).error().codes, no_certificate);
  EXPECT_EQ(inc_serial_num(lab.session(), base::Bytes{1, 2}).error().codes, bad_parameter_list);
}

}  // namespace
}  // namespace ringside::racf::datalib
