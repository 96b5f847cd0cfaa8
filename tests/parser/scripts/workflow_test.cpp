// tests/parser/scripts/workflow_test.cpp - z/OSMF workflows: steps, templates, variables, and documents made to hurt.
#include "parser/scripts/workflow.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::parser::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string with_steps(const std::string& steps) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<workflow>\n<workflowInfo><workflowID>ring</workflowID>"
         "</workflowInfo>\n"
         "<variable name=\"USER\" "
         "scope=\"instance\"><label>u</label><string><default>IZUSVR</default></string></variable>\n"
         "<variable name=\"RING\" scope=\"instance\"><string/></variable>\n" +
         steps + "</workflow>\n";
}

std::string step(const std::string& text, const std::string& submit = "<submitAs maxRc=\"4\">JCL</submitAs>") {
  return "<step name=\"one\"><title>First</title><template><inlineTemplate substitution=\"true\">" + text +
         "</inlineTemplate>" + submit + "</template></step>\n";
}

std::vector<std::string> errors(const std::string& xml, const std::map<std::string, std::string>& values = {}) {
  std::vector<std::string> all;
  for (const Diagnostic& error : read_workflow(xml, values).errors) all.push_back(error.text);
  return all;
}

TEST(Workflow, OutlinesAllStepsAndVariables) {
  const Workflow workflow =
      read_workflow(with_steps("<step name=\"outer\"><title>Both</title>" + step("//S EXEC PGM=IEFBR14\n") +
                               "<step name=\"look\" optional=\"true\"><title>Look</title><prereqStep name=\"one\"/>"
                               "<autoEnable>true</autoEnable></step></step>"),
                    {});
  ASSERT_THAT(workflow.outline, SizeIs(3));
  EXPECT_TRUE(workflow.outline[0].is_parent);
  EXPECT_EQ(workflow.outline[1].number, "1.1");
  EXPECT_EQ(workflow.outline[1].title, "First");
  EXPECT_EQ(workflow.outline[1].submit_as, "JCL");
  EXPECT_FALSE(workflow.outline[1].is_automated);
  EXPECT_EQ(workflow.outline[2].number, "1.2");
  EXPECT_TRUE(workflow.outline[2].is_automated);
  EXPECT_TRUE(workflow.outline[2].is_optional);
  EXPECT_THAT(workflow.outline[2].prerequisites, ElementsAre("one"));
  ASSERT_THAT(workflow.variable_outline, SizeIs(2));
  EXPECT_EQ(workflow.variable_outline[0].type, "string");
  EXPECT_EQ(workflow.variable_outline[0].initial, "IZUSVR");
  EXPECT_FALSE(workflow.variable_outline[1].initial);
}

TEST(Workflow, ReadsTheJobsOfItsSteps) {
  const Workflow workflow = read_workflow(
      with_steps(
          step("//S EXEC PGM=IEFBR14\n//* &amp;SYSUID\n/*") +
          "<step name=\"outer\"><step name=\"two\"><template><inlineTemplate><![CDATA[\n#!/bin/sh\n# ${instance-X}\n"
          "]]></inlineTemplate><submitAs>shell-JCL</submitAs></template></step>"
          "<step name=\"three\"><instructions>read</instructions></step></step>\n"),
      {});
  EXPECT_THAT(workflow.errors, IsEmpty());
  EXPECT_EQ(workflow.id, "ring");
  ASSERT_THAT(workflow.steps, SizeIs(2));
  EXPECT_EQ(workflow.steps[0].text, "//S EXEC PGM=IEFBR14\n//* &SYSUID\n/*\n");
  EXPECT_EQ(workflow.steps[0].title, "First");
  EXPECT_EQ(workflow.steps[0].most_code, 4);
  EXPECT_EQ(workflow.steps[1].name, "two");
  EXPECT_EQ(workflow.steps[1].kind, TemplateKind::shell);
  EXPECT_EQ(workflow.steps[1].text, "#!/bin/sh\n# ${instance-X}\n") << "no substitution was asked for";
  EXPECT_THAT(workflow.manual_steps, ElementsAre("three"));
}

