// tests/harness/doctor/doctor_test.cpp - complaints of links, what stands behind them, and what is told once.
#include "harness/doctor/doctor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/harness/doctor_bench.hpp"

namespace ringside::harness {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Doctor : public DoctorBench {};

TEST_F(Doctor, HasNothingToSayOfALinkThatHolds) {
  make_link_that_holds();
  EXPECT_THAT(examine().complaints, IsEmpty());
  EXPECT_THAT(diagnosis_lines(examine()).back(), "all is well");
}

TEST_F(Doctor, GoesOnToTheReasonBehindTheFirst) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Saturn");
  make_server("THERE");
  lab_.must("RACDCERT ID(SRV) ALTER(LABEL('Server')) NOTRUST", "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring))", "THERE");
  const Diagnosis diagnosis = examine();
  EXPECT_THAT(diagnosis.complaints.front().plans.front().remedies.size(), testing::Ge(2U));
}

TEST_F(Doctor, MendsTheServersSideOfMutualHandshakes) {
  make_link_that_holds();
  make_server("HERE");
  options_.mutual = true;
  const Diagnosis diagnosis = expect_mended(Reason::not_on_ring);
  EXPECT_EQ(diagnosis.complaints.front().link.refused_by, Side::server);
}

TEST_F(Doctor, TellsOnceWhatMendsSeveralLinks) {
  make_ca("HERE", "Jupiter");
  make_server("HERE");
  make_ca("THERE", "Saturn");
  make_server("THERE");
  bring_their_ca();
  lab_.must("RACDCERT CERTAUTH ALTER(LABEL('Theirs')) NOTRUST", "HERE");
  lab_.must("RACDCERT ID(SRV) ADDRING(Second)", "THERE");
  lab_.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Second) DEFAULT)", "THERE");
  auto three = endpoints();
  three.push_back(three[1]);
  three[2].ring.name = "Second";
  const auto diagnosis = diagnose(lab_.lab(), three, options_, {{0, 1}, {0, 2}});
  ASSERT_THAT(diagnosis->complaints, SizeIs(2));
  EXPECT_THAT(diagnosis->complaints[0].plans, SizeIs(1));
  EXPECT_TRUE(diagnosis->complaints[1].mended_above);
  EXPECT_THAT(diagnosis->complaints[1].plans, IsEmpty());
}

TEST_F(Doctor, NamesARefusedCommand) {
  make_ca("HERE", "Jupiter");
  make_ca("THERE", "Saturn");
  make_server("THERE");
  lab_.must("ADDUSER CLERK NOPASSWORD", "HERE");
  lab_.must("ADDUSER CLERK NOPASSWORD", "THERE");
  options_.user = "CLERK";
  const Diagnosis diagnosis = examine();
  EXPECT_THAT(diagnosis.complaints.front().plans.front().trouble, HasSubstr("THERE refuses RACDCERT"));
}

}  // namespace
}  // namespace ringside::harness
