// tests/interop/zowe/search_interop_test.cpp - the real Zowe CLI searches data sets and runs IDCAMS.
#include <fstream>

#include <gmock/gmock.h>

#include "tests/interop/zowe_cli.hpp"

namespace ringside {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class ZoweSearch : public test_support::ZoweCli {
 protected:
  void SetUp() override {
    ZoweCli::SetUp();
    if (IsSkipped()) return;
    for (const auto& [name, text] :
         {std::pair<std::string, std::string>{"ONE", "alpha\nneedle in hay\n"}, {"TWO", "alpha\nhay\n"}}) {
      std::ofstream(file(name), std::ios::binary) << text;
      ringside("--system SYSA put " + file(name) + " IBMUSER.SEARCH." + name);
    }
  }
};

TEST_F(ZoweSearch, FindsTextInDataSets) {
  for (const std::string how : {"needle", "'NEEDLE in'"}) {
    const auto found = zowe("zos-files search data-sets 'IBMUSER.SEARCH.*' " + how + " --mainframe-search");
    EXPECT_EQ(found.status, 0) << found.output;
    EXPECT_THAT(found.output, AllOf(HasSubstr("IBMUSER.SEARCH.ONE"), Not(HasSubstr("IBMUSER.SEARCH.TWO"))));
  }
  const auto none = zowe("zos-files search data-sets 'IBMUSER.SEARCH.*' NEEDLE --mainframe-search --case-sensitive");
  EXPECT_THAT(none.output, Not(HasSubstr("IBMUSER.SEARCH.ONE"))) << none.output;
  EXPECT_THAT(server_->log(), HasSubstr("GET /zosmf/restfiles/ds/IBMUSER.SEARCH.TWO 200 0 octets"));
}

TEST_F(ZoweSearch, RunsAccessMethodServices) {
  const auto done = zowe("zos-files invoke ams-statements 'DELETE IBMUSER.SEARCH.TWO'");
  EXPECT_EQ(done.status, 0) << done.output;
  EXPECT_THAT(done.output, ContainsRegex("rc: +0"));
  const auto gone = zowe("zos-files view data-set IBMUSER.SEARCH.TWO");
  EXPECT_EQ(gone.status, 1);
  EXPECT_THAT(gone.output, HasSubstr("ISRZ002 Data set not cataloged"));
}

}  // namespace
}  // namespace ringside
