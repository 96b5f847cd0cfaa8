// tests/emulator/jes/ams_test.cpp - access method services outside of a job.
#include "emulator/jes/ams.hpp"

#include <gmock/gmock.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::jes {
namespace {

using testing::Contains;
using testing::HasSubstr;

TEST(AccessMethodServices, RunWithoutAJob) {
  test_support::RacfLab lab;
  lab.put_text("IBMUSER.OLD", "x\n");
  const AmsAnswer deleted = run_ams(lab.session(), {" DELETE -", "   IBMUSER.OLD"});
  EXPECT_EQ(deleted.return_code, 0);
  EXPECT_THAT(deleted.lines, Contains(HasSubstr("IDC0002I")));
  EXPECT_FALSE(lab.session().data_sets.find("IBMUSER.OLD"));
  EXPECT_EQ(run_ams(lab.session(), {" DELETE IBMUSER.OLD"}).return_code, 8);
  EXPECT_EQ(run_ams(lab.session(), {"/*", "//X JOB", " SET MAXCC=4"}).return_code, 4) << "records are data only";
  EXPECT_TRUE(lab.lab().jobs().of("SYS1").empty());
}

}  // namespace
}  // namespace ringside::jes
