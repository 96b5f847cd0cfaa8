// tests/emulator/tso/allocate_test.cpp - ALLOCATE, FREE and LISTALC.
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

TEST_F(TsoAllocate, MakesALibraryWithDirDsorgDsntypeOrAMember) {
  for (const std::string operands : {"DA('SITE.LIB') DIR(5)", "DA('SITE.LIB') DSORG(PO)",
                                     "DA('SITE.LIB') DSNTYPE(LIBRARY)", "DA('SITE.LIB(MEM)')"}) {
    lab_.must("ALLOC FI(OUT) NEW RECFM(F B) LRECL(80) " + operands);
    ASSERT_TRUE(lab_.session().data_sets.find("SITE.LIB")) << operands;
    EXPECT_TRUE(lab_.session().data_sets.find("SITE.LIB")->is_library) << operands;
    lab_.must("FREE FI(OUT)");
    lab_.must("DELETE 'SITE.LIB'");
  }
}

TEST_F(TsoAllocate, LikeTakesTheAttributesOfAnotherDataSet) {
  lab_.session().data_sets.put({"IBMUSER.LIB", "FB", 120, {}, true});
  lab_.must("ALLOC DA('SITE.NEW') NEW LIKE(LIB) LRECL(80)");
  const auto made = lab_.session().data_sets.find("SITE.NEW");
  ASSERT_TRUE(made);
  EXPECT_TRUE(made->is_library);
  EXPECT_EQ(made->record_format, "FB");
  EXPECT_EQ(made->record_length, 80);
  EXPECT_EQ(lab_.run("ALLOC DA('SITE.OTHER') NEW LIKE('NO.SUCH')").return_code, 12);
  EXPECT_FALSE(lab_.session().data_sets.find("SITE.OTHER"));
}

TEST_F(TsoAllocate, TakesAMemberOfALibraryQuotedOrNot) {
  lab_.session().data_sets.put({"IBMUSER.LIB", "FB", 80, {}, true});
  lab_.put_text("IBMUSER.SEQ", "x\n");
  lab_.must("ALLOC FI(IN) DA(LIB(MEM)) SHR");
  EXPECT_EQ(lab_.session().files.at("IN"), "IBMUSER.LIB(MEM)");
  lab_.must("ALLOC FI(IN) DA('IBMUSER.LIB(MEM2)') SHR REUSE");
  EXPECT_EQ(lab_.session().files.at("IN"), "IBMUSER.LIB(MEM2)");
  EXPECT_EQ(lab_.shown("ALLOC FI(IN2) DA(SEQ(MEM)) SHR"), "RSD387I ALLOCATE: IBMUSER.SEQ: IT IS NO LIBRARY\n");
  EXPECT_EQ(lab_.run("ALLOC FI(IN3) DA(NONE(MEM)) SHR").return_code, 12);
}

// The layout of LISTALC STATUS is that of captured sessions.
TEST_F(TsoAllocate, ListalcShowsWhatIsAllocated) {
  lab_.session().data_sets.put({"IBMUSER.LIB", "FB", 80, {}, true});
  lab_.must("ALLOC FI(SYSPROC) DA(LIB(MEM)) SHR");
  lab_.must("ALLOC FI(SYSIN) DA(*)");
  lab_.must("ALLOC FI(NONE) DUMMY");
  EXPECT_EQ(lab_.shown("LISTALC"), "NULLFILE\nTERMFILE\nIBMUSER.LIB\n");
  EXPECT_EQ(lab_.shown("LISTA STATUS"),
            "--DDNAME---DISP--\nNULLFILE  NONE\nTERMFILE  SYSIN\nIBMUSER.LIB\n  SYSPROC  KEEP\n");
}

}  // namespace
}  // namespace ringside::tso
