// tests/emulator/tso/submit_test.cpp - SUBMIT: what it reads, and what it passes to JES.
#include "emulator/tso/submit.hpp"

#include <gmock/gmock.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::tso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class TsoSubmit : public testing::Test {
 protected:
  TsoSubmit() {
    lab_.session().data_sets.put({"IBMUSER.JCL", "FB", 80, {}, true});
    put("ONE", "//ONE JOB\n//S EXEC PGM=IEFBR14\n");
    put("TWO", "//TWO JOB\n//S EXEC PGM=IEFBR14\n//THREE JOB\n//S EXEC PGM=IEFBR14\n");
    put("NOJOB", "//S EXEC PGM=IEFBR14\n");
  }
  void put(const std::string& member, const std::string& jcl) {
    lab_.put_text("IBMUSER.TEMP", jcl);
    host::DataSet data_set = *lab_.session().data_sets.find("IBMUSER.TEMP");
    data_set.name = "IBMUSER.JCL(" + member + ")";
    lab_.session().data_sets.put(data_set);
    lab_.session().data_sets.remove("IBMUSER.TEMP");
  }
  test_support::RacfLab lab_;
};

TEST_F(TsoSubmit, GivesEachJobItsNumberAndPassesItOn) {
  EXPECT_EQ(lab_.shown("SUBMIT 'IBMUSER.JCL(ONE)'"), "IKJ56250I JOB ONE(JOB00001) SUBMITTED\n");
  EXPECT_EQ(lab_.shown("SUB JCL(TWO)"),
            "IKJ56250I JOB TWO(JOB00002) SUBMITTED\nIKJ56250I JOB THREE(JOB00003) SUBMITTED\n");
  ASSERT_EQ(lab_.session().submitted.size(), 2u);
  EXPECT_EQ(lab_.session().submitted[0].user, "IBMUSER");
  EXPECT_THAT(lab_.session().submitted[1].ids, ElementsAre("JOB00002", "JOB00003"));
}

TEST_F(TsoSubmit, RefusesWhatIsNoJobAndPassesNothingOn) {
  EXPECT_EQ(lab_.shown("SUBMIT JCL(NONE)"), "RSD386I MEMBER NONE IS NOT IN DATA SET IBMUSER.JCL\n");
  EXPECT_EQ(lab_.shown("SUBMIT 'NO.JCL(ONE)'"),
            "IKJ56228I DATA SET NO.JCL NOT IN CATALOG OR CATALOG CAN NOT BE ACCESSED\n");
  EXPECT_EQ(lab_.shown("SUBMIT JCL"), "RSD387I SUBMIT: IBMUSER.JCL: IT IS NOT A JOB STREAM\n");
  EXPECT_EQ(lab_.shown("SUBMIT JCL(NOJOB)"),
            "RSD387I SUBMIT: IBMUSER.JCL(NOJOB): IT DOES NOT BEGIN WITH A JOB STATEMENT\n");
  EXPECT_EQ(lab_.run("SUBMIT (JCL(ONE) JCL(NONE))").return_code, 12);
  EXPECT_THAT(lab_.session().submitted, IsEmpty());
}

}  // namespace
}  // namespace ringside::tso
