// tests/emulator/tso/allocate_test.cpp - ALLOCATE and FREE.
#include "emulator/tso/allocate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::tso {
namespace {

using testing::ElementsAre;

class TsoAllocate : public testing::Test {
 protected:
  test_support::RacfLab lab_;
};

TEST_F(TsoAllocate, FindsAnExistingDataSetAndFreesIt) {
  lab_.put_text("IBMUSER.CERT", "x\n");
  EXPECT_EQ(lab_.shown("ALLOC DA(CERT) FI(IN) SHR"), "");
  EXPECT_EQ(lab_.session().files.at("IN"), "IBMUSER.CERT");
  EXPECT_EQ(lab_.shown("FREE FI(IN)"), "");
  EXPECT_EQ(lab_.shown("FREE FI(IN)"), "IKJ56247I FILE IN NOT FREED, IS NOT ALLOCATED\n");
  EXPECT_EQ(lab_.run("FREE FI(IN)").return_code, 12);
}

TEST_F(TsoAllocate, RefusesADataSetThatDoesNotExist) {
  const auto result = lab_.run("ALLOCATE DATASET('SITE.GONE') FILE(IN)");
  EXPECT_EQ(result.return_code, 12);
  EXPECT_THAT(result.shown(),
              ElementsAre("IKJ56228I DATA SET SITE.GONE NOT IN CATALOG OR CATALOG CAN NOT BE ACCESSED"));
}

TEST_F(TsoAllocate, MakesANewDataSetOnce) {
  lab_.must("ALLOCATE DSN('SITE.NEW') DD(OUT) NEW CATALOG SPACE(1 1) TRACKS RECFM(V B) LRECL(84)");
  EXPECT_TRUE(lab_.session().data_sets.find("SITE.NEW").has_value());
  const auto again = lab_.run("ALLOCATE DSN('SITE.NEW') DD(OUT2) NEW");
  EXPECT_EQ(again.return_code, 12);
  EXPECT_THAT(test_support::message_ids(again), ElementsAre("IKJ56893I", "IGD17101I"));
  EXPECT_EQ(lab_.run("ALLOC FI(OUT) DA('SITE.NEW')").return_code, 12) << "the DD name is in use";
  EXPECT_EQ(lab_.run("ALLOC FI(OUT) DA('SITE.NEW') REUSE").return_code, 0);
  lab_.must("FREE DA('SITE.NEW') DELETE");
  EXPECT_FALSE(lab_.session().data_sets.find("SITE.NEW").has_value());
}

}  // namespace
}  // namespace ringside::tso
