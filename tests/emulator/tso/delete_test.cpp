// tests/emulator/tso/delete_test.cpp - DELETE at the terminal and in SYSTSIN.
#include "emulator/tso/delete.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::tso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class TsoDelete : public testing::Test {
 protected:
  std::vector<std::string> names() { return lab_.session().data_sets.names(); }
  test_support::RacfLab lab_;
};

TEST_F(TsoDelete, TakesAQuotedNameAsItIsAndAnotherBehindThePrefix) {
  lab_.put_text("SITE.CERT", "x\n");
  lab_.put_text("IBMUSER.CERT", "x\n");
  EXPECT_EQ(lab_.shown("DELETE 'SITE.CERT'"), "IDC0550I ENTRY (A) SITE.CERT DELETED\n");
  EXPECT_EQ(lab_.shown("del cert purge"), "IDC0550I ENTRY (A) IBMUSER.CERT DELETED\n");
  EXPECT_THAT(names(), ElementsAre());
}

TEST_F(TsoDelete, TakesSeveralNamesAndSaysWhichAreMissing) {
  lab_.put_text("SITE.A", "x\n");
  const auto result = lab_.run("DELETE ('SITE.GONE' 'SITE.A') NONVSAM");
  EXPECT_EQ(result.return_code, 8);
  EXPECT_THAT(test_support::message_ids(result),
              ElementsAre("IDC3012I", "IDC3009I", "IDC0551I", "IDC0550I", "IDC0014I"));
  EXPECT_THAT(names(), ElementsAre());
}

TEST_F(TsoDelete, RefusesWhatItDoesNotKnow) {
  lab_.put_text("SITE.A", "x\n");
  EXPECT_EQ(lab_.run("DELETE 'SITE.A' CLUSTER").return_code, 8);
  EXPECT_EQ(lab_.run("DELETE").return_code, 8);
  EXPECT_THAT(lab_.shown("DELETE 'SITE.*'"), HasSubstr("IKJ56702I"));
  EXPECT_THAT(names(), ElementsAre("SITE.A"));
}

}  // namespace
}  // namespace ringside::tso