TEST(Workflow, ReplacesVariablesByValuesBeforeDefaults) {
  const std::string xml =
      with_steps(step("ID(${instance-USER}) RING($instance-RING) $!{instance-NONE} $5 ${global-RING}"));
  EXPECT_EQ(read_workflow(xml, {{"RING", "R"}}).steps.at(0).text, "ID(IZUSVR) RING(R)  $5 R\n");
  EXPECT_EQ(read_workflow(xml, {{"RING", "R"}, {"USER", "X"}}).steps.at(0).text, "ID(X) RING(R)  $5 R\n");
}

TEST(Workflow, NamesStepAndVariableWithoutValue) {
  EXPECT_THAT(errors(with_steps(step("A ${instance-RING} ${instance-OTHER} ${instance-RING}"))),
              ElementsAre(HasSubstr("step one: the variable RING has no value"), HasSubstr("OTHER has no value")));
}

TEST(Workflow, RefusesWhatWouldRunOtherwise) {
  EXPECT_THAT(errors(with_steps(step("A\n#parse (\"x.vm\")\n"))),
              ElementsAre("step one: line 2 of the template: #parse is not supported"));
  EXPECT_THAT(errors(with_steps(step("//S EXEC PGM=X", "<submitAs>carrier pigeon</submitAs>"))),
              ElementsAre(HasSubstr("submitAs carrier pigeon")));
  EXPECT_THAT(errors(with_steps("<step name=\"f\"><template><fileTemplate>x.jcl</fileTemplate></template></step>")),
              Contains(HasSubstr("step f: <fileTemplate>: x.jcl: only a file in the folder")));
  EXPECT_THAT(errors(with_steps("<step name=\"r\"><rest/></step>" + step("x"))), ElementsAre(HasSubstr("<rest>")));
  EXPECT_THAT(errors(with_steps("<step name=\"m\"/>")), ElementsAre(HasSubstr("no step with a template")));
  EXPECT_THAT(errors("<html></html>"), ElementsAre(HasSubstr("root element is <html>")));
}

/// A step with a condition and a template.
std::string conditional(const std::string& name, const std::string& condition) {
  return "<step name=\"" + name + "\"><condition>" + condition +
         "</condition><template><inlineTemplate>x</inlineTemplate></template></step>\n";
}

TEST(Workflow, LeavesStepsOutByTheirConditions) {
  const std::string xml = with_steps(
      conditional("kept", "<expression>${instance-USER} == \"IZUSVR\"</expression><description/>") +
      conditional("unready", "<expression>${instance-USER} != \"IZUSVR\"</expression>") +
      conditional("skipped",
                  "<expression>&quot;1&quot; == &quot;1&quot;</expression><targetStateSet><extendStateExpression>"
                  "<expression><![CDATA[${instance-USER}==\"IZUSVR\"&&true]]></expression>"
                  "<targetState>skipped</targetState></extendStateExpression></targetStateSet>") +
      conditional("waits", "<expression>${kept.returnCode} == \"0000\"</expression>") +
      "<step name=\"by hand\"><condition><expression>false</expression></condition></step>");
  const Workflow workflow = read_workflow(xml, {});
  EXPECT_THAT(workflow.errors, IsEmpty());
  EXPECT_THAT(workflow.left_out, ElementsAre("unready", "skipped", "by hand"));
  ASSERT_THAT(workflow.steps, SizeIs(2));
  EXPECT_FALSE(workflow.steps[0].condition);
  ASSERT_TRUE(workflow.steps[1].condition);
  EXPECT_THAT(errors(with_steps(conditional("bad", "<expression>${instance-USER} ==</expression>"))),
              ElementsAre(HasSubstr("step bad: condition: the expression has no value")));
}

