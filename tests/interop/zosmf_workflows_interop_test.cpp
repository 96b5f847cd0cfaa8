// tests/interop/zosmf_workflows_interop_test.cpp - workflows of the real Zowe CLI: made from a local file and a data
// set, started, followed to their end, deleted.
#include <gmock/gmock.h>

#include "tests/interop/zowe_cli.hpp"

namespace ringside {
namespace {

using testing::AllOf;
using testing::HasSubstr;

const std::string definition = R"(<?xml version="1.0" encoding="UTF-8"?>
<workflow>
  <workflowInfo>
    <workflowID>rings</workflowID>
    <workflowDescription>Rings of a product</workflowDescription>
    <workflowVersion>1.0</workflowVersion>
    <vendor>Acme</vendor>
  </workflowInfo>
  <variable name="RING" scope="instance"><label>Ring</label><string><default>Flow.Ring</default></string></variable>
  <step name="ring">
    <title>Add the ring</title>
    <autoEnable>true</autoEnable>
    <template>
      <inlineTemplate substitution="true">//S EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN DD *
 RACDCERT ADDRING(${instance-RING})
/*
</inlineTemplate>
      <submitAs maxRc="0">JCL</submitAs>
    </template>
  </step>
</workflow>
)";

class ZoweWorkflows : public test_support::ZoweCli {
 protected:
  [[nodiscard]] test_support::ProgramResult workflows(const std::string& command) const {
    return zowe("zos-workflows " + command);
  }
  void SetUp() override {
    ZoweCli::SetUp();
    if (!IsSkipped()) test_support::write_file(file("flow.xml"), definition);
  }
};

TEST_F(ZoweWorkflows, AreMadeStartedAndFollowedToTheirEnd) {
  const std::string made = " --system-name SYSA --owner IBMUSER";
  const auto created = workflows("create workflow-from-local-file flow --local-file " + file("flow.xml") + made +
                                 " --vs RING=Zowe.Ring");
  EXPECT_EQ(created.status, 0) << created.output;
  EXPECT_THAT(created.output, HasSubstr("Rings of a product"));
  const auto listed = workflows("list active-workflows");
  EXPECT_THAT(listed.output, HasSubstr("flow         "));
  const auto started = workflows("start workflow-full --workflow-name flow --wait");
  EXPECT_EQ(started.status, 0) << started.output;
  EXPECT_THAT(started.output, HasSubstr("Workflow completed successfully."));
  const auto details =
      workflows("list active-workflow-details --workflow-name flow --steps-summary-only --list-variables");
  EXPECT_EQ(details.status, 0) << details.output;
  EXPECT_THAT(details.output, AllOf(testing::ContainsRegex("ring Complete +1 +JOB00001"), HasSubstr("Zowe.Ring")));
  EXPECT_THAT(ringside("--system SYSA tso \"RACDCERT LISTRING(*)\"").output, HasSubstr(">Zowe.Ring<"));
  EXPECT_EQ(workflows("delete active-workflow --workflow-name flow").status, 0);
  EXPECT_THAT(workflows("start workflow-full --workflow-name flow").output,
              HasSubstr("No workflows match the provided workflow name."));
}

TEST_F(ZoweWorkflows, TellWhichStepHasFailedAndWhy) {
  tso("SYSA", "RACDCERT ADDRING(Flow.Ring)");
  ringside("--system SYSA put " + file("flow.xml") + " IBMUSER.FLOW.XML --recfm VB");
  const auto shown = workflows("list definition-file-details IBMUSER.FLOW.XML --list-steps --list-variables");
  EXPECT_EQ(shown.status, 0) << shown.output;
  EXPECT_THAT(shown.output, AllOf(HasSubstr("Add the ring"), HasSubstr("RING")));
  const auto created =
      workflows("create workflow-from-data-set second --data-set IBMUSER.FLOW.XML --system-name SYSA --owner IBMUSER");
  ASSERT_EQ(created.status, 0) << created.output;
  const auto started = workflows("start workflow-step ring --workflow-name second");
  EXPECT_EQ(started.status, 0) << started.output;
  const auto waited = workflows("start workflow-full --workflow-name second --wait");
  EXPECT_EQ(waited.status, 1);
  EXPECT_THAT(waited.output, AllOf(HasSubstr("Workflow failed"), HasSubstr("RSD510E"), HasSubstr("CC 0008")));
  EXPECT_THAT(
      workflows("create workflow-from-data-set third --data-set NO.SUCH --system-name SYSA --owner IBMUSER").output,
      HasSubstr("Data set not found: NO.SUCH"));
}

}  // namespace
}  // namespace ringside
