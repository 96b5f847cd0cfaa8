// tests/server/services/workflows/workflow_creation_test.cpp - which definitions and requests make a workflow.
#include "server/services/workflows/workflow_creation.hpp"

#include "base/text.hpp"
#include "tests/server/services/workflows/workflow_test.hpp"

namespace ringside::services {
namespace {

using test_support::step;
using testing::AllOf;
using testing::HasSubstr;

const std::string ring = "<variable name='RING' scope='instance'><string/></variable>" +
                         step("ring", "tsocmd \"RACDCERT ADDRING(${instance-RING})\"\n");

class WorkflowCreation : public test_support::WorkflowTest {
 protected:
  void SetUp() override { write(ring); }
  http::Response with(const base::Json& more = base::Json::object()) {
    base::Json body = request();
    body["variables"] = base::Json::array({{{"name", "RING"}, {"value", "Mine"}}});
    body.update(more);
    return send_json("POST", workflows, body);
  }
};

TEST_F(WorkflowCreation, AnswersWithTheKeyAndWhatTheDefinitionSays) {
  const auto made = with();
  EXPECT_EQ(made.status, 201U);
  EXPECT_EQ(value(made, "workflowID"), "flow");
  EXPECT_EQ(value(made, "workflowVersion"), "1.2");
  EXPECT_EQ(value(made, "vendor"), "Acme");
  EXPECT_EQ(made.headers.find("Location"), workflows + "/" + value(made, "workflowKey"));
  EXPECT_FALSE(lab_.session().database.rings.find("IBMUSER", "Mine"));
}

TEST_F(WorkflowCreation, ReadsDataSetsAndFilesOfVariables) {
  lab_.put_text("IBMUSER.FLOW", base::replace_all("<workflow>" + ring + "</workflow>\n", "><", ">\n<"));
  lab_.put_text("IBMUSER.VALUES", "RING = Other\n");
  const auto made = with({{"workflowDefinitionFile", "IBMUSER.FLOW"},
                          {"variableInputFile", "//'IBMUSER.VALUES'"},
                          {"variables", base::Json::array()}});
  ASSERT_EQ(made.status, 201U) << made.body;
  EXPECT_THAT(properties(value(made, "workflowKey")), HasSubstr("\"value\":\"Other\""));
}

TEST_F(WorkflowCreation, TakesTheNameOfADataSetAsClientsWriteIt) {
  lab_.put_text("IBMUSER.FLOW", base::replace_all("<workflow>" + ring + "</workflow>\n", "><", ">\n<"));
  int made = 0;
  for (const char* name : {"ibmuser.flow", "'IBMUSER.FLOW'", "//'IBMUSER.FLOW'", "/'IBMUSER.FLOW'"})
    EXPECT_EQ(with({{"workflowDefinitionFile", name}, {"workflowName", std::to_string(++made)}}).status, 201U) << name;
  EXPECT_EQ(with({{"workflowDefinitionFile", "//tmp/flow.xml"}, {"workflowName", "path"}}).status, 201U);
}

TEST_F(WorkflowCreation, TakesTruthValuesAndNumbersOfVariables) {
  for (const auto& [value, text] : std::vector<std::pair<base::Json, std::string>>{{true, "true"}, {12, "12"}}) {
    const auto made =
        with({{"workflowName", text}, {"variables", base::Json::array({{{"name", "RING"}, {"value", value}}})}});
    EXPECT_THAT(properties(this->value(made, "workflowKey")), HasSubstr("\"value\":\"" + text + "\""));
  }
}

TEST_F(WorkflowCreation, ReadsTemplatesInTheFolderOfTheDefinitionOnly) {
  send("POST", fs + "/tmp/below", "{\"type\":\"directory\"}", {{"Content-Type", "application/json"}});
  for (const char* file : {"/tmp/below/a..b.sh", "/tmp/outside.sh"})
    send("PUT", fs + file, "tsocmd \"RACDCERT LIST\"\n");
  const auto made = [&](const std::string& path, const std::string& name) {
    send("PUT", fs + "/tmp/below/flow.xml",
         "<workflow><step name='s'><template><fileTemplate>" + path +
             "</fileTemplate><submitAs>shell-JCL</submitAs></template></step></workflow>");
    base::Json body = request(name);
    body["workflowDefinitionFile"] = "/tmp/below/flow.xml";
    return send_json("POST", workflows, body);
  };
  EXPECT_EQ(made("a..b.sh", "inside").status, 201U);
  EXPECT_THAT(made("../outside.sh", "outside").body, HasSubstr("../outside.sh is outside of the folder"));
}

TEST_F(WorkflowCreation, RefusesMoreWorkflowsThanASystemKeeps) {
  for (std::size_t at = 1; at < database::most_workflows; ++at)
    lab_.lab().workflows().put("SYS1", {std::to_string(at), "{}"});
  EXPECT_EQ(with().status, 201U);
  EXPECT_THAT(with({{"workflowName", "one more"}}).body, HasSubstr("the system has 200 workflows already"));
}

TEST_F(WorkflowCreation, RefusesALargeDefinition) {
  write(ring + "<!--" + std::string(4u << 20, 'x') + "-->");
  EXPECT_THAT(with().body, HasSubstr("/tmp/flow.xml is larger than 4 MB"));
}

TEST_F(WorkflowCreation, KeepsTheFilesThatADefinitionNames) {
  send("PUT", fs + "/tmp/ring.sh", "tsocmd \"RACDCERT ADDRING(FromFile)\"\n");
  const std::string key = make(
      "<step name='file'><autoEnable>true</autoEnable><template><fileTemplate>ring.sh</fileTemplate>"
      "<submitAs>shell-JCL</submitAs></template></step>");
  send("DELETE", fs + "/tmp/ring.sh");
  send("DELETE", fs + "/tmp/flow.xml");
  EXPECT_EQ(start(key).status, 202U);
  EXPECT_EQ(status(key), "complete");
  EXPECT_TRUE(lab_.session().database.rings.find("IBMUSER", "FromFile"));
}

TEST_F(WorkflowCreation, RefusesWhatCannotBeUsedAndSaysWhy) {
  struct Row {
    base::Json more;
    const char* why;
  };
  const std::vector<Row> rows = {
      {{{"workflowName", ""}}, "workflowName is not given"},
      {{{"workflowName", std::string(101, 'x')}}, "longer than 100"},
      {{{"system", "NONE"}}, "IZUWF0015E: The request failed because system \\\"NONE\\\" does not exist."},
      {{{"owner", "NOBODY"}}, "the owner NOBODY is not defined on SYS1"},
      {{{"accessType", "Open"}}, "accessType is"},
      {{{"workflowDefinitionFile", "/tmp/none.xml"}}, "/tmp/none.xml: "},
      {{{"workflowDefinitionFile", "NO.SUCH"}}, "Data set not found: NO.SUCH"},
      {{{"variables", base::Json::array()}}, "step ring: the variable RING has no value"},
      {{{"variables", base::Json::array({{{"name", "RONG"}, {"value", "1"}}, {{"name", "RING"}, {"value", "1"}}})}},
       "the workflow has no variable RONG"},
      {{{"variableInputFile", "/tmp/none.properties"}}, "/tmp/none.properties: "},
  };
  for (const Row& row : rows) {
    const auto refused = with(row.more);
    EXPECT_EQ(refused.status, 400U) << row.why;
    EXPECT_THAT(refused.body, AllOf(HasSubstr("messageID"), HasSubstr(row.why)));
  }
  EXPECT_EQ(send("POST", workflows, "{").status, 400U);
  EXPECT_THAT(send("GET", workflows).body, testing::Not(HasSubstr("workflowKey")));
}

TEST_F(WorkflowCreation, RefusesStepsThatCannotBeToldApart) {
  const std::string one = step("one", "tsocmd \"RACDCERT LIST\"\n");
  write(one + one);
  EXPECT_THAT(with({{"variables", base::Json::array()}}).body, HasSubstr("two steps have the name one"));
  write(step("", "tsocmd \"RACDCERT LIST\"\n"));
  EXPECT_THAT(with({{"variables", base::Json::array()}}).body, HasSubstr("step 1 has no name"));
}

TEST_F(WorkflowCreation, TakesANameOnce) {
  EXPECT_EQ(with().status, 201U);
  EXPECT_THAT(with().body, HasSubstr("there is a workflow of the name flow already"));
}

TEST_F(WorkflowCreation, ShowsADefinitionWithoutMakingAWorkflow) {
  const auto shown = send(
      "GET", "/zosmf/workflow/rest/1.0/workflowDefinition?definitionFilePath=/tmp/flow.xml&returnData=steps,variables");
  EXPECT_EQ(shown.status, 200U);
  EXPECT_THAT(shown.body, AllOf(HasSubstr("\"title\":\"Title of ring\""), HasSubstr("\"autoEnable\":true"),
                                HasSubstr("\"name\":\"RING\""), HasSubstr("\"submitAs\":\"shell-JCL\"")));
  EXPECT_EQ(send("GET", "/zosmf/workflow/rest/1.0/workflowDefinition").status, 400U);
}

}  // namespace
}  // namespace ringside::services
