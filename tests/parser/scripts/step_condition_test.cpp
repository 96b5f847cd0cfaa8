// tests/parser/scripts/step_condition_test.cpp - conditions of steps of workflows.
#include "parser/scripts/step_condition.hpp"

#include <gtest/gtest.h>

namespace ringside::parser {
namespace {

const TemplateVariables condition_values{{{"product", "RACF"}, {"option", "1"}}, {"product", "option"}, true};
const StepOutcomes outcomes{{"one", {"0004", "Complete"}}, {"two", {"", "Skipped"}}};

StepFate fate(const StepCondition& condition) {
  const auto found = fate_of(condition, condition_values, outcomes);
  EXPECT_TRUE(found) << condition.expression << ": " << (found ? "" : found.error());
  return found.value_or(StepFate::performed);
}
StepFate fate(const std::string& expression) {
  return fate(StepCondition{expression, "ready", {}});
}

TEST(StepConditions, AskForVariablesAndOutcomes) {
  for (const char* holds :
       {"${instance-option} == \"1\"", "${option}!=\"2\"&&${product} == 'RACF'", "${one.returnCode} == \"0004\"",
        "Math.max(${one.returnCode}, 2) >= 4", "${one.returnCode} > 0", "!(${two.stepState} != \"Skipped\")",
        "${option} == 2 ? ${product} == \"TSS\" : true", "(\"1\"==\"1\")||false"})
    EXPECT_EQ(fate(holds), StepFate::performed) << holds;
  for (const char* fails : {"${option} == \"2\"", "${one.returnCode} > 4", "${three.returnCode} == \"0000\"", "false"})
    EXPECT_EQ(fate(fails), StepFate::not_ready) << fails;
}

TEST(StepConditions, TakeTheirTargetState) {
  EXPECT_EQ(fate(StepCondition{"true", "skipped", {}}), StepFate::skipped);
  const std::vector<StepCondition::Target> further = {{"${product} != \"RACF\"", "skipped"}};
  EXPECT_EQ(fate(StepCondition{"\"1\" == \"1\"", "ready", further}), StepFate::performed);
  EXPECT_EQ(fate(StepCondition{"\"1\" == \"1\"", "ready", {{"${product} == \"RACF\"", "skipped"}}}), StepFate::skipped);
  EXPECT_EQ(fate(StepCondition{"false", "ready", {{"true", "skipped"}}}), StepFate::not_ready);
}

TEST(StepConditions, AreRefusedWhereTheyCannotBeRead) {
  for (const char* wrong : {"", "${option} ==", "option == 1", "${option} == \"1", "${option} == \"1\" extra", "(true",
                            "process.exit(1)", "999999999999999999999 > 1"})
    EXPECT_FALSE(fate_of(StepCondition{wrong, "ready", {}}, condition_values, outcomes)) << wrong;
  EXPECT_FALSE(fate_of(StepCondition{"false", "ready", {{"(", "skipped"}}}, condition_values, outcomes));
  EXPECT_FALSE(fate_of(StepCondition{std::string(100'000, '('), "ready", {}}, condition_values, outcomes));
  EXPECT_FALSE(fate_of(StepCondition{std::string(100'000, '!') + "true", "ready", {}}, condition_values, outcomes));
}

TEST(StepConditions, TellWhetherTheyWaitForOtherSteps) {
  EXPECT_TRUE((StepCondition{"${one.returnCode} == \"0000\"", "ready", {}}.depends_on_steps()));
  EXPECT_TRUE((StepCondition{"true", "ready", {{"${one.stepState} == \"Complete\"", "skipped"}}}.depends_on_steps()));
  EXPECT_FALSE((StepCondition{"${option} == \"1\"", "ready", {}}.depends_on_steps()));
}

}  // namespace
}  // namespace ringside::parser