TEST(Workflow, TakesTheChoicesOfAVariableOnly) {
  const std::string xml =
      "<workflow><workflowSettingInfo><variablesSetting "
      "isInstanceVariableWithoutPrefix=\"true\"/></workflowSettingInfo>"
      "<variable name=\"product\"><string valueMustBeChoice=\"true\"><choice>RACF</choice><choice>TSS</choice>"
      "<default>RACF</default></string></variable>" +
      step("$product ${instance-product} $other") + "</workflow>";
  EXPECT_EQ(read_workflow(xml, {}).steps.at(0).text, "RACF RACF $other\n");
  EXPECT_EQ(read_workflow(xml, {{"product", "TSS"}}).steps.at(0).text, "TSS TSS $other\n");
  EXPECT_THAT(errors(xml, {{"product", "racf"}}), ElementsAre("the variable product must be one of RACF, TSS"));
}

TEST(Workflow, ReadsTemplatesFromFiles) {
  const std::string xml = with_steps(
      "<step name=\"f\"><template><fileTemplate substitution=\"true\" filePathSubstitution=\"true\">\n"
      "  ${instance-RING}.jcl\n</fileTemplate></template></step>");
  const TemplateFiles files = [](const std::string& path) -> tl::expected<std::string, std::string> {
    if (path == "A.jcl") return "//S EXEC PGM=${instance-USER}";
    return tl::make_unexpected("there is no file " + path);
  };
  EXPECT_EQ(read_workflow(xml, {{"RING", "A"}}, files).steps.at(0).text, "//S EXEC PGM=IZUSVR\n");
  EXPECT_EQ(read_workflow(xml, {{"RING", "B"}}, files).errors.at(0).text,
            "step f: <fileTemplate>: there is no file B.jcl");
}

TEST(Workflow, StepsAfterOneThatSetsVariablesFillLate) {
  const std::string setter =
      "<step name=\"set\"><template><inlineTemplate substitution=\"true\">echo $_output</inlineTemplate>"
      "<submitAs>shell-JCL</submitAs><output>/tmp/o</output></template></step>";
  const Workflow workflow = read_workflow(with_steps(setter + step("R ${instance-RING}")), {});
  EXPECT_THAT(workflow.errors, IsEmpty());
  EXPECT_EQ(workflow.steps.at(0).text, "echo /tmp/o\n");
  ASSERT_TRUE(workflow.steps.at(1).fills_late);
  TemplateVariables variables = workflow.variables;
  const auto unfilled = fill_template(workflow.steps[1], variables);
  EXPECT_THAT(unfilled.error().sentences, ElementsAre(HasSubstr("RING has no value")));
  EXPECT_TRUE(unfilled.error().lacks_values);
  variables.values["RING"] = "late";
  EXPECT_EQ(fill_template(workflow.steps[1], variables).value(), "R late\n");
}

TEST(Workflow, RefusesDocumentsMadeToHurt) {
  EXPECT_THAT(errors("<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><workflow>&b;</workflow>"),
              ElementsAre(HasSubstr("DOCTYPE")));
  EXPECT_THAT(errors("<workflow><step>"), ElementsAre(HasSubstr("not well-formed")));
  EXPECT_THAT(errors(""), ElementsAre(HasSubstr("not well-formed")));
  std::string deep;
  std::string close;
  for (int i = 0; i < 200'000; ++i) {
    deep += "<step>";
    close += "</step>";
  }
  EXPECT_THAT(errors("<workflow>" + deep + close + "</workflow>"), ElementsAre(HasSubstr("nested too deeply")));
  std::string many;
  for (int i = 0; i < 2'000; ++i) many += step("x");
  EXPECT_THAT(errors(with_steps(many)), Contains(HasSubstr("too many steps")));
  EXPECT_THAT(errors("<workflow>" + std::string(20u << 20, ' ') + "</workflow>"), ElementsAre(HasSubstr("too large")));
}

}  // namespace
}  // namespace ringside::parser::test
