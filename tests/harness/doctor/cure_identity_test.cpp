// tests/harness/doctor/cure_identity_test.cpp - rings that give no certificate or no key: the printed commands mend
// each.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/doctor/cure.hpp"
#include "tests/harness/doctor_bench.hpp"

namespace ringside::harness {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class CureIdentity : public DoctorBench {};

TEST_F(CureIdentity, TrustsAServerCertificateOfStatusNotrust) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) ALTER(LABEL('Server')) NOTRUST", "THERE");
  expect_mended(Reason::notrust);
}

TEST_F(CureIdentity, ConnectsAServerCertificateAsPersonal) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) USAGE(CERTAUTH) DEFAULT)", "THERE");
  expect_mended(Reason::wrong_usage);
}

TEST_F(CureIdentity, MakesTheOnlyServerCertificateTheDefault) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring))", "THERE");
  expect_mended(Reason::no_default);
}

TEST_F(CureIdentity, LeavesTheChoiceOfADefaultToItsOwner) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring))", "THERE");
  lab_.must(
      "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('second')) WITHLABEL('Second') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('CA'))",
      "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Second') RING(Ring))", "THERE");
  expect_choices(Reason::no_default, 2);
}

TEST_F(CureIdentity, MakesACertificateForAnEmptyRing) {
  make_ca("HERE", "Jupiter");
  const Diagnosis diagnosis = expect_mended(Reason::no_default);
  EXPECT_EQ(diagnosis.complaints.front().datalib, "8/8/44, no certificate fits, or no more of them");
}

TEST_F(CureIdentity, ConnectsTheLabelThatIsAskedFor) {
  make_link_that_holds();
  lab_.must(
      "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('second')) WITHLABEL('Second') NISTECC SIZE(256) "
      "SIGNWITH(CERTAUTH LABEL('CA'))",
      "THERE");
  label_ = "Second";
  expect_mended(Reason::no_label);
}

TEST_F(CureIdentity, TellsWhichLabelWasMeant) {
  make_link_that_holds();
  label_ = "Srever";
  const Diagnosis diagnosis = examine();
  EXPECT_THAT(diagnosis.complaints.front().advice, Contains(HasSubstr("did you mean 'Server'?")));
  EXPECT_THAT(diagnosis.complaints.front().plans, IsEmpty());
}

TEST_F(CureIdentity, MakesAMissingRing) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) DELRING(Ring)", "HERE");
  const Diagnosis diagnosis = expect_mended(Reason::no_ring);
  EXPECT_EQ(diagnosis.complaints.front().datalib, "8/8/84, the ring does not exist");
}

TEST_F(CureIdentity, MakesTheServersMissingRing) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) DELRING(Ring)", "THERE");
  expect_mended(Reason::no_ring);
}

TEST_F(CureIdentity, TellsWhichUserWasMeant) {
  make_link_that_holds();
  auto both = endpoints();
  both[1].ring.owner = "SRVR";
  const auto diagnosis = diagnose(lab_.lab(), both, options_, {{0, 1}});
  EXPECT_THAT(diagnosis->complaints.front().advice, Contains("user SRVR is not defined on THERE; did you mean 'SRV'?"));
}

TEST_F(CureIdentity, BringsAPrivateKeyFromWhereItIs) {
  make_link_that_holds();
  lab_.add_system("OTHER");
  lab_.must("ADDUSER SRV NOPASSWORD", "OTHER");
  lab_.must("RACDCERT ID(SRV) EXPORT(LABEL('Server')) DSN('S.P12') FORMAT(PKCS12DER) PASSWORD('p')", "THERE");
  lab_.must("RACDCERT ID(SRV) EXPORT(LABEL('Server')) DSN('S.B64')", "THERE");
  lab_.copy("S.P12", "THERE", "OTHER");
  lab_.must("RACDCERT ID(SRV) ADD('S.P12') WITHLABEL('Server') PASSWORD('p') TRUST", "OTHER");
  lab_.must("RACDCERT ID(SRV) DELETE(LABEL('Server'))", "THERE");
  lab_.must("RACDCERT ID(SRV) ADD('S.B64') WITHLABEL('Server') TRUST", "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)", "THERE");
  expect_mended(Reason::no_key);
}

TEST_F(CureIdentity, MakesANewCertificateWhereTheKeyIsLost) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) EXPORT(LABEL('Server')) DSN('S.B64')", "THERE");
  lab_.must("RACDCERT ID(SRV) DELETE(LABEL('Server'))", "THERE");
  lab_.must("RACDCERT ID(SRV) ADD('S.B64') WITHLABEL('Server') TRUST", "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)", "THERE");
  expect_mended(Reason::no_key);
}

