// tests/server/services/workflows/workflow_test.hpp - workflows made of definitions in UNIX files.
#pragma once

#include "tests/server/services/service_test.hpp"

namespace ringside::test_support {

/// A step whose template is a shell procedure, JCL or an exec.
inline std::string step(const std::string& name, const std::string& text, const std::string& submit_as = "shell-JCL",
                        const std::string& more = "<autoEnable>true</autoEnable>") {
  return "<step name='" + name + "'><title>Title of " + name + "</title>" + more +
         "<template><inlineTemplate substitution='true'>" + text + "</inlineTemplate><submitAs>" + submit_as +
         "</submitAs></template></step>";
}

class WorkflowTest : public ServiceTest {
 protected:
  static inline const std::string workflows = "/zosmf/workflow/rest/1.0/workflows";

  /// Puts a definition of these elements into /tmp/flow.xml.
  void write(const std::string& elements) {
    ASSERT_LT(send("PUT", fs + "/tmp/flow.xml",
                   "<workflow><workflowInfo><workflowID>flow</workflowID><workflowVersion>1.2</workflowVersion>"
                   "<workflowDescription>Rings</workflowDescription><vendor>Acme</vendor></workflowInfo>" +
                       elements + "</workflow>")
                  .status,
              300U);
  }
  static base::Json request(const std::string& name = "flow") {
    return {
        {"workflowName", name}, {"workflowDefinitionFile", "/tmp/flow.xml"}, {"system", "SYS1"}, {"owner", "ibmuser"}};
  }
  /// Writes the definition and makes a workflow of it; returns its key.
  std::string make(const std::string& elements, const base::Json& more = base::Json::object()) {
    write(elements);
    base::Json body = request();
    body.update(more);
    const auto response = send_json("POST", workflows, body);
    EXPECT_EQ(response.status, 201U) << response.body;
    return value(response, "workflowKey");
  }
  http::Response start(const std::string& key, const base::Json& body = base::Json::object()) {
    return send_json("PUT", workflows + "/" + key + "/operations/start", body);
  }
  std::string properties(const std::string& key, const std::string& data = "steps,variables") {
    return send("GET", workflows + "/" + key + "?returnData=" + data).body;
  }
  std::string status(const std::string& key) { return value(send("GET", workflows + "/" + key), "statusName"); }
};

}  // namespace ringside::test_support
