// tests/server/services/files/ams_test.cpp - IDCAMS runs as the caller, over REST.
#include "server/services/files/ams.hpp"

#include "tests/server/services/service_test.hpp"

namespace ringside::services {
namespace {

using testing::HasSubstr;

class AccessMethodServices : public test_support::ServiceTest {
 protected:
  http::Response run(const std::vector<std::string>& statements) {
    return send_json("PUT", "/zosmf/restfiles/ams", {{"input", statements}});
  }
};

TEST_F(AccessMethodServices, DeletesADataSet) {
  lab_.put_text("IBMUSER.OLD", "x\n");
  const auto done = run({"DELETE -", "IBMUSER.OLD"});
  EXPECT_EQ(done.status, 200U);
  EXPECT_EQ(value(done, "rc"), "0") << done.body;
  EXPECT_THAT(done.body, HasSubstr("IDC0002I"));
  EXPECT_FALSE(lab_.session().data_sets.find("IBMUSER.OLD"));
  EXPECT_EQ(value(run({"DELETE IBMUSER.OLD"}), "rc"), "8");
}

TEST_F(AccessMethodServices, TakesAStatementThatIsLongerThanARecord) {
  lab_.put_text("IBMUSER.FIRST.DATA.SET.OF.THIS.TEST", "x\n");
  lab_.put_text("IBMUSER.SECOND.DATA.SET.OF.THIS.TEST", "x\n");
  const auto done = run({"DELETE (IBMUSER.FIRST.DATA.SET.OF.THIS.TEST IBMUSER.SECOND.DATA.SET.OF.THIS.TEST)"});
  EXPECT_EQ(value(done, "rc"), "0") << done.body;
  EXPECT_FALSE(lab_.session().data_sets.find("IBMUSER.SECOND.DATA.SET.OF.THIS.TEST"));
}

TEST_F(AccessMethodServices, RefusesABodyWithoutStatements) {
  EXPECT_EQ(send_json("PUT", "/zosmf/restfiles/ams", {{"input", "DELETE A"}}).status, 400U);
  EXPECT_EQ(run({}).status, 400U);
  EXPECT_EQ(run({std::string(256, 'X')}).status, 400U);
  EXPECT_EQ(run({"LISTCAT\n//X JOB"}).status, 400U);
  EXPECT_EQ(send("PUT", "/zosmf/restfiles/ams", "[]").status, 400U);
}

}  // namespace
}  // namespace ringside::services
