// tests/server/services/workflows/workflows_test.cpp - the list of workflows, and how one ends.
#include "server/services/workflows/workflows.hpp"

#include "tests/server/services/workflows/workflow_test.hpp"

namespace ringside::services {
namespace {

using test_support::step;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class WorkflowList : public test_support::WorkflowTest {
 protected:
  void SetUp() override {
    key_ = make(step("one", "tsocmd \"RACDCERT ADDRING(One)\"\n"));
    ASSERT_EQ(send_json("POST", workflows, request("other.flow")).status, 201U);
  }
  std::string list(const std::string& query) { return send("GET", workflows + query).body; }
  std::string key_;
};

TEST_F(WorkflowList, HasAllWorkflowsByName) {
  EXPECT_THAT(list(""), AllOf(HasSubstr("\"workflowName\":\"flow\""), HasSubstr("\"workflowName\":\"other.flow\""),
                              HasSubstr("\"statusName\":\"in-progress\""), HasSubstr(key_)));
}

TEST_F(WorkflowList, HasThoseThatTheQueryAsksFor) {
  const std::string flow = "\"workflowName\":\"flow\"", other = "\"workflowName\":\"other.flow\"";
  for (const char* both : {"?owner=IBMUSER", "?vendor=acme", "?workflowName=.*flow", "?statusName=in-progress"})
    EXPECT_THAT(list(both), AllOf(HasSubstr(flow), HasSubstr(other))) << both;
  for (const char* none : {"?owner=USER1", "?workflowName=fl", "?statusName=complete", "?system=SYS2"})
    EXPECT_THAT(list(none), AllOf(Not(HasSubstr(flow)), Not(HasSubstr(other)))) << none;
  EXPECT_THAT(list("?workflowName=flow"), AllOf(HasSubstr(flow), Not(HasSubstr(other))));
  EXPECT_THAT(list("?workflowName=other%5C.flow"), AllOf(Not(HasSubstr(flow)), HasSubstr(other)));
}

TEST_F(WorkflowList, LosesAWorkflowThatItsOwnerDeletes) {
  lab_.must("ADDUSER USER1");
  user_ = "USER1";
  EXPECT_EQ(send("DELETE", workflows + "/" + key_).status, 400U);
  EXPECT_EQ(send("PUT", workflows + "/" + key_ + "/operations/cancel").status, 400U);
  user_ = "IBMUSER";
  EXPECT_EQ(send("DELETE", workflows + "/" + key_).status, 204U);
  EXPECT_EQ(send("GET", workflows + "/" + key_).status, 404U);
  EXPECT_EQ(send("DELETE", workflows + "/" + key_).status, 404U);
}

TEST_F(WorkflowList, KeepsACanceledWorkflowThatNoLongerStarts) {
  EXPECT_EQ(send("PUT", workflows + "/" + key_ + "/operations/cancel").status, 200U);
  EXPECT_EQ(status(key_), "canceled");
  EXPECT_THAT(start(key_).body, HasSubstr("it is canceled"));
}

TEST_F(WorkflowList, ShowsStepsOfAPrivateWorkflowToItsOwnerOnly) {
  base::Json body = request("mine");
  body["accessType"] = "Private";
  const std::string key = value(send_json("POST", workflows, body), "workflowKey");
  EXPECT_THAT(properties(key), HasSubstr("\"steps\""));
  lab_.must("ADDUSER USER1");
  user_ = "USER1";
  EXPECT_THAT(properties(key), AllOf(HasSubstr("\"workflowName\":\"mine\""), Not(HasSubstr("\"steps\""))));
}

}  // namespace
}  // namespace ringside::services