TEST_F(CureIdentity, LetsTheRingsOwnerUseTheKeyOfAnotherUser) {
  make_link_that_holds();
  lab_.must("ADDUSER OTHER NOPASSWORD", "THERE");
  lab_.must(
      "RACDCERT ID(OTHER) GENCERT SUBJECTSDN(CN('other')) WITHLABEL('Shared') NISTECC SIZE(256)"
      " SIGNWITH(CERTAUTH LABEL('CA'))",
      "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(ID(OTHER) LABEL('Shared') RING(Ring) USAGE(PERSONAL) DEFAULT)", "THERE");
  expect_mended(Reason::key_not_readable);
}

TEST_F(CureIdentity, LetsTheRingsOwnerUseTheKeyOfASiteCertificate) {
  make_link_that_holds();
  lab_.must(
      "RACDCERT SITE GENCERT SUBJECTSDN(CN('site')) WITHLABEL('Site') NISTECC SIZE(256)"
      " SIGNWITH(CERTAUTH LABEL('CA'))",
      "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(SITE LABEL('Site') RING(Ring) USAGE(PERSONAL) DEFAULT)", "THERE");
  expect_mended(Reason::key_not_readable);
}

TEST_F(CureIdentity, LetsTheRingsOwnerReadItByTheProfileThatDecided) {
  make_link_that_holds();
  lab_.must("SETROPTS CLASSACT(RDATALIB) GENERIC(RDATALIB)", "THERE");
  lab_.must("RDEFINE RDATALIB SRV.** UACC(NONE)", "THERE");
  lab_.must("SETROPTS RACLIST(RDATALIB)", "THERE");
  const Diagnosis diagnosis = expect_mended(Reason::not_authorized);
  EXPECT_EQ(diagnosis.complaints.front().datalib, "8/8/8, the caller is not authorized");
  EXPECT_THAT(diagnosis.complaints.front().link.explanation, HasSubstr("generic profile SRV.** of class RDATALIB"));
}

class BareRings : public DoctorBench {
 protected:
  BareRings() : DoctorBench(racf::Preparation::bare) {}
};

TEST_F(BareRings, ProtectsARingThatNoProfileProtects) {
  make_link_that_holds();
  expect_mended(Reason::not_authorized);
}

TEST_F(BareRings, NoticesAForgottenRefresh) {
  for (const std::string system : {"HERE", "THERE"}) {
    lab_.must("SETROPTS CLASSACT(FACILITY)", system);
    lab_.must("RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(NONE)", system);
    lab_.must("SETROPTS RACLIST(FACILITY)", system);
    lab_.must("PERMIT IRR.DIGTCERT.LISTRING CLASS(FACILITY) ID(SRV) ACCESS(READ)", system);
    if (system == "HERE") lab_.must("SETROPTS RACLIST(FACILITY) REFRESH", system);
  }
  make_link_that_holds();
  const Diagnosis diagnosis = expect_mended(Reason::not_authorized);
  const auto& remedies = diagnosis.complaints.front().plans.front().remedies;
  ASSERT_THAT(remedies, SizeIs(1));
  EXPECT_THAT(remedy_lines(remedies.front(), ""), testing::ElementsAre("THERE     SETROPTS RACLIST(FACILITY) REFRESH"));
}

// RACLIST keeps copies of the rings as they are now, so that every change needs a refresh.
class RaclistedRings : public DoctorBench {
 protected:
  void raclist() {
    for (const std::string system : {"HERE", "THERE"}) lab_.must("SETROPTS RACLIST(DIGTCERT DIGTRING)", system);
  }
};

TEST_F(RaclistedRings, NoticesThatReadersSeeAnOlderRing) {
  raclist();
  make_link_that_holds();
  const Diagnosis diagnosis = examine();
  ASSERT_THAT(diagnosis.complaints, SizeIs(1));
  const Plan& plan = diagnosis.complaints.front().plans.front();
  EXPECT_TRUE(plan.holds) << plan.trouble;
  std::vector<std::string> lines;
  for (const Remedy& remedy : plan.remedies)
    for (const std::string& line : remedy_lines(remedy, "")) lines.push_back(line);
  EXPECT_THAT(lines, testing::ElementsAre("HERE      SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH",
                                          "THERE     SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH"));
}

TEST_F(RaclistedRings, EndsARemedyWithTheRefresh) {
  make_link_that_holds();
  lab_.must("RACDCERT ID(SRV) REMOVE(LABEL('Server') RING(Ring))", "THERE");
  raclist();
  const Diagnosis diagnosis = expect_mended(Reason::no_default);
  EXPECT_THAT(remedy_lines(diagnosis.complaints.front().plans.front().remedies.front(), ""),
              testing::Contains("THERE     SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH"));
}

}  // namespace
}  // namespace ringside::harness
